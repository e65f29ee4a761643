import Authoring
import SourceText

extension CheckCommand {
  /// Checks again whenever a file changes, until the input ends.
  ///
  /// Each time, it shows only what is new, and one line with the result.
  func watchContent() throws {
    var watcher = InspectionWatcher(paths, in: content.location)
    var isFirst = true
    var hasErrors = false
    repeat {
      switch try watcher.look(today: today()) {
      case .unchanged: continue
      case .unreadable(let reason): print("\(clock())  \(Failure(reason).message)")
      case .checked(let report):
        for diagnostic in report.new { show(diagnostic) }
        let time = "\(clock())  "
        let space = String(repeating: " ", count: time.count)
        let lines = wrapped(report.summary, width: 80, indent: time, hanging: space)
        print(lines.joined(separator: "\n"))
        hasErrors = report.hasErrors
      }
      if isFirst { print("This checks again whenever a file is saved. To stop, press Control-C.") }
      isFirst = false
      try finishOutput()
    } while !inputEnds(within: 500)
    if hasErrors { throw Exit.content }
  }

  private func show(_ diagnostic: Diagnostic) {
    let renderer = DiagnosticRenderer()
    switch format {
    case .line: print(renderer.line(of: diagnostic))
    case .text: print(renderer.text(of: diagnostic, color: usesColor()) + "\n")
    }
  }
}
