import Documents
public import GuideCheck
public import GuideEngine
public import Phrases
public import SourceText

/// One person's session, line by line.
///
/// A reducer: an event changes it, and it returns what to do. A line is first understood as a plan,
/// which changes nothing; then what the person did is recorded; then the plan is carried out in place;
/// then it is shown. So what is on the screen is on the disk.
public struct Session: LineProgram, Sendable {
  /// The library of the session.
  public let library: Library
  /// Where and how the session takes place.
  public let setting: SessionSetting
  let phrases: any PatientPhrases
  let vocabulary: Vocabulary
  let screen: Screen

  /// The state of the walk.
  public internal(set) var walk: State
  /// Whether what is typed is kept.
  public internal(set) var consent: RetentionConsent
  /// Everything the person did in this session, in case they decide at the end to keep it.
  public internal(set) var history: [Input] = []
  /// Why the session could not begin although it was to be kept; nil if it could.
  public internal(set) var refusal: RecordingProblem?

  var mode = Mode.walk
  var phase = Phase.prompting
  var attention = Attention()
  /// The current question or menu of the engine, as an effect.
  var asked: Effect?
  /// The guides whose review was shown to the person, by index.
  var begunGuides: [Bool]
  /// What a failed `begin` may have left on the disk.
  var leftover: Leftover?
  var renderer: TerminalRenderer
  /// The rows of the terminal; nil without a terminal.
  var rows: Int?
  /// What knows how much is left; nil if nothing does.
  var times: (any RemainingTimes)?
  private let start: Start
  private let isReadHereNow: @Sendable () -> Bool
  /// Whether the key to kept answers is on this computer.
  private(set) var isReadHere = true
  /// What is in the line before the person types.
  var pendingDraft = ""
  /// What becomes of what is already in the line.
  public internal(set) var draftUse = DraftUse.extended
  /// Where the walk waits under a review, until an answer is changed.
  var placeUnderReview: State.Awaiting?
  /// The file in which the page was saved last.
  var savedPath: String?
  private var lines = 0
  /// The day on which the person left the guide unfinished that they start; nil if they did not.
  let unfinishedSince: Day?
  /// Whether the person wants to go on with the kept session that they left unfinished.
  public internal(set) var wantsToResume = false

  /// What the session waits for.
  enum Phase: Sendable {
    /// A line, at the current prompt.
    case prompting
    /// A line, at a pause in a text that is too long for the screen.
    case reading(Pager)
    /// The result of a request, to carry out a plan; also what to show before it.
    case recording(Plan, RecordingRequest, shown: [Block])
  }

  private enum Start: Sendable {
    case guide(GuideID)
    case standing(WelcomeBack?)
  }

  /// What has changed since a kept session was left.
  public struct WelcomeBack: Sendable {
    /// Whether a question is asked again because its wording has changed.
    public let asksAgain: Bool
    /// Whether the guides have changed.
    public let hasChanged: Bool
    /// What was typed but not sent.
    public let draft: String

    /// Creates a description of what has changed.
    public init(asksAgain: Bool = false, hasChanged: Bool = false, draft: String = "") {
      self.asksAgain = asksAgain
      self.hasChanged = hasChanged
      self.draft = draft
    }
  }

  /// Creates a session that begins with a guide.
  ///
  /// - Parameters:
  ///   - guide: The guide it begins with.
  ///   - library: The library of the session.
  ///   - setting: Where and how the session takes place.
  ///   - consent: What was decided in advance about keeping.
  ///   - unfinishedSince: The day on which a kept session with this guide was begun that is not finished;
  ///     nil if there is none. At a terminal, the person is asked whether to go on with it.
  ///   - isReadHere: Whether this computer has the key to kept answers; called only when that is shown.
  public init(
    at guide: GuideID,
    of library: Library,
    setting: SessionSetting,
    consent: RetentionConsent = .declined(asksAgain: false),
    unfinishedSince: Day? = nil,
    isReadHere: @escaping @Sendable () -> Bool = { true }
  ) {
    let state = State(of: library)
    self.init(.guide(guide), state, library, setting, consent, unfinishedSince, isReadHere)
  }

