import Authoring
import Documents
import SessionCore
import SourceText

/// A preview in the hands of a test: what is typed, and what is shown.
struct HeldPreview {
  private var preview: AuthorPreview
  private var watcher: ContentWatcher
  /// Whether the preview said that it is over.
  private(set) var isOver = false
  /// What it showed first.
  private(set) var start = ""

  /// A preview of a guide of a workshop, through a pipe.
  init(of guide: String?, in workshop: Workshop) throws(AuthoringError) {
    watcher = try ContentWatcher(workshop.location)
    guard case .new(let library) = watcher.read() else { throw .contentHasErrors }
    preview = try AuthorPreview(
      of: guide,
      in: library,
      transcripts: watcher.transcripts,
      shown: AuthorPreview.Description(
        setting: { SessionSetting(isKiosk: false, isTerminal: false) },
        diagnostics: { $0.map { "problem: \($0.id)" } },
        failure: { "failed: \($0)" }
      )
    )
    start = handle(.began)
  }

  /// Types a line; returns what is shown after it.
  @discardableResult
  mutating func type(_ line: String) -> String {
    let shown = handle(.line(line, isCut: false))
    let echo = "> \(visible(line))\n"
    let rest = shown.hasPrefix(echo) ? shown.dropFirst(echo.count) : shown[...]
    return String(rest.drop { $0 == "\n" })
  }

  /// Hands it an event, and the change of the text where it asks for that.
  mutating func handle(_ event: LineEvent<ContentWatcher.Change>) -> String {
    var lines: [String] = []
    var effects = preview.handle(event)[...]
    while let effect = effects.popFirst() {
      switch effect {
      case .write(let written): lines += written
      case .perform: effects = preview.handle(.performed(watcher.read())) + effects
      case .end: isOver = true
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What the Tab key may complete.
  var completions: [String] { preview.completions }
}

/// A text without its spaces and breaks: long paths are broken where a row ends.
func unbroken(_ text: String) -> String { text.filter { !$0.isWhitespace } }
