import GuideCheck
import GuideEngine
import SourceText
import TerminalUI

/// A conversation in the hands of its author: a sitting of which nothing is kept, that can be set
/// anywhere and looked behind.
struct Rehearsal {
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
  var sitting: Sitting
  /// Where transcripts are written.
  let transcripts: String
  /// Whether the author has left.
  private(set) var isOver = false
  /// Answers to questions that were not asked yet, as they are to be typed; by name.
  var answersToCome: [String: String] = [:]

  private static let setting = Sitting.Setting(
    isKiosk: false,
    isTerminal: LineEditor.hasTerminal
  )

  init(of library: Library, transcripts: String) {
    self.library = library
    self.transcripts = transcripts
    sitting = Sitting(of: library, setting: Self.setting)
    sitting.sources = library.sources
  }

  /// Begins, or begins anew; returns what to show.
  mutating func begin(at guide: GuideID) -> [ScreenBlock] {
    sitting = Sitting(of: library, setting: Self.setting)
    sitting.sources = library.sources
    let reply = sitting.begin(at: guide)
    return followed(reply) + [.note("For authors: :? lists your words. Nothing is kept.")]
  }

  /// What the Tab key may complete.
  var completions: [String] {
    sitting.completions + Word.allCases.map { ":" + $0.rawValue }
  }

  /// Whether a line is the author's own.
  func isForAuthor(_ line: String) -> Bool { line.hasPrefix(":") }

  /// What follows a typed line.
  mutating func take(_ line: String) -> [ScreenBlock] {
    guard isForAuthor(line) else {
      let reply = sitting.take(line)
      let isForWords = ["?", "words", "commands"].contains(line)
      return followed(reply) + (isForWords ? words : [])
    }
    let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
    let rest = parts.count > 1 ? String(parts[1]) : ""
    let typed = parts.first.map(String.init) ?? ""
    if ["q", "quit"].contains(typed) {
      isOver = true
      return []
    }
    guard let word = Word(rawValue: typed) else {
      let near = suggestions(for: typed, among: Word.allCases.map(\.rawValue))
      let offer = near.isEmpty ? "" : " Did you mean :\(near.joined(separator: " or :"))?"
      return [.note("There is no :\(typed).\(offer) :? lists your words.")]
    }
    return obey(word, rest)
  }

  /// The author's words.
  var words: [ScreenBlock] {
    [.note("For authors:")] + Word.allCases.map { .detail($0.explanation) }
  }

  /// Stands in another place; returns what stands there.
  mutating func stand(at state: State) -> [ScreenBlock] {
    sitting = Sitting(of: library, setting: Self.setting, standing: state)
    sitting.sources = library.sources
    return followed(sitting.stand())
  }

  /// Goes on in the same place of another text; returns what to show, and whether what is asked there is
  /// another than before.
  mutating func goOn(with library: Library) -> (blocks: [ScreenBlock], asksAnew: Bool) {
    let screen = Screen(of: self.library)
    let before = screen.blocks(self.library.prompt(sitting.state))
    let restored = library.restored(self.library.saved(sitting.state))
    self.library = library
    sitting = Sitting(of: library, setting: Self.setting, standing: restored.state)
    sitting.sources = library.sources
    let after = Screen(of: library).blocks(library.prompt(restored.state))
    var blocks: [ScreenBlock] = [.note("The text is another now; this is the same place in it.")]
    if !restored.reworded.isEmpty {
      let names = restored.reworded.map { library[$0].name }.joined(separator: ", ")
      blocks.append(.note("Its words changed, so this is asked again: \(names)."))
    }
    return (blocks + followed(sitting.stand()), before != after)
  }

  /// What a reply shows, and what follows from answers that were given before they were asked for.
  mutating func followed(_ first: Sitting.Reply) -> [ScreenBlock] {
    var reply = first
    var blocks = reply.blocks
    while !reply.isOver, case .answer(let question) = sitting.state.awaiting,
      let text = answersToCome.removeValue(forKey: library.name(of: question))
    {
      blocks.append(.note("(:set \(library[question].name) \(text))"))
      reply = sitting.take(text)
      blocks += reply.blocks
    }
    switch reply.ending {
    case .left?: isOver = true
    case .finished?, .stopped?:
      blocks.append(.note("Here it ends for the patient. :begin begins anew, back goes back."))
    case nil: break
    }
    return blocks
  }
}
