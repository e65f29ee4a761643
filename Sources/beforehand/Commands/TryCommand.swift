import ArgumentParser
import Authoring
import SessionCore
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
    var watcher = try ContentWatcher(content.location)
    guard case .new(let library) = watcher.read() else { throw AuthoringError.contentHasErrors }
    let output = Output(environment: environment())
    var preview = try AuthorPreview(
      of: guide,
      in: library,
      transcripts: watcher.transcripts,
      shown: description(on: output)
    )
    try writing { () throws(OutputClosed) in
      try TerminalLoop(output).run(&preview) { _ in watcher.read() }
    }
  }

  private func description(on output: Output) -> AuthorPreview.Description {
    AuthorPreview.Description(
      setting: {
        SessionSetting(isKiosk: false, isTerminal: output.isTerminal, renderer: output.renderer)
      },
      diagnostics: { diagnostics in
        let renderer = DiagnosticRenderer()
        return diagnostics.flatMap { ["", renderer.text(of: $0, color: usesColor())] }
      },
      failure: { Failure($0).message }
    )
  }
}
