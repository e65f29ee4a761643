public import ContentFolder
import Documents
public import GuideCheck
import GuideEngine
public import SessionCore
public import SourceText

/// An author's preview of a guide: a session that is not kept, that can move to any step and show its
/// state, with text that can change while it runs.
public struct AuthorPreview: LineProgram {
  /// A command for authors, which always follows a colon so that patients can type every word.
  enum Command: String, CaseIterable {
    case begin
    case forget
    case go
    case save
    case set
    case sides
    case values
    case `where`
    case why
    case list = "?"

    /// How to use it, and what it does.
    var explanation: String {
      switch self {
      case .begin: ":begin [GUIDE] starts over"
      case .forget: ":forget QUESTION removes an answer, and asks again"
      case .go: ":go STEP goes to a step or topic, with your answers if they lead there"
      case .save: ":save NAME writes the walk so far as a transcript"
      case .set: ":set QUESTION ANSWER answers a question, now or when it is asked"
      case .sides: ":sides shows what the patient reads, and what goes on the lists"
      case .values: ":values shows every answer and every let"
      case .where: ":where shows where you are, with the file and line"
      case .why:
        ":why [QUESTION] shows each condition on what is shown now, or on a question, and its values"
      case .list: ":? shows this list; a space before the colon sends the line to the guide"
      }
    }
  }

  var library: Library
  var session: Session
  /// Where transcripts are written.
  let transcripts: String
  /// Answers to questions that have not been asked yet, as typed lines, by the name of the question.
  var plannedAnswers: [String: String] = [:]
  let describe: Description
  /// The line to handle after the text has been checked for changes.
  private var pending: String?

  /// How the preview is shown.
  public struct Description {
    /// Where and how it runs; asked again for every layout, because a window can change its size.
    public let setting: () -> SessionSetting
    /// Diagnostics, as lines.
    public let diagnostics: ([Diagnostic]) -> [String]
    /// Why a file could not be written, as a sentence.
    public let failure: (ContentError) -> String

    /// A description with all three.
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
  /// - Throws: ``AuthoringError/noGuide(name:similar:)``.
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

  /// The request to check whether the text has changed.
  public struct Look: Sendable {}

  /// What to do, in order.
  public typealias Effects = [LineEffect<Look>]

  /// The text before the typed line, as in a session.
  public var prompt: String { session.prompt }

  /// What the Tab key can complete: what it can complete in a session, and the author's commands.
  public var completions: [String] {
    session.completions + Command.allCases.map { ":" + $0.rawValue }
  }

  /// Handles an event of the terminal or a change of the text, and returns what to do.
  public mutating func handle(_ event: LineEvent<ContentWatcher.Change>) -> Effects {
    switch event {
    case .began: return start()
    case .resized(let size):
      _ = session.handle(.resized(size))
      return []
    case .line(let line, _):
      // Text that was saved while the line was being typed already applies to it.
      pending = line
      return [.perform(Look())]
    case .performed(let change): return take(change)
    case .back: return followed(session.handle(.back))
    case .interrupted: return followed(session.handle(.interrupted))
    case .refreshed: return followed(session.handle(.refreshed))
    case .elapsed: return []
    case .ended: return [.end]
    }
  }

  /// Starts the session.
  mutating func start() -> Effects {
    followed(session.handle(.began))
      + said([.note("For authors: :? lists your commands. Nothing is kept.")])
  }

  /// Whether a line is a command for authors.
  private func isForAuthor(_ line: String) -> Bool { line.hasPrefix(":") }

  private mutating func take(_ change: ContentWatcher.Change) -> Effects {
    guard let line = pending else { return [] }
    pending = nil
    switch change {
    case .none: return take(line)
    case .broken(let diagnostics):
      return [.write(describe.diagnostics(diagnostics))]
        + said([.note("The text now has errors. The preview goes on with the text as it was.")])
        + take(line)
    case .unreadable:
      return said([
        .note("The content cannot be read right now. The preview goes on with the text as it was.")
      ]) + take(line)
    case .new(let library):
      let (effects, isAskedAgain) = goOn(with: library)
      // The line was typed as an answer to the old question, not to one that the author has not read.
      return isAskedAgain && !isForAuthor(line) ? effects : effects + take(line)
    }
  }

