import ArgumentParser
import Authoring
import GuideProof
import SessionCore
import SourceText
import Terminal

/// `beforehand try`: a preview of a guide while its author writes it.
struct TryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Preview a guide as a patient, and inspect its state.",
    discussion: """
      You can type everything that a patient can. Lines that begin with a colon are commands for \
      authors; :? lists them. When you save a file of the content, the next line you type continues \
      with the new text at the same place. Nothing is kept.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "The name of a guide, or its file. By default, the shelf.",
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
        SessionSetting(
          isKiosk: false,
          isTerminal: output.isTerminal,
          renderer: output.renderer,
          times: { RestOfWalks($0) }
        )
      },
      diagnostics: { diagnostics in
        let renderer = DiagnosticRenderer()
        return diagnostics.flatMap { ["", renderer.text(of: $0, color: usesColor())] }
      },
      failure: { Failure($0).message }
    )
  }
}
