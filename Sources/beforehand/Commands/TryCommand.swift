import ArgumentParser
import ContentFolder
import GuideCheck
import SourceText
import Terminal

/// `beforehand try`: a guide as its author goes through it, while it is being written.
struct TryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
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
    var watcher = try ContentWatcher(content)
    guard case .new(let library) = watcher.read() else {
      throw Failure("The content has errors; `beforehand check` shows them.", exit: .content)
    }
    let output = Output(environment: environment())
    var preview = try AuthorPreview(
      of: library,
      at: start(in: library),
      transcripts: watcher.transcripts,
      on: output
    ) { diagnostics in
      let renderer = DiagnosticRenderer()
      return diagnostics.flatMap { ["", renderer.text(of: $0, color: usesColor())] }
    }
    try writing { () throws(OutputClosed) in
      try TerminalLoop(output).run(&preview) { _ in watcher.read() }
    }
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