  private mutating func take(_ line: String) -> Effects {
    guard isForAuthor(line) else {
      let isForList = ["?", "words", "commands"].contains(line)
      return followed(session.handle(.line(line, isCut: false)))
        + (isForList ? said(commands) : [])
    }
    let echo: Effects = setting.isTerminal ? [] : [.write(["> \(visible(line))"])]
    let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
    let rest = parts.count > 1 ? String(parts[1]) : ""
    let typed = parts.first.map(String.init) ?? ""
    if ["q", "quit"].contains(typed) { return echo + [.end] }
    guard let command = Command(rawValue: typed) else {
      let near = suggestions(for: typed, among: Command.allCases.map(\.rawValue))
      let offer = near.isEmpty ? "" : " Did you mean :\(near.joined(separator: " or :"))?"
      return echo + said([.note("There is no command :\(typed).\(offer) :? lists your commands.")])
    }
    return echo + perform(command, rest)
  }

  /// The list of the author's commands.
  var commands: [Block] {
    [.note("For authors:")] + Command.allCases.map { .detail(RichText($0.explanation)) }
  }

  // MARK: showing

  /// Effects that show blocks from the preview itself.
  func said(_ blocks: [Block]) -> Effects {
    let lines = setting.renderer.lines(blocks)
    return lines.isEmpty ? [] : [.write(lines + [""])]
  }

  /// Moves to another place, and returns the effects that show it.
  mutating func move(to state: State) -> Effects {
    session = Session(standing: state, of: library, setting: setting)
    return followed(session.handle(.began))
  }

  /// Continues at the same place with new text.
  ///
  /// - Returns: The effects that show it, and whether the text now asks something else there.
  private mutating func goOn(with library: Library) -> (effects: Effects, isAskedAgain: Bool) {
    var former = session.walk
    let before = Screen(of: self.library).blocks(self.library.prompt(&former))
    let restored = library.restored(self.library.saved(former))
    self.library = library
    var state = restored.state
    let after = Screen(of: library).blocks(library.prompt(&state))
    var blocks: [Block] = [.note("The text has changed. This is the same place in the new text.")]
    if !restored.reworded.isEmpty {
      let names = restored.reworded.map { library[$0].name }.joined(separator: ", ")
      blocks.append(.note("Asked again because the wording has changed: \(names)."))
    }
    return (said(blocks) + move(to: restored.state), before != after)
  }

  /// What a session shows, and what follows from planned answers.
  mutating func followed(_ effects: [LineEffect<RecordingRequest>]) -> Effects {
    var all = written(effects)
    while !session.isOver, case .answer(let question) = session.walk.awaiting,
      let text = plannedAnswers.removeValue(forKey: library.name(of: question))
    {
      all += said([.note("(:set \(library[question].name) \(text))")])
      all += written(answer(text))
    }
    switch session.ending {
    case .left?: all.append(.end)
    case .finished?, .stopped?:
      all += said([
        .note(
          "The session ends here for the patient. Type :begin to start over, or back to go back."
        )
      ])
    case nil: break
    }
    return all
  }

  /// Gives an answer that was not typed at the prompt, so it is not echoed.
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
  /// The guide to start with, by its name or its file; the shelf if none is named.
  fileprivate func start(named typed: String?) throws(AuthoringError) -> GuideID {
    guard let typed else { return .house }
    let name = nameOfGuide(at: typed)
    if let found = guide(named: name) { return found }
    throw .noGuide(name: name, similar: suggestions(for: name, among: guides.map(\.name)))
  }
}
