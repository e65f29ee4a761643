import GuideCheck

/// The result of an exploration.
struct ExplorationResult<W: Weight> {
  /// What is known about a condition after an exploration.
  struct Outcomes {
    /// A walk reached it.
    var isReached = false
    /// It was true on some walk.
    var hasHeld = false
    /// It was not true on some walk.
    var hasFailed = false
    /// The questions it reads that were asked before it on some walk.
    var asked: Set<QuestionID> = []
  }

  /// By instruction: whether a walk reached it; only instructions that matter are marked.
  var isReached: [Bool]
  /// By condition.
  var outcomes: [Int: Outcomes] = [:]
  /// By instruction that begins a guide: the states in which it began, in the facts its walk depends on.
  var beginnings: [Int: WeightedDiagrams<W>.Edge] = [:]
  /// Whether a free condition was read.
  var hasReadFree = false
}

/// Where a part was entered, and in which states.
struct Entrance: Hashable {
  let part: Int
  let node: Int
}

/// How walks went through a part, to be followed backward.
struct Trail<W: Weight> {
  typealias Edge = WeightedDiagrams<W>.Edge

  /// One way to a place.
  struct Arrival {
    let from: Int
    /// The states after the instruction at `from`, before anything was forgotten.
    let states: Edge
    let way: Way
  }

  /// What an instruction did.
  enum Way {
    /// It went on with these states, perhaps with new values of some variables.
    case passed(Edge, changed: [Int])
    /// A question was asked in these states.
    case asked(QuestionID, Edge, changed: [Int])
    /// A part was entered in these states.
    case entered(Entrance, Edge)
    /// A menu was explored.
    case offered(MenuID, Edge, [Round])
  }

  /// One round of a menu: what could be done, and the states after it.
  struct Round {
    /// The states in which nothing more was opened.
    let before: Edge?
    let openings: [Opening]
  }

  /// An entry of a menu that was opened.
  struct Opening {
    let entry: Menu.Entry
    let entrance: Entrance
    let before: Edge
    let after: Edge
    /// Whether the walk was over before the entry was.
    let isOver: Bool
  }

  /// Where a walk is when it is over although its part would go on.
  static var over: Int { -1 }

  var arrivals: [Int: [Arrival]] = [:]
  /// The states at each place.
  var states: [Int: Edge] = [:]
}
