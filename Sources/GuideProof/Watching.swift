import GuideCheck

/// A promise as flags to watch and a verdict over them.
///
/// Promises speak of whole walks: a promise is broken by a completed walk of the guide on which its
/// condition holds at the end, and on which
///
/// - `see X before Y`: Y came while X had not come;
/// - `see X after Y`: Y came, and X did not come with it or behind it;
/// - `see X before end`: X did not come;
/// - `never X`: X came.
///
/// X may have come before the guide began, in the same sitting; Y counts within the guide.
struct Watching {
  /// X has come.
  private static let seen = 0
  /// The promise is broken, or what it asks for is still due.
  private static let broken = 1
  /// The guide is on.
  private static let active = 2

  /// What to watch.
  let watches: [Int: [Purpose.Watch]]
  /// The function that holds where the promise is broken, its condition left aside.
  let isBroken: Int
  /// What the condition reads.
  let facts: [Int]

  /// How `promise` is watched on the walk of `guide`; `isSitting` if the walk may begin before the guide.
  init?(
    _ promise: Promise,
    of guide: Int,
    _ sightings: inout Sightings,
    isSitting: Bool,
    _ truths: inout Truths
  ) {
    let library = truths.library
    let isSeen = truths.functions.choice(Self.seen, [Functions.no, Functions.yes])
    let isUnseen = truths.functions.opposite(isSeen)
    let isActive =
      isSitting
      ? truths.functions.choice(Self.active, [Functions.no, Functions.yes]) : Functions.yes
    let flag = truths.functions.choice(Self.broken, [Functions.no, Functions.yes])
    var watches: [Int: [Purpose.Watch]] = [:]
    func watch(_ sight: Sight, _ flag: Int, _ value: Int, where condition: Int) {
      for place in sightings.places(of: sight) {
        watches[place, default: []].append(
          Purpose.Watch(condition: condition, flag: flag, value: value)
        )
      }
    }
    if isSitting {
      watches[library.guides[guide].entry] = [
        Purpose.Watch(condition: Functions.yes, flag: Self.active, value: 1)
      ]
    }
    switch promise.form {
    case .seeBefore(let first, let second):
      watch(first, Self.seen, 1, where: Functions.yes)
      watch(second, Self.broken, 1, where: truths.functions.both(isActive, isUnseen))
      isBroken = flag
    case .seeAfter(let first, let second):
      watch(second, Self.broken, 1, where: isActive)
      watch(first, Self.broken, 0, where: Functions.yes)
      isBroken = flag
    case .seeBeforeEnd(let sight):
      watch(sight, Self.seen, 1, where: Functions.yes)
      isBroken = isUnseen
    case .never(let sight):
      watch(sight, Self.broken, 1, where: isActive)
      isBroken = flag
    case .atMostMinutes, .atMostQuestions: return nil
    }
    self.watches = watches
    facts = promise.gate.map { truths.facts(readBy: $0.condition) } ?? []
  }

  /// What to explore to find the verdict where the guide is left.
  func purpose(at leave: Int) -> Purpose {
    var purpose = Purpose()
    purpose.watches = watches
    purpose.verdict = (leave, facts)
    return purpose
  }
}
