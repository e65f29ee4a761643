import ArgumentParser
import ContentFolder
import GuideCheck
import SourceText
import TerminalUI

/// `beforehand try`: a guide as its author goes through it, while it is being written.
struct Try: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Go through a guide as a patient does, and look behind it.",
    discussion: """
      What a patient types works as ever. Lines that begin with a colon are the author's: :? lists \
      them. When a file of the content is saved, the next line goes on with the new text, in the \
      same place. Nothing is kept.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "The name of a guide, or its file; without it, the shelf.",
      valueName: "guide"
    )
  )
  var guide: String?

  @OptionGroup var content: ContentOptions

  func run() throws {
    var live = try LiveContent(content)
    guard case .new(let library) = try live.read() else {
      throw Failure("The content has errors; `beforehand check` shows them.", exit: .content)
    }
    var loop = Loop(Rehearsal(of: library, transcripts: live.transcripts), live)
    try loop.hold(at: start(in: library))
  }

  private func start(in library: Library) throws(Failure) -> GuideID {
    guard let guide else { return .house }
    let name = guide.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
    if let found = library.guide(named: String(name)) { return found }
    let near = suggestions(for: String(name), among: library.guides.map(\.name))
    let offer = near.isEmpty ? "" : " Did you mean \(near.joined(separator: " or "))?"
    throw Failure("There is no guide called \(visible(guide)).\(offer)", exit: .noInput)
  }
}

/// The impure loop: look at the files, read a line, take it, show what follows.
private struct Loop {
  private var rehearsal: Rehearsal
  private var live: LiveContent
  private let editor = LineEditor()
  private let output = Output(isTerminal: LineEditor.hasTerminal, environment: environment())

  init(_ rehearsal: Rehearsal, _ live: LiveContent) {
    self.rehearsal = rehearsal
    self.live = live
  }

  mutating func hold(at guide: GuideID) throws {
    try show(rehearsal.begin(at: guide))
    while true {
      try show(look().blocks)
      switch editor.read(prompt: "> ", completions: rehearsal.completions) {
      case .line(let line), .cut(let line):
        if !LineEditor.hasTerminal { try output.write(["> \(visible(line))"]) }
        // What was saved while the line was typed counts for it.
        let look = look()
        try show(look.blocks)
        // Nobody answers a question they have not read.
        if look.asksAnew, !rehearsal.isForAuthor(line) { continue }
        try show(rehearsal.take(line))
        if rehearsal.isOver { return }
      case .back: try show(rehearsal.take("back"))
      case .interrupted: try show([.note("Type quit to leave.")])
      case .ended: return
      }
    }
  }

  /// Looks whether the text is another; returns what to show, and whether another question stands.
  private mutating func look() -> (blocks: [ScreenBlock], asksAnew: Bool) {
    do {
      switch try live.read() {
      case .none: return ([], false)
      case .new(let library): return rehearsal.goOn(with: library)
      case .broken(let found):
        let renderer = DiagnosticRenderer()
        for diagnostic in found { print("\n" + renderer.text(of: diagnostic, color: usesColor())) }
        return ([.note("The text has errors now. You go on with the text as it was.")], false)
      }
    } catch {
      return ([.note("The content cannot be read now. You go on with the text as it was.")], false)
    }
  }

  private func show(_ blocks: [ScreenBlock]) throws {
    let lines = output.layout(columns: LineEditor.terminalSize?.columns).lines(blocks)
    if !lines.isEmpty { try output.write(lines + [""]) }
  }
}
