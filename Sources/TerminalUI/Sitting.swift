public import GuideCheck
public import GuideEngine

/// One person's sitting, line by line.
///
/// A value: what a typed line does can be tried, written to the journal, and only then shown.
public struct Sitting: Sendable {
  /// Where and how a sitting is held.
  public struct Setting: Sendable {
    /// Whether a staff member is close by.
    public let isKiosk: Bool
    /// Whether a person types at a terminal; else lines come from a file or a pipe.
    public let isTerminal: Bool
    /// What has to be typed again behind the commands a person is told to use later, such as
    /// ` --data FOLDER`.
    public let options: String

    /// A setting.
    public init(isKiosk: Bool, isTerminal: Bool, options: String = "") {
      self.isKiosk = isKiosk
      self.isTerminal = isTerminal
      self.options = options
    }
  }

  /// What came of a typed line.
  public struct Reply: Sendable {
    /// What the engine took, in order; to be kept before anything is shown.
    public internal(set) var inputs: [Input] = []
    /// What to show.
    public var blocks: [ScreenBlock]
    /// How the sitting came to its end; nil as long as it goes on.
    public internal(set) var ending: Ending?
    /// Whether the person wishes their answers to be kept from now on.
    public var wishesToKeep = false
    /// Whether everything from this sitting is to be erased.
    public internal(set) var erases = false
    /// Whether it leads away from what stood on the screen.
    public internal(set) var leadsAway = false
    /// Whether what stood on the screen is to be shown once more, from its first line.
    public internal(set) var repeats = false
    /// Whether the sources are needed to answer; ask again when they are there.
    public internal(set) var needsSources = false

    /// A reply that only shows something.
    public init(showing blocks: [ScreenBlock] = []) { self.blocks = blocks }

    init(showing blocks: [ScreenBlock], repeats: Bool) {
      self.blocks = blocks
      self.repeats = repeats
    }
  }

  /// What the program itself asks, over what the engine asks.
  enum Page: Equatable, Sendable {
    case walk
    /// The person's answers; whether the walk is over.
    case review(atEnd: Bool)
    case paused
    case forgetting
    /// What is to happen to the answers; then this guide begins, or the sitting ends.
    case choosing(GuideID?)
  }

  let library: Library
  /// Where and how it is held.
  public let setting: Setting
  var keeping: Keeping
  /// Where the sitting stands.
  public internal(set) var state: State
  /// The works claims rest on, once they were read.
  public var sources: [String: Source]?
  /// What became of kept answers otherwise than it was to be, in words; nil if nothing did.
  public var loss: String?
  var page = Page.walk
  /// The question about keeping, as long as it stands: other pages may be opened over it.
  var unanswered: Page?
  /// Whether this computer has the key to what it keeps.
  private(set) var isReadHere = true
  var misfits = 0
  var idle = 0
  /// How often Enter alone was typed, one after the other.
  private var enters = 0
  /// A line of the person's own words that called for help, and was not written down.
  var calling: String?
  /// Whether the person knows that words they wrote will not be on their page.
  var knowsOfWordsLeft = false

  var screen: Screen { Screen(of: library) }

  /// A sitting over a library; nothing is kept unless it is said.
  public init(
    of library: Library,
    setting: Setting,
    keeping: Keeping = .nothing(asksAgain: false)
  ) {
    self.library = library
    self.setting = setting
    self.keeping = keeping
    state = State(of: library)
  }

  /// Begins: the help line, what happens to answers, and the first screen.
  ///
  /// - Parameters:
  ///   - guide: The guide it begins with.
  ///   - isReadHere: Whether this computer has the key to what it keeps; asked only if that is said.
  /// - Returns: What to show first.
  public mutating func begin(at guide: GuideID, isReadHere: () -> Bool = { true }) -> Reply {
    var reply = Reply()
    if keeping == .undecided, !asks(guide) { keeping = .nothing(asksAgain: false) }
    reply.blocks = welcome(guide)
    if keeping == .undecided || keeping == .wished { self.isReadHere = isReadHere() }
    if case .undecided = keeping {
      page = .choosing(guide)
      unanswered = page
      askAgain(&reply)
    } else {
      reply.wishesToKeep = keeping == .wished
      apply(.began(guide), &reply)
    }
    return reply
  }

