public import GuideCheck

/// The state of a session: what the person said and was shown, and the walk that follows from it.
///
/// Everything a person sees follows from `kept`, `shown`, and `openings`; the walk is the result of
/// running the guides with them.
public struct State: Sendable {
  /// A person's answer to a question, on the walk or set aside.
  public struct Kept: Hashable, Sendable {
    /// The answer.
    public let answer: Answer
    /// Whether it counts; after going back, it is only offered.
    public let stands: Bool
  }

  /// What the engine waits for.
  public enum Awaiting: Hashable, Sendable {
    /// Nothing has begun.
    case beginning
    /// An answer.
    case answer(QuestionID)
    /// An answer in place of an older one.
    case change(QuestionID)
    /// A topic, or to go on.
    case choice(MenuID)
    /// To go on reading.
    case reading
    /// Nothing: the walk is over.
    case nothing

    /// The question that an answer is waited for; nil if none is.
    public var question: QuestionID? {
      switch self {
      case .answer(let question), .change(let question): question
      case .beginning, .choice, .nothing, .reading: nil
      }
    }
  }

  /// Something on the walk.
  public enum Footprint: Hashable, Sendable {
    case step(StepID)
    case guide(GuideID)
    case passage(PassageID)
    case answer(QuestionID)
  }

  /// Something the person decided, and what is needed to undo it.
  struct Decision: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      case answered(QuestionID)
      case opened(MenuID, GuideCheck.Menu.Entry)
      case readOn(MenuID)
      case wentOn(GuideID)
    }
    let kind: Kind
    let counter: Int
    let frame: Int
    let frames: Int
    let walk: Int
    /// A hash of all decisions up to this one, so that two walks can be compared by their last.
    let mark: UInt64
  }

  /// Where to go on after a visit.
  struct Frame: Hashable, Sendable {
    let counter: Int
    let parent: Int
  }

  /// What the person chose in a menu.
  struct Opened: Hashable, Sendable {
    var entries: [GuideCheck.Menu.Entry] = []
    var readOn = false
  }

  /// Where the session began.
  public internal(set) var start = GuideID.house
  /// By question.
  public internal(set) var kept: [Kept?]
  /// By passage: the words it had when it was last shown, as a `RenderedHash`; zero if it was not shown.
  var shown: [UInt64]
  /// By menu.
  var openings: [Opened]
  /// What the person took off their page, even if it is not on the walk.
  var takenOff: Set<PageItem> = []
  /// The questions on the page that matter most to the person, in their order, even if they are not on
  /// the walk; empty if the person did not pick any.
  public internal(set) var priorities: [String] = []
  /// The guides the person went on with after the end, in order.
  var goingOn: [GuideID] = []

  /// What is on the walk, in order.
  public internal(set) var walk: [Footprint] = []
  var decisions: [Decision] = []
  var frames: [Frame] = []
  var frame = -1
  var counter = 0
  /// By question: the answer on the walk; nil means not asked.
  public internal(set) var answers: [Answer?]
  /// By step: whether it is on the walk.
  var visitedSteps: [Bool]
  /// By guide: whether it is on the walk.
  var visitedGuides: [Bool]
  /// By mention: how many passages on the walk have it.
  var mentions: [Int]

  /// What the engine waits for.
  public internal(set) var awaiting = Awaiting.beginning
  /// How many times the current teach-back was tried.
  var tries = 0
  /// The title shown last.
  var titled: StepID?
  /// Whether the person ever went back, or the walk was run again from its start with kept decisions.
  var hasTurnedBack = false
  /// Whether something was shown since the person last did anything.
  var hasShown = false

  var equationCache: EquationCache

  /// A session that has not begun.
  public init(of library: Library) {
    kept = Array(repeating: nil, count: library.questions.count)
    shown = Array(repeating: 0, count: library.passages.count)
    openings = Array(repeating: Opened(), count: library.menus.count)
    answers = Array(repeating: nil, count: library.questions.count)
    visitedSteps = Array(repeating: false, count: library.steps.count)
    visitedGuides = Array(repeating: false, count: library.guides.count)
    mentions = Array(repeating: 0, count: library.mentions.count)
    equationCache = EquationCache(count: library.equations.count)
  }

  /// Whether a step or topic is on the walk.
  public func hasVisited(_ step: StepID) -> Bool { visitedSteps[step.index] }

  /// Whether a guide is on the walk.
  public func hasVisited(_ guide: GuideID) -> Bool { visitedGuides[guide.index] }

  /// Whether a passage was shown, on this walk or before.
  func hasShown(_ passage: PassageID) -> Bool { shown[passage.index] != 0 }

  func hasVisited(_ entry: GuideCheck.Menu.Entry) -> Bool {
    switch entry {
    case .topic(let step): visitedSteps[step.index]
    case .guide(let guide): visitedGuides[guide.index]
    }
  }

  /// Whether the walk is over.
  public var isFinished: Bool { awaiting == .nothing }

  /// Whether an answer given before is being changed.
  public var isChanging: Bool { if case .change = awaiting { true } else { false } }

  /// Whether there is something to go back to.
  public var canGoBack: Bool { !decisions.isEmpty }
}

extension State: Equatable {
  /// Two states are equal if nothing a person could do would show a difference; cached values
  /// do not count.
  public static func == (first: State, second: State) -> Bool {
    first.start == second.start && first.kept == second.kept && first.shown == second.shown
      && first.openings == second.openings && first.walk == second.walk
      && first.decisions == second.decisions && first.frames == second.frames
      && first.frame == second.frame && first.counter == second.counter
      && first.answers == second.answers && first.visitedSteps == second.visitedSteps
      && first.visitedGuides == second.visitedGuides && first.mentions == second.mentions
      && first.awaiting == second.awaiting && first.tries == second.tries
      && first.titled == second.titled && first.hasShown == second.hasShown
      && first.takenOff == second.takenOff && first.priorities == second.priorities
      && first.goingOn == second.goingOn
  }
}
