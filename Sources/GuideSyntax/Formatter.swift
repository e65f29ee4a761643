public import SourceText

/// Returns `source` in the standard format, or nil if it has errors.
///
/// Only spaces and blank lines ever change, so nothing can be lost: two spaces per level, none
/// at the end of a line, one around each mark, and one blank line where there were several and
/// before every heading. Prose keeps its line breaks, and formatting again changes nothing.
public func formatted(_ source: SourceFile) -> String? {
  let (script, diagnostics) = parse(source)
  guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
  var formatter = Formatter(source)
  formatter.lay(script)
  return formatter.printed()
}

/// The lines of a file, and the spacing of each.
struct Formatter {
  /// What is known about a line that is not prose.
  struct Layout {
    let spacing: Spacing
    /// The indent it should have; nil if its indent is right.
    let indent: Int?
    let isHeading: Bool
  }

  private let source: SourceFile
  private let lines: [Line]
  private var layouts: [Int: Layout] = [:]

  init(_ source: SourceFile) {
    self.source = source
    lines = LineScanner(source).lines
  }

  /// Records the spacing of the line that contains `span`.
  mutating func set(_ span: Span, _ spacing: Spacing, indent: Int? = nil, isHeading: Bool = false) {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].origin <= span.start { low = middle } else { high = middle }
    }
    layouts[low] = Layout(spacing: spacing, indent: indent, isHeading: isHeading)
  }

  func printed() -> String {
    let starts = sectionStarts()
    var text: [UInt8] = []
    var isBlankDue = false
    for (index, line) in lines.enumerated() {
      if line.isBlank {
        isBlankDue = true
        continue
      }
      if !text.isEmpty, isBlankDue || starts.contains(index) { text.append(Byte.newline) }
      isBlankDue = false
      let layout = layouts[index]
      // Only comments can have an odd indent.
      let indent = layout?.indent ?? line.indent / 2 * 2
      text += [UInt8](repeating: Byte.space, count: indent)
      let written = source.bytes[line.start..<line.end]
      text += layout?.spacing.applied(to: written) ?? Array(written)
      text.append(Byte.newline)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The headings, each with the comments right above it.
  private func sectionStarts() -> Set<Int> {
    var starts: Set<Int> = []
    for (index, layout) in layouts where layout.isHeading {
      var start = index
      while start > 0, isComment(lines[start - 1]) { start -= 1 }
      starts.insert(start)
    }
    return starts
  }

  private func isComment(_ line: Line) -> Bool {
    line.indent == 0 && source.bytes[line.start..<line.end].starts(with: "//".utf8)
  }
}
