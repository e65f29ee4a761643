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
    var result: [Diagnostic] = []
    var places: [Repeated: Int] = [:]
    let causes = causes(among: checked)
    for diagnostic in checked {
      guard let label = diagnostic.labels.first, !lines.contains(place(of: label)) else { continue }
      if unread.contains(label.source.path) { continue }
      let isConsequence =
        !diagnostic.consequenceOf.isDisjoint(with: causes[label.source.path, default: []])
      if isConsequence { continue }
      guard diagnostic.kinds.contains(.unknownName) else {
        result.append(diagnostic)
        continue
      }
      let written = label.source.text(label.span)
      if words[label.source.path]?.contains(Substring(written)) ?? false { continue }
      let repeated = Repeated(title: diagnostic.title, path: label.source.path)
      if let first = places[repeated] {
        result[first] = result[first].joined(by: diagnostic)
      } else {
        places[repeated] = result.count
        result.append(diagnostic)
      }
    }
    return (found + result).withoutFloods
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
  /// The same diagnostic, with another place that has the same name.
  fileprivate func joined(by other: Diagnostic) -> Diagnostic {
    let more = other.labels.prefix(1).map { label in
      Label(source: label.source, span: label.span, message: "and here")
    }
    let edits = (fix?.edits ?? []) + (other.fix?.edits ?? [])
    return with(
      labels: labels.count < 4 ? labels + more : labels,
      fix: fix.map { Fix(summary: $0.summary, edits: edits) }
    )
  }
}

/// What diagnostics say, and of which file.
private struct Saying: Hashable {
  let id: String
  let title: String
  let path: String
}

extension [Diagnostic] {
  /// The diagnostics, those of more than a few that say the same about one file as one, with their number.
  fileprivate var withoutFloods: [Diagnostic] {
    func kind(_ diagnostic: Diagnostic) -> Saying {
      Saying(
        id: diagnostic.id,
        title: diagnostic.title,
        path: diagnostic.labels.first?.source.path ?? ""
      )
    }
    let groups = Dictionary(grouping: self, by: kind).filter { $0.value.count > mostAlike }
    var told: Set<Saying> = []
    return compactMap { diagnostic in
      guard let group = groups[kind(diagnostic)] else { return diagnostic }
      return told.insert(kind(diagnostic)).inserted ? diagnostic.standing(for: group) : nil
    }
  }
}

/// How many diagnostics of one file can say the same.
private let mostAlike = 4

extension Diagnostic {
  /// This diagnostic for many that say the same.
  fileprivate func standing(for group: [Diagnostic]) -> Diagnostic {
    let fixes = group.compactMap(\.fix)
    let edits = fixes.flatMap(\.edits)
    let isFixed = fixes.count == group.count
    let places = group[1..<3].compactMap(\.labels.first).map { label in
      Label(source: label.source, span: label.span, message: "and here")
    }
    return with(
      labels: labels.prefix(1) + places,
      notes: notes + ["there are \(group.count) such places in this file"],
      fix: isFixed ? fix.map { Fix(summary: "\($0.summary), in all of them", edits: edits) } : nil
    )
  }
}
