/// Renders diagnostics: with excerpts for people, as single lines for editors, as JSON for
/// programs.
///
/// No output ends with a line break.
public struct DiagnosticRenderer: Sendable {
  /// Creates a renderer.
  ///
  /// It has no options.
  public init() {}

  /// Returns `diagnostic` as text, with the source lines it points to.
  public func text(of diagnostic: Diagnostic, color: Bool) -> String {
    let excerpts = diagnostic.labels.map(Excerpt.init)
    let drawing = Drawing(
      gutterWidth: excerpts.map { "\($0.line)".count }.max() ?? 1,
      severity: diagnostic.severity,
      brush: ANSIStyle(usesColor: color)
    )
    var lines = [drawing.heading(diagnostic)]
    for (index, excerpt) in excerpts.enumerated() {
      let previous = index > 0 ? excerpts[index - 1] : nil
      lines += drawing.lines(of: excerpt, after: previous)
    }
    lines += diagnostic.notes.flatMap { drawing.remark("note", $0) }
    lines += diagnostic.fix.map { drawing.remark("fix", $0.summary) } ?? []
    return lines.joined(separator: "\n")
  }

  /// Returns `path:line:column: error: title [id]`, always on one line.
  public func line(of diagnostic: Diagnostic) -> String {
    let place = diagnostic.labels.first.map { "\($0.place): " } ?? ""
    let title = visible(diagnostic.title)
    return "\(place)\(diagnostic.severity.rawValue): \(title) [\(diagnostic.id)]"
  }

  /// Returns a JSON array of `diagnostics`, one per line.
  public func json(of diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "[]" }
    let lines = diagnostics.map { "  \(JSONText($0))" }
    return "[\n" + lines.joined(separator: ",\n") + "\n]"
  }
}

/// One rendered diagnostic.
///
/// All its parts use a gutter of the same width.
private struct Drawing {
  let gutterWidth: Int
  let severity: Severity
  let brush: ANSIStyle

  func heading(_ diagnostic: Diagnostic) -> String {
    let name = brush.painted("\(severity.rawValue)[\(diagnostic.id)]", Ink(severity))
    return name + brush.painted(": \(visible(diagnostic.title))", .bold)
  }

  /// Returns the place, the source line, and the marks; only the marks if `previous` shows the same
  /// line.
  func lines(of excerpt: Excerpt, after previous: Excerpt?) -> [String] {
    let ink = previous == nil ? Ink(severity) : .blue
    let mark = String(repeating: previous == nil ? "^" : "-", count: excerpt.markWidth)
    let marks = excerpt.message.isEmpty ? mark : "\(mark) \(excerpt.message)"
    let pad = String(repeating: " ", count: excerpt.markColumn)
    let markLine = "\(gutter(" |")) \(pad)\(brush.painted(marks, ink))"
    if let previous, previous.showsSameLine(as: excerpt) { return [markLine] }
    let number = "\(excerpt.line)"
    let space = String(repeating: " ", count: gutterWidth - number.count)
    return [
      "\(gutter(previous == nil ? "-->" : ":::")) \(excerpt.place)",
      gutter(" |"),
      brush.painted("\(number)\(space) |", .blue)
        + (excerpt.text.isEmpty ? "" : " \(excerpt.text)"),
      markLine,
    ]
  }

  /// Returns `text` after `= name:`, wrapped.
  ///
  /// Each line of `text` starts a new line.
  func remark(_ name: String, _ text: String) -> [String] {
    let first = "\(gutter(" =")) \(name): "
    let hanging = String(repeating: " ", count: gutterWidth + name.count + 5)
    let lines = visible(text, keepingNewlines: true)
      .split(separator: "\n")
      .flatMap { wrapped(String($0), width: pageWidth - hanging.count) }
    return lines.enumerated().map { ($0.offset == 0 ? first : hanging) + $0.element }
  }

  private func gutter(_ sign: String) -> String {
    brush.painted(String(repeating: " ", count: gutterWidth) + sign, .blue)
  }
}

/// The number of columns, chosen so that any terminal can show a line without wrapping it.
///
/// It is fixed, so that goldens do not depend on a terminal.
private let pageWidth = 80
