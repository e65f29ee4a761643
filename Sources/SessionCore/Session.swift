import Documents
public import GuideCheck
public import GuideEngine
public import Phrases
import SourceText

/// One person's session, line by line.
///
/// A reducer: an event changes it, and it says what is to be done. A line is first understood as a plan,
/// which changes nothing; then what the person did is recorded; then the plan is carried out in place;
/// then it is shown. So what is on the screen is on the disk.
public struct Session: LineProgram, Sendable {
  /// What the session is held over.
  public let library: Library
  /// Where and how it is held.
  public let setting: SessionSetting
  let phrases: any PatientPhrases
  let vocabulary: Vocabulary
  let screen: Screen

  /// Where the walk stands.
  public internal(set) var walk: State
  /// Whether what is typed is kept.
  public internal(set) var consent: RetentionConsent
  /// Everything the person did in this session, for those who decide at the end to keep it.
  public internal(set) var history: [Input] = []
  /// Why the session could not begin although it was to be kept; nil if it could.
  public internal(set) var refusal: RecordingProblem?

  var mode = Mode.walk
  var phase = Phase.prompting
  var attention = Attention()
  /// The question or menu of the engine that stands, as an effect.
  var asked: Effect?
  /// The guides whose review the person was told of, by place.
  var begunGuides: [Bool]
  /// What a begin that failed may have left on the disk.
  var leftover: Leftover?
  var renderer: TerminalRenderer
  /// Rows of the terminal; nil where lines scroll away from nobody.
  var rows: Int?
  private let start: Start
  private let isReadHereNow: @Sendable () -> Bool
  /// Whether the key to what is kept is on this computer.
  private(set) var isReadHere = true
  private var pendingDraft = ""
  private var lines = 0

  /// What the session waits for.
  enum Phase: Sendable {
    /// A line, at what stands.
    case prompting
    /// A line, at a pause in a text too long for the screen.
    case reading(Pager)
    /// The outcome of a request, to carry out a plan; what will be shown before it.
    case recording(Plan, RecordingRequest, shown: [Block])
  }

  private enum Start: Sendable {
    case guide(GuideID)
    case standing(WelcomeBack?)
  }

  /// What has changed since a kept session was left.
  public struct WelcomeBack: Sendable {
    /// Whether a question whose words have changed is asked again.
    public let asksAgain: Bool
    /// Whether the guides are not what they were.
    public let hasChanged: Bool
    /// What was typed and not sent.
    public let draft: String

    /// What has changed.
    public init(asksAgain: Bool = false, hasChanged: Bool = false, draft: String = "") {
      self.asksAgain = asksAgain
      self.hasChanged = hasChanged
      self.draft = draft
    }
  }

  /// A session that begins at a guide.
  ///
  /// - Parameters:
  ///   - guide: The guide it begins with.
  ///   - library: What it is held over.
  ///   - setting: Where and how it is held.
  ///   - consent: What was decided in advance about keeping.
  ///   - isReadHere: Whether this computer has the key to what is kept; asked only where that is said.
  public init(
    at guide: GuideID,
    of library: Library,
    setting: SessionSetting,
    consent: RetentionConsent = .declined(asksAgain: false),
    isReadHere: @escaping @Sendable () -> Bool = { true }
  ) {
    self.init(.guide(guide), State(of: library), library, setting, consent, isReadHere)
  }

  /// A session that stands somewhere: one that was kept, or one that an author has put there.
  ///
  /// - Parameters:
  ///   - walk: Where it stands.
  ///   - library: What it is held over.
  ///   - setting: Where and how it is held.
  ///   - consent: Whether it is kept.
  ///   - welcome: What a person who comes back is told; nil for nothing.
  public init(
    standing walk: State,
    of library: Library,
    setting: SessionSetting,
    consent: RetentionConsent = .declined(asksAgain: false),
    welcome: WelcomeBack? = nil
  ) {
    self.init(.standing(welcome), walk, library, setting, consent, { true })
  }

  private init(
    _ start: Start,
    _ walk: State,
    _ library: Library,
    _ setting: SessionSetting,
    _ consent: RetentionConsent,
    _ isReadHere: @escaping @Sendable () -> Bool
  ) {
    self.start = start
    self.walk = walk
    self.library = library
    self.setting = setting
    self.consent = consent
    isReadHereNow = isReadHere
    phrases = library.phrases
    vocabulary = Vocabulary(library)
    screen = Screen(of: library)
    renderer = setting.renderer
    begunGuides = library.guides.indices.map { walk.hasVisited(GuideID($0)) }
    asked = library.prompt(&self.walk).last
  }

  // MARK: what stands before the line

  /// What stands before the line.
  public var prompt: String {
    if case .reading = phase { phrases.readOnPrompt } else { "> " }
  }

  /// What stands in the line already: what a person had typed and not sent when they were here last.
  public var draft: String { if case .prompting = phase { pendingDraft } else { "" } }

  /// Whether it is over.
  public var isOver: Bool { mode.ending != nil }

  /// How it ended; nil as long as it goes on.
  public var ending: SessionEnding? { mode.ending }

  // MARK: events

  /// Takes an event, and says what is to be done.
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
    case .back: return take(phrases.word(for: .back))
    case .interrupted: return interrupted()
    case .elapsed: return []
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
    switch consent {
    case .undecided:
      mode = .consent(.atStart(guide))
      return proceed(Plan(notes: notes, result: .shows(.question), attention: attention))
    case .requested:
      return proceed(
        Plan(
          notes: notes,
          inputs: [.began(guide)],
          result: .keeps(.shows(.effects)),
          attention: attention
        )
      )
    case .declined, .erased, .given:
      return proceed(
        Plan(
          notes: notes,
          inputs: [.began(guide)],
          result: .shows(.effects),
          attention: attention
        )
      )
    }
  }

  /// Whether a guide asks anything; someone who needs help now is asked nothing first.
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
    // Through a pipe nobody sees what was typed; the text then reads as the conversation it was.
    let echo: [LineEffect<RecordingRequest>] =
      setting.isTerminal ? [] : [.write(["> \(visible(line))"])]
    let notes: [Block] =
      isCut ? [.note(RichText(phrases.lineWasCut(to: Self.mostLetters)))] : []
    return echo + follow(line, notes)
  }

  private mutating func follow(_ line: String, _ notes: [Block]) -> [LineEffect<RecordingRequest>] {
    if case .reading(let pager) = phase { return takeAtPause(line, pager) }
    pendingDraft = ""
    var plan = plan(for: line)
    plan.notes = notes + plan.notes
    return proceed(plan)
  }

  /// How many lines are read from a file or a pipe, where nobody answers as many questions.
  ///
  /// So every stream of lines ends. A person at a terminal may stay as long as they like.
  static let mostLines = 10_000

  /// How many letters a line may have.
  public static let mostLetters = 10_000

  private mutating func interrupted() -> [LineEffect<RecordingRequest>] {
    if case .reading = phase { return [.write([phrases.typeQuit])] }
    return present([.note(RichText(phrases.typeQuit))])
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