  /// Creates a session in a given state: one that was kept, or one that an author has put there.
  ///
  /// - Parameters:
  ///   - walk: The state of the walk.
  ///   - library: The library of the session.
  ///   - setting: Where and how the session takes place.
  ///   - consent: Whether it is kept.
  ///   - welcome: What to tell a person who comes back; nil for nothing.
  public init(
    standing walk: State,
    of library: Library,
    setting: SessionSetting,
    consent: RetentionConsent = .declined(asksAgain: false),
    welcome: WelcomeBack? = nil
  ) {
    self.init(.standing(welcome), walk, library, setting, consent, nil, { true })
  }

  private init(
    _ start: Start,
    _ walk: State,
    _ library: Library,
    _ setting: SessionSetting,
    _ consent: RetentionConsent,
    _ unfinishedSince: Day?,
    _ isReadHere: @escaping @Sendable () -> Bool
  ) {
    self.start = start
    self.walk = walk
    self.library = library
    self.setting = setting
    self.consent = consent
    self.unfinishedSince = unfinishedSince
    isReadHereNow = isReadHere
    phrases = library.phrases
    vocabulary = Vocabulary(library)
    times = setting.times?(library)
    screen = Screen(of: library)
    renderer = setting.renderer
    begunGuides = library.guides.indices.map { walk.hasVisited(GuideID($0)) }
    asked = library.prompt(&self.walk).last
  }

  // MARK: the prompt

  /// The prompt before the line.
  public var prompt: String {
    takesSpace ? phrases.readOnPrompt : "> "
  }

  /// Whether the person is only reading, so that the space bar reads on, too.
  public var takesSpace: Bool {
    if case .reading = phase { return true }
    if case .paused = mode { return true }
    return mode == .walk && asked == .pause && setting.isTerminal
  }

  /// The text that is already in the line: what the person had typed but not sent the last time, or
  /// what did not fit.
  public var draft: String { if case .prompting = phase { pendingDraft } else { "" } }

  /// Whether it is over.
  public var isOver: Bool { mode.ending != nil }

  /// How it ended; nil while it goes on.
  public var ending: SessionEnding? { mode.ending }

  // MARK: events

  /// Handles an event, and returns what to do.
  public mutating func handle(
    _ event: LineEvent<RecordingOutcome>
  ) -> [LineEffect<RecordingRequest>] {
    switch event {
    case .began: return begin()
    case .resized(let size):
      renderer = renderer.with(width: size.columns)
      rows = size.rows
      return []
    case .line(let line, let isCut): return take(line, isCut: isCut)
    case .back: return goBack()
    case .interrupted: return interrupted()
    case .refreshed: return refreshed()
    case .elapsed: return elapsed()
    case .ended(let ending, let draft): return inputEnded(ending, drafting: draft)
    case .performed(let outcome): return performed(outcome)
    }
  }

  private mutating func begin() -> [LineEffect<RecordingRequest>] {
    switch start {
    case .guide(let guide): return begin(at: guide)
    case .standing(let welcome):
      var notes: [Block] = []
      if let welcome {
        notes = [.note(RichText(phrases.welcomeBack(keepingWords)))]
        if welcome.hasChanged { notes.append(.note(RichText(phrases.guidesHaveChanged))) }
        if welcome.asksAgain { notes.append(.note(RichText(phrases.askedAgain))) }
        pendingDraft = keptDraft(of: welcome.draft)
      }
      return proceed(Plan(notes: notes, result: .shows(.standing), attention: attention))
    }
  }

