import GuideCheck

/// A promise as flags to watch, and a verdict that depends on them.
///
/// What each promise means is defined in the documentation of this module.
struct PromiseMonitor {
  /// X was seen, in the session.
  static let seen = 0
  /// The promise is broken, or what it requires is still due.
  private static let broken = 1
  /// The guide has begun and has not ended.
  static let active = 2

  /// What to watch.
  let watches: [Int: [Query.Watch]]
  /// The diagram that is true where the promise is broken, without its condition.
  let isBroken: Int
  /// What the condition reads.
  let facts: [Int]

  /// How `promise` is watched on the walk of `guide`; `isSession` if the walk can begin before the guide.
  init(
    _ promise: Promise,
    of guide: Int,
    _ mentionIndex: inout MentionIndex,
    isSession: Bool,
    _ conditionDiagrams: inout ConditionDiagrams
  ) {
    let library = conditionDiagrams.library
    let isUnseen = conditionDiagrams.diagrams.opposite(conditionDiagrams.isSet(Self.seen))
    let isActive = isSession ? conditionDiagrams.isSet(Self.active) : DecisionDiagrams.yes
    let flag = conditionDiagrams.isSet(Self.broken)
    var watches: [Int: [Query.Watch]] = [:]
    func watch(_ mention: Mention, _ flag: Int, _ value: Int, where condition: Int) {
      for place in mentionIndex.places(of: mention) {
        watches[place, default: []].append(
          Query.Watch(condition: condition, flag: flag, value: value)
        )
      }
    }
    if isSession {
      watches[library.guides[guide].entry] = [
        Query.Watch(condition: DecisionDiagrams.yes, flag: Self.active, value: 1)
      ]
    }
    switch promise.form {
    case .seeBefore(let first, let second):
      watch(first, Self.seen, 1, where: DecisionDiagrams.yes)
      watch(second, Self.broken, 1, where: conditionDiagrams.diagrams.both(isActive, isUnseen))
      isBroken = flag
    case .seeAfter(let first, let second):
      watch(second, Self.broken, 1, where: isActive)
      watch(first, Self.broken, 0, where: DecisionDiagrams.yes)
      isBroken = flag
    case .seeBeforeEnd(let mention):
      watch(mention, Self.seen, 1, where: DecisionDiagrams.yes)
      isBroken = isUnseen
    case .never(let mention):
      watch(mention, Self.broken, 1, where: isActive)
      isBroken = flag
    case .atMostMinutes, .atMostQuestions:
      isBroken = DecisionDiagrams.yes
    }
    self.watches = watches
    facts = promise.clause.map { conditionDiagrams.facts(readBy: $0.condition) } ?? []
  }

  /// What to explore to find the verdict at the end of the guide.
  func query(at leave: Int, of promise: Promise) -> Query {
    var query = Query()
    query.watches = watches
    query.verdict = (leave, facts)
    if let (charge, _) = promise.most {
      query.charge = charge
      query.isDearest = true
    }
    return query
  }
}