  /// Whether a guide asks anything; who needs help now is asked nothing first.
  private func asks(_ guide: GuideID) -> Bool {
    var walked = State(of: library)
    _ = library.advance(&walked, .began(guide))
    while case .reading = walked.awaiting { _ = library.advance(&walked, .readOn) }
    return !walked.isFinished
  }

  /// What follows a typed line.
  public mutating func take(_ line: String) -> Reply {
    var reply = Reply()
    let understood = understand(line)
    if case .input = understood { idle = 0 } else { idle += 1 }
    if case .nothing = understood { enters += 1 } else { enters = 0 }
    switch (understood, page) {
    case (.help, _): showHelp(after: line, &reply)
    case (.command(let word, let rest), _): obey(word, rest, line, &reply)
    case (.nothing, .choosing) where setting.isTerminal: askAgain(&reply)
    case (.nothing, .review) where setting.isTerminal: askAgain(&reply)
    case (_, .choosing(let guide)): answerKeeping(line, then: guide, &reply)
    case (_, .review(let atEnd)): answerReview(line, atEnd: atEnd, &reply)
    case (_, .forgetting):
      if keeping != .erased { reply.blocks.append(.note("Nothing was erased.")) }
      leavePage(&reply)
    case (_, .paused): leavePage(&reply)
    case (.input(let input), .walk): apply(input, &reply)
    case (.lookAgain(let entry), .walk):
      misfits = 0
      reply.blocks += screen.blocks(library.lookAgain(entry, state))
      if case .offer(let offer)? = prompt {
        reply.blocks.append(.heading(library[library[offer.menu].step].title))
      }
      askAgain(&reply)
    case (.nothing, .walk) where setting.isTerminal:
      // Enter is what reads on; whoever goes on pressing it is told what there is to do.
      if enters > 1 { reply.blocks.append(.note(Self.whatToType)) }
      askAgain(&reply)
    case (.nothing, .walk): misfit("", &reply)
    case (.misfit(let words), .walk): misfit(words, &reply)
    }
    if !setting.isTerminal, idle > Self.patience, !reply.isOver {
      goForward("Let us go on.", &reply)
    }
    return reply
  }

  /// How many lines of a file or a pipe may lead nowhere, one after the other, before the sitting goes on
  /// by itself.
  private static let patience = 100

  /// What follows a line typed at a pause, where the question that stands is not yet on the screen.
  ///
  /// Words that work everywhere work here too; nothing is an answer.
  public mutating func takeAtPause(_ line: String) -> Reply {
    var reply = Reply()
    switch Understanding(library: library).understand(line, .pause) {
    case .help: reply.blocks = helpScreen
    case .command(.repeat, _): reply.repeats = true
    case .command(.define, let rest): reply.blocks = [.note(definition(of: rest))]
    case .command(.words, _):
      reply.blocks = [
        .note(
          "1 reads on. Here you can also type back, repeat, menu, define, forget, stop here, quit or "
            + "help."
        )
      ]
    case .command(let word, let rest)
    where [.back, .forget, .menu, .pause, .quit, .stop].contains(word):
      var gone = self
      gone.obey(word, rest, line, &reply)
      if [.back, .menu].contains(word), reply.inputs.isEmpty, gone.page == page {
        // There is nothing to go back to: what stood on the screen is not lost.
        return Reply(showing: [reply.blocks[0]], repeats: word == .back)
      }
      self = gone
      reply.leadsAway = true
    case .command:
      reply.blocks = [.note("First read on: type 1. That word works when all of this is read.")]
    case .input, .lookAgain, .misfit, .nothing:
      reply.blocks = [.note("Type 1 to read on, or help for help.")]
    }
    return reply
  }

  /// What the engine waits for, as an effect; nil on a page of the program's own.
  var prompt: Effect? {
    guard case .walk = page else { return nil }
    return library.prompt(state).last
  }

