public import ContentFolder
import Documents
public import GuideCheck
import GuideEngine
public import SessionCore
public import SourceText

/// A guide in the hands of its author: a session of which nothing is kept, that can be set anywhere and
/// looked behind, over a text that may change while it is on.
public struct AuthorPreview: LineProgram {
  /// A word that is the author's; always behind a colon, so that no word of a patient is taken away.
  enum Word: String, CaseIterable {
    case begin
    case forget
    case go
    case save
    case set
    case sides
    case values
    case `where`
    case why
    case words = "?"

    /// How it is used and what it does.
    var explanation: String {
      switch self {
      case .begin: ":begin [GUIDE] begins anew"
      case .forget: ":forget QUESTION takes an answer back, and asks again"
      case .go: ":go STEP goes to a step or topic, by your answers if they lead there"
      case .save: ":save NAME writes the walk so far as a transcript"
      case .set: ":set QUESTION ANSWER answers a question, now or when it is asked"
      case .sides: ":sides shows what the patient reads, and what goes to the lists"
      case .values: ":values shows every answer and every let"
      case .where: ":where says where you are, with the line of the file"
      case .why: ":why shows each condition around what stands, and what makes it so"
      case .words: ":? shows this list; a space before the colon sends the line to the guide"
      }
    }
  }

  var library: Library
  var session: Session
  /// Where transcripts are written.
  let transcripts: String
  /// Answers to questions that were not asked yet, as they are to be typed; by name.
  var answersToCome: [String: String] = [:]
  let describe: Description
  /// The line that is taken once the text has been looked at.
  private var pending: String?

  /// How the preview is shown where it is held.
  public struct Description {
    /// Where and how it is held; asked anew whenever something is laid out, since a window can change.
    public let setting: () -> SessionSetting
    /// Diagnostics, as lines.
    public let diagnostics: ([Diagnostic]) -> [String]
    /// Why a file could not be written, as a sentence.
    public let failure: (ContentError) -> String

    /// A description of all three.
    public init(
      setting: @escaping () -> SessionSetting,
      diagnostics: @escaping ([Diagnostic]) -> [String],
      failure: @escaping (ContentError) -> String
    ) {
      self.setting = setting
      self.diagnostics = diagnostics
      self.failure = failure
    }
  }

  /// A preview of a guide.
  ///
  /// - Parameters:
  ///   - named: The name of the guide, or its file; nil for the shelf.
  ///   - library: The library it is in.
  ///   - transcripts: The folder where transcripts are written.
  ///   - describe: How it is shown.
  /// - Throws: ``AuthoringError/noGuideToPreview(typed:similar:)``.
  public init(
    of named: String?,
    in library: Library,
    transcripts: String,
    shown describe: Description
  ) throws(AuthoringError) {
    self.library = library
    self.transcripts = transcripts
    self.describe = describe
    session = Session(
      at: try library.start(named: named),
      of: library,
      setting: describe.setting()
    )
  }

  var setting: SessionSetting { describe.setting() }

  // MARK: events

  /// What it asks of the world: whether the text is another now.
  public struct Look: Sendable {}

  /// What is to be done, in order.
  public typealias Effects = [LineEffect<Look>]

  /// What stands before the line: what the session has there.
  public var prompt: String { session.prompt }

  /// What the Tab key may complete: what the session has, and the author's words.
  public var completions: [String] { session.completions + Word.allCases.map { ":" + $0.rawValue } }

  /// Takes an event of the terminal, or what became of the text, and says what is to be done.
  public mutating func handle(_ event: LineEvent<ContentWatcher.Change>) -> Effects {
    switch event {
    case .began: return start()
    case .resized(let size):
      _ = session.handle(.resized(size))
      return []
    case .line(let line, _):
      // What was saved while the line was typed counts for it.
      pending = line
      return [.perform(Look())]
    case .performed(let change): return take(change)
    case .back: return followed(session.handle(.back))
    case .interrupted: return followed(session.handle(.interrupted))
    case .elapsed: return []
    case .ended: return [.end]
    }
  }

  /// Begins the session that is set up.
  mutating func start() -> Effects {
    followed(session.handle(.began))
      + said([.note("For authors: :? lists your words. Nothing is kept.")])
  }

  /// Whether a line is the author's own.
  private func isForAuthor(_ line: String) -> Bool { line.hasPrefix(":") }

