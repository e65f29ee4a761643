import GuideCheck

/// What an exploration has come across.
struct ExplorationResult<W: Weight> {
  /// What is known of a condition after an exploration.
  struct Outcomes {
    /// A walk came to it.
    var isReached = false
    /// On some walk it held.
    var hasHeld = false
    /// On some walk it did not.
    var hasFailed = false
    /// Questions it reads that were asked on some walk before.
    var asked: Set<QuestionID> = []
  }

  /// By instruction: whether a walk came there; only those that matter are marked.
  var isReached: [Bool]
  /// By condition.
  var outcomes: [Int: Outcomes] = [:]
  /// By instruction that begins a guide: the states in which it began, as far as its walk depends on them.
  var beginnings: [Int: WeightedDiagrams<W>.Edge] = [:]
  /// Whether a free condition was read.
  var hasReadFree = false
}

/// Where a part was entered, and in which states.
struct Entrance: Hashable {
  let part: Int
  let node: Int
}

/// How the walk went through a part, to be followed backwards.
struct Trail<W: Weight> {
  typealias Edge = WeightedDiagrams<W>.Edge

  /// One way to a place.
  struct Arrival {
    let from: Int
    /// The states behind the instruction at `from`, before anything was forgotten.
    let states: Edge
    let way: Way
  }

  /// What an instruction did.
  enum Way {
    /// It went on with these states, perhaps having given other values to some variables.
    case passed(Edge, changed: [Int])
    /// A question was asked in these states.
    case asked(QuestionID, Edge, changed: [Int])
    /// A part was entered in these states.
    case entered(Entrance, Edge)
    /// A menu was gone through.
    case offered(MenuID, Edge, [Round])
  }

  /// One round of a menu: what could be done, and the states behind.
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

  /// Where a walk that is over stands, though its part would go on.
  static var over: Int { -1 }

  var arrivals: [Int: [Arrival]] = [:]
  /// The states at each place.
  var states: [Int: Edge] = [:]
}
