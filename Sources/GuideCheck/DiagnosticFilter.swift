import GuideSyntax
import SourceText

/// The diagnostics of a content folder, with one message for each problem.
struct DiagnosticFilter {
  private let found: [Diagnostic]
  /// The lines with wrong characters.
  private var lines: Set<Place> = []
  /// The files with so many problems that they were not read to the end.
  private var unread: Set<String> = []
  /// The words on lines that could not be read, by file: they may include a name that is missing
  /// elsewhere.
  private var words: [String: Set<Substring>] = [:]

  private struct Place: Hashable {
    let path: String
    let line: Int
  }

  /// The problems that parsing found.
  init(found: [Diagnostic]) {
    self.found = found
    var counts: [String: Int] = [:]
    for label in found.compactMap(\.labels.first) {
      counts[label.source.path, default: 0] += 1
      if lines.insert(place(of: label)).inserted {
        words[label.source.path, default: []].formUnion(wordsOfLine(at: label))
      }
    }
    unread = Set(counts.filter { $0.value >= Script.mostDiagnostics }.keys)
  }

  /// Returns these and what checking found, without diagnostics that only follow from another problem.
  func merged(with checked: [Diagnostic]) -> [Diagnostic] {
    let causes = causes(among: checked)
    let own = checked.filter { diagnostic in
      guard let label = diagnostic.labels.first, !lines.contains(place(of: label)),
        !unread.contains(label.source.path),
        diagnostic.consequenceOf.isDisjoint(with: causes[label.source.path, default: []])
      else { return false }
      let written = Substring(label.source.text(label.span))
      return !diagnostic.kinds.contains(.unknownName)
        || !(words[label.source.path]?.contains(written) ?? false)
    }
    return joined(found + own)
  }

  /// The same, with one diagnostic for all that say the same about one file.
  private func joined(_ all: [Diagnostic]) -> [Diagnostic] {
    let groups = Dictionary(grouping: all) { diagnostic in
      Repeated(title: diagnostic.title, path: diagnostic.labels.first?.source.path ?? "")
    }
    var told: Set<Repeated> = []
    return all.compactMap { diagnostic in
      let path = diagnostic.labels.first?.source.path ?? ""
      let repeated = Repeated(title: diagnostic.title, path: path)
      guard let group = groups[repeated], group.count > diagnostic.mostAlike else {
        return diagnostic
      }
      return told.insert(repeated).inserted ? diagnostic.standing(for: group) : nil
    }
  }

  /// The problems that may have caused others, file by file.
  private func causes(among checked: [Diagnostic]) -> [String: Diagnostic.Kinds] {
    var causes: [String: Diagnostic.Kinds] = [:]
    func add(_ diagnostic: Diagnostic, _ kinds: Diagnostic.Kinds) {
      guard let path = diagnostic.labels.first?.source.path else { return }
      causes[path, default: []].formUnion(kinds)
    }
    for diagnostic in found { add(diagnostic, diagnostic.kinds.union(.unreadLine)) }
    for diagnostic in checked { add(diagnostic, diagnostic.kinds) }
    return causes
  }

  /// Whether two diagnostics say the same about the same file: the title names what is missing.
  private struct Repeated: Hashable {
    let title: String
    let path: String
  }

  private func place(of label: Label) -> Place {
    Place(path: label.source.path, line: lineIndex(of: label))
  }

  private func lineIndex(of label: Label) -> Int {
    let starts = label.source.lineStarts
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= label.span.start { low = middle } else { high = middle }
    }
    return low
  }

  private func wordsOfLine(at label: Label) -> [Substring] {
    let starts = label.source.lineStarts
    let line = lineIndex(of: label)
    // A name is never further into the line than this.
    let end = line + 1 < starts.count ? starts[line + 1] : label.source.bytes.count
    let span = Span(start: starts[line], end: min(end, starts[line] + 4000))
    return label.source.text(span).split {
      !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == "-")
    }
  }
}

extension Diagnostic {
  /// How many can say the same about one file: a name that is missing is one problem wherever it is used.
  fileprivate var mostAlike: Int { kinds.contains(.unknownName) ? 1 : 4 }

  /// This diagnostic for all of a group that says the same: it shows the first places, and names the lines of the rest.
  fileprivate func standing(for group: [Diagnostic]) -> Diagnostic {
    let places = group.compactMap(\.labels.first)
    let shown = places.dropFirst().prefix(3).map { label in
      Label(source: label.source, span: label.span, message: "and here")
    }
    let lines = places.dropFirst(4).prefix(40).map { label in
      String(label.source.position(at: label.span.start).line)
    }
    let rest =
      lines.isEmpty
      ? []
      : [
        "\(group.count) places in all; also \(lines.count == 1 ? "line" : "lines") "
          + lines.joined(separator: ", ") + (places.count > 44 ? ", and more" : "")
      ]
    let fixes = group.compactMap(\.fix)
    return with(
      labels: labels.prefix(1) + shown,
      notes: notes + rest,
      fix: fixes.count < group.count
        ? nil : fix.map { Fix(summary: $0.summary, edits: fixes.flatMap(\.edits)) }
    )
  }
}