  private mutating func take(_ change: ContentWatcher.Change) -> Effects {
    guard let line = pending else { return [] }
    pending = nil
    switch change {
    case .none: return take(line)
    case .broken(let diagnostics):
      return [.write(describe.diagnostics(diagnostics))]
        + said([.note("The text has errors now. You go on with the text as it was.")])
        + take(line)
    case .unreadable:
      return said([.note("The content cannot be read now. You go on with the text as it was.")])
        + take(line)
    case .new(let library):
      let (effects, asksAnew) = goOn(with: library)
      // Nobody answers a question they have not read.
      return asksAnew && !isForAuthor(line) ? effects : effects + take(line)
    }
  }

  private mutating func take(_ line: String) -> Effects {
    guard isForAuthor(line) else {
      let isForWords = ["?", "words", "commands"].contains(line)
      return followed(session.handle(.line(line, isCut: false)))
        + (isForWords ? said(words) : [])
    }
    let echo: Effects = setting.isTerminal ? [] : [.write(["> \(visible(line))"])]
    let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
    let rest = parts.count > 1 ? String(parts[1]) : ""
    let typed = parts.first.map(String.init) ?? ""
    if ["q", "quit"].contains(typed) { return echo + [.end] }
    guard let word = Word(rawValue: typed) else {
      let near = suggestions(for: typed, among: Word.allCases.map(\.rawValue))
      let offer = near.isEmpty ? "" : " Did you mean :\(near.joined(separator: " or :"))?"
      return echo + said([.note("There is no :\(typed).\(offer) :? lists your words.")])
    }
    return echo + obey(word, rest)
  }

  /// The author's words.
  var words: [Block] {
    [.note("For authors:")] + Word.allCases.map { .detail(RichText($0.explanation)) }
  }

  // MARK: showing

  /// What shows blocks of the preview's own.
  func said(_ blocks: [Block]) -> Effects {
    let lines = setting.renderer.lines(blocks)
    return lines.isEmpty ? [] : [.write(lines + [""])]
  }

  /// Goes to another place; returns what shows it.
  mutating func stand(at state: State) -> Effects {
    session = Session(standing: state, of: library, setting: setting)
    return followed(session.handle(.began))
  }

  /// Goes on in the same place of another text; returns what shows it, and whether what is asked there is
  /// another than before.
  private mutating func goOn(with library: Library) -> (effects: Effects, asksAnew: Bool) {
    var former = session.walk
    let before = Screen(of: self.library).blocks(self.library.prompt(&former))
    let restored = library.restored(self.library.saved(former))
    self.library = library
    var state = restored.state
    let after = Screen(of: library).blocks(library.prompt(&state))
    var blocks: [Block] = [.note("The text is another now; this is the same place in it.")]
    if !restored.reworded.isEmpty {
      let names = restored.reworded.map { library[$0].name }.joined(separator: ", ")
      blocks.append(.note("Its words changed, so this is asked again: \(names)."))
    }
    return (said(blocks) + stand(at: restored.state), before != after)
  }

  /// What a session shows, and what follows from answers that were given before they were asked for.
  mutating func followed(_ effects: [LineEffect<RecordingRequest>]) -> Effects {
    var all = written(effects)
    while !session.isOver, case .answer(let question) = session.walk.awaiting,
      let text = answersToCome.removeValue(forKey: library.name(of: question))
    {
      all += said([.note("(:set \(library[question].name) \(text))")])
      all += written(answer(text))
    }
    switch session.ending {
    case .left?: all.append(.end)
    case .finished?, .stopped?:
      all += said([.note("Here it ends for the patient. :begin begins anew, back goes back.")])
    case nil: break
    }
    return all
  }

  /// Gives an answer that was not typed at the prompt, so no echo of it is shown.
  mutating func answer(_ text: String) -> [LineEffect<RecordingRequest>] {
    let effects = session.handle(.line(text, isCut: false))
    return setting.isTerminal ? effects : Array(effects.dropFirst())
  }

  private func written(_ effects: [LineEffect<RecordingRequest>]) -> Effects {
    effects.compactMap { effect in
      switch effect {
      case .write(let lines): .write(lines)
      case .end, .perform: nil
      }
    }
  }
}

extension Library {
  /// The guide to begin at, by its name or its file; the shelf if none is named.
  fileprivate func start(named typed: String?) throws(AuthoringError) -> GuideID {
    guard let typed else { return .house }
    let name = nameOfGuide(at: typed)
    if let found = guide(named: name) { return found }
    throw .noGuideToPreview(
      typed: typed,
      similar: suggestions(for: name, among: guides.map(\.name))
    )
  }
}