  /// Hands an input to the engine and shows what follows.
  mutating func apply(_ input: Input, _ reply: inout Reply) {
    let before = state
    let effects = library.advance(&state, input)
    if effects.contains(.refuse) {
      misfit("", &reply)
      return
    }
    misfits = 0
    if case .walk = page { unanswered = nil }
    reply.inputs.append(input)
    // Where nobody sits at a terminal nothing scrolls away unread, and a pause takes no line.
    let readsOn = effects.last == .pause && !setting.isTerminal
    reply.blocks += withReviews(
      screen.blocks(readsOn ? effects.dropLast() : effects),
      since: before
    )
    if readsOn { apply(.readOn, &reply) }
    if effects.contains(.finish) { finish(&reply) }
  }

  /// A sitting that stands somewhere, and of which nothing is kept.
  public init(of library: Library, setting: Setting, standing state: State) {
    self.init(of: library, setting: setting)
    self.state = state
  }

  /// Where the sitting stands, from what was said last.
  public mutating func stand() -> Reply {
    var reply = Reply()
    stand(&reply)
    return reply
  }

  /// Shows where the sitting stands: where the walk is over, also what comes after it.
  mutating func stand(_ reply: inout Reply) {
    page = .walk
    reply.blocks += screen.blocks(library.standing(state))
    if state.isFinished { finish(&reply) }
  }

  /// Shows once more what stands.
  public mutating func askAgain(_ reply: inout Reply) {
    switch page {
    case .walk: reply.blocks += screen.blocks(library.prompt(state).filter { !$0.isTitle })
    case .review(let atEnd): showReview(atEnd: atEnd, &reply)
    case .paused: reply.blocks.append(.choice("1", "Go on"))
    case .forgetting:
      let way = keeping == .erased ? "Go on; nothing more is kept" : "Go on, and erase nothing"
      reply.blocks.append(.choice("1", way))
    case .choosing(let guide): reply.blocks += keepingQuestion(isRepeated: guide == nil)
    }
  }

  // MARK: what fits nothing

  private mutating func misfit(_ words: String, _ reply: inout Reply) {
    misfits += 1
    if misfits >= 3 {
      goForward(state.isChanging ? Self.itStays : Self.letUsGoOn, &reply)
      return
    }
    if !words.isEmpty { reply.blocks.append(.note("\(words) \(Self.whatToType)")) }
    askAgain(&reply)
  }

  private static let whatToType = "Type ? to see what you can type, or help for help."

  private static let itStays =
    "That is all right. Your answer stays as it was. If you need a person now, type help."

  static let letUsGoOn =
    "That is all right. Let us leave this out and go on. To come back to it, type back. "
    + "If you need a person now, type help."

  /// The way forward, whatever stands: a question is skipped, a menu opens its first topic.
  mutating func goForward(_ words: String, _ reply: inout Reply) {
    misfits = 0
    idle = 0
    reply.blocks.append(.note(words))
    switch page {
    case .paused, .forgetting: leavePage(&reply)
    case .choosing(let guide): answerKeeping("2", then: guide, &reply)
    case .review(let atEnd): closeReview(atEnd: atEnd, &reply)
    case .walk:
      switch prompt {
      case .ask? where state.isChanging: apply(.wentBack, &reply)
      case .ask(let asking)?: apply(.answered(asking.question, .skipped), &reply)
      case .pause?: apply(.readOn, &reply)
      case .offer(let offer)?: apply(offer.unseen.first.map { .opened($0) } ?? .readOn, &reply)
      default: reply.ends(.finished)
      }
    }
  }

  /// Goes back to what stands under the pages of the program's own.
  mutating func leavePage(_ reply: inout Reply) {
    page = unanswered ?? .walk
    if unanswered != nil {
      askAgain(&reply)
    } else if state.isFinished {
      finish(&reply)
    } else {
      reply.blocks += screen.blocks(library.standing(state))
    }
  }
}

extension Effect {
  var isTitle: Bool { if case .title = self { true } else { false } }
}

extension Sitting {
  /// What the Tab key may complete: the choices that stand, and the words that work everywhere.
  public var completions: [String] {
    var words: [String] = []
    switch prompt {
    case .ask(let asking)?:
      let question = library[asking.question]
      words = Screen.offered(asking, question).map { question.options[$0].label.lowercased() }
    case .offer(let offer)?:
      words = (offer.unseen + offer.seen).map { library.title(of: $0).lowercased() }
    default: break
    }
    return words + CommandWord.allCases.map(\.rawValue) + ["help"]
  }
}