  private mutating func begin(at guide: GuideID) -> [LineEffect<RecordingRequest>] {
    if consent.isUndecided, !asks(guide) { consent = .declined(asksAgain: false) }
    switch consent {
    case .undecided, .requested: isReadHere = isReadHereNow()
    case .declined, .erased, .given: break
    }
    let notes = welcome(guide)
    if setting.isTerminal, unfinishedSince != nil {
      mode = .returning(guide)
      return proceed(Plan(notes: notes, result: .shows(.question), attention: attention))
    }
    return proceed(startingNew(guide, notes: notes, attention))
  }

  /// Whether a guide asks anything; someone who needs help now is not asked anything first.
  private func asks(_ guide: GuideID) -> Bool {
    var walked = State(of: library)
    _ = library.advance(&walked, .began(guide))
    while case .reading = walked.awaiting { _ = library.advance(&walked, .readOn) }
    return !walked.isFinished
  }

  private mutating func take(
    _ line: String,
    isCut: Bool? = nil
  ) -> [LineEffect<RecordingRequest>] {
    guard let isCut else { return follow(line, []) }
    lines += 1
    if !setting.isTerminal, lines > Self.mostLines {
      return inputEnded(.endOfInput, [.note(RichText(phrases.tooManyLines(Self.mostLines)))])
    }
    // With a pipe, nobody sees what was typed, so it is added to make the text read like the
    // conversation.
    let echo: [LineEffect<RecordingRequest>] =
      setting.isTerminal ? [] : [.write(["> \(visible(line))"])]
    let notes: [Block] =
      isCut ? [.note(RichText(phrases.lineWasCut(to: Self.mostLetters)))] : []
    return echo + follow(line, notes)
  }

  private mutating func follow(_ line: String, _ notes: [Block]) -> [LineEffect<RecordingRequest>] {
    if case .reading(let pager) = phase { return takeAtPause(line, pager) }
    let line = withoutDraft(line)
    pendingDraft = ""
    draftUse = .extended
    var plan = plan(for: line)
    plan.notes = notes + plan.notes
    return proceed(plan)
  }

  /// The key to go back is never meant as an answer in the person's own words.
  private mutating func goBack() -> [LineEffect<RecordingRequest>] {
    if case .reading(let pager) = phase { return takeAtPause(phrases.word(for: .back), pager) }
    pendingDraft = ""
    draftUse = .extended
    return proceed(plan(.back, "", attention))
  }

  /// The limit on lines from a file or a pipe, more than anyone needs to answer all questions.
  ///
  /// So every stream of lines ends. A person at a terminal can stay as long as they like.
  static let mostLines = 10_000

  /// The limit on letters in a line.
  public static let mostLetters = 10_000

  private mutating func interrupted() -> [LineEffect<RecordingRequest>] {
    // What the person has in the line stays there, even if that is nothing.
    pendingDraft = ""
    if case .reading = phase { return [.write([phrases.typeQuit])] }
    return present([.note(RichText(phrases.typeQuit))])
  }

  private mutating func refreshed() -> [LineEffect<RecordingRequest>] {
    pendingDraft = ""
    if case .reading(let pager) = phase { return showPageAgain(pager) }
    return present(question)
  }

  /// Nothing is decided for someone who has left the keyboard: nothing is kept, and that is said.
  private mutating func elapsed() -> [LineEffect<RecordingRequest>] {
    guard case .consent(let question) = mode, case .prompting = phase else { return [] }
    let notes: [Block] = [.note(RichText(phrases.nothingWillBeKept))]
    return proceed(declining(question, notes: notes, attention))
  }

  private mutating func inputEnded(
    _ ending: InputEnding,
    _ notes: [Block] = [],
    drafting draft: String = ""
  ) -> [LineEffect<RecordingRequest>] {
    if isOver { return [.end] }
    let plan = Plan(notes: notes, result: .ends(.left, .inputEnded), attention: attention)
    phase = .prompting
    rows = nil
    guard consent.kept != nil else { return proceed(plan) }
    return ask(.leave(ending, draft: keptDraft(of: draft)), for: plan, shown: [])
  }
}
