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

  /// The examined steps that a walk reached.
  var reachedSteps: Set<Int> = []
  /// By examined condition.
  var outcomes: [Int: Outcomes] = [:]
  /// By instruction that begins a guide: the states in which it began, in the facts that are recorded.
  var beginnings: [Int: WeightedDiagrams<W>.Edge] = [:]
  /// The free conditions that were read.
  var freeConditions: Set<Int> = []
  /// The tests of sums of which it is not known which outcomes are possible together.
  var undividedTests: Set<Int> = []
  /// Whether every set of states is exactly what walks reach, and not larger.
  var isExact: Bool { freeConditions.isEmpty && undividedTests.isEmpty }
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
    /// It went on with these states, perhaps with other values of what it marks.
    case passed(Edge)
    /// A question was asked in these states.
    case asked(QuestionID, Edge)
    /// A part was entered in these states.
    case entered(Entrance, Edge)
    /// A menu was explored.
    case offered(MenuID, Edge, [Opening])
  }

  /// An entry of a menu that was opened.
  struct Opening {
    let entry: Menu.Entry
    let entrance: Entrance
    let before: Edge
    let after: Edge
    /// Whether the walk was over before the entry was.
    let isOver: Bool
    /// Whether everyone who leaves the menu has opened the entry here.
    let isForced: Bool
  }

  /// Where a walk is when it is over although its part would go on.
  static var over: Int { -1 }

  var arrivals: [Int: [Arrival]] = [:]
}
