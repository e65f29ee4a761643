import GuideSyntax
import SourceText

/// What was found in a content folder, one message for one fault.
struct DiagnosticFilter {
  private let found: [Diagnostic]
  /// The lines whose letters are wrong.
  private var lines: Set<Place> = []
  /// The files in which so much is wrong that they were not read to the end.
  private var unread: Set<String> = []
  /// The words on them, by file: a name that stands there may be the one that is missing elsewhere.
  private var words: [String: Set<Substring>] = [:]

  private struct Place: Hashable {
    let path: String
    let line: Int
  }

  /// The faults that parsing found.
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

  /// Returns these and what checking found, without what only follows from another fault.
  func merged(with checked: [Diagnostic]) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var places: [Repeated: Int] = [:]
    let causes = causes(among: checked)
    for diagnostic in checked {
      guard let label = diagnostic.labels.first, !lines.contains(place(of: label)) else { continue }
      if unread.contains(label.source.path) { continue }
      if !causes[label.source.path, default: []].isDisjoint(with: consequences[diagnostic.id] ?? [])
      {
        continue
      }
      guard diagnostic.id.hasPrefix("unknown-") else {
        result.append(diagnostic)
        continue
      }
      let written = label.source.text(label.span)
      if words[label.source.path]?.contains(Substring(written)) ?? false { continue }
      let repeated = Repeated(id: diagnostic.id, title: diagnostic.title, path: label.source.path)
      if let first = places[repeated] {
        result[first] = result[first].joined(by: diagnostic)
      } else {
        places[repeated] = result.count
        result.append(diagnostic)
      }
    }
    return found + result
  }

  /// What may have led to other faults, file by file.
  private func causes(among checked: [Diagnostic]) -> [String: Set<Cause>] {
    var causes: [String: Set<Cause>] = [:]
    func add(_ cause: Cause, _ diagnostic: Diagnostic) {
      if let path = diagnostic.labels.first?.source.path { causes[path, default: []].insert(cause) }
    }
    for diagnostic in found {
      add(.letters, diagnostic)
      if ["file-too-large", "header-line", "not-text"].contains(diagnostic.id) {
        add(.header, diagnostic)
      }
    }
    for diagnostic in checked where diagnostic.id.hasPrefix("unknown-") { add(.names, diagnostic) }
    for diagnostic in checked where diagnostic.id.hasPrefix("jump-") { add(.jumps, diagnostic) }
    return causes
  }

  private struct Repeated: Hashable {
    let id: String
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
    // A name never stands further in than this.
    let end = line + 1 < starts.count ? starts[line + 1] : label.source.bytes.count
    let span = Span(start: starts[line], end: min(end, starts[line] + 4000))
    return label.source.text(span).split {
      !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == "-")
    }
  }
}

extension Diagnostic {
  /// The same diagnostic, with another place where the same name stands.
  fileprivate func joined(by other: Diagnostic) -> Diagnostic {
    let isRoom = labels.count < 4
    let edits = (fix?.edits ?? []) + (other.fix?.edits ?? [])
    return Diagnostic(
      // The id is made of a function's name: `unknown-name` of `unknownName`.
      id.split(separator: "-").reduce("") { $0.isEmpty ? String($1) : $0 + $1.capitalized },
      severity: severity,
      title: title,
      labels: isRoom
        ? labels
          + other.labels.prefix(1).map { label in
            Label(source: label.source, span: label.span, message: "and here")
          } : labels,
      notes: notes,
      fix: fix.map { Fix(summary: $0.summary, edits: edits) }
    )
  }
}

extension Substring {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}

/// Something wrong in a file from which more can follow.
private enum Cause {
  /// A line that could not be read, and may be missing.
  case letters
  /// A header, or a whole file, that could not be read.
  case header
  /// A name that stands for nothing.
  case names
  /// A jump that leads nowhere.
  case jumps
}

/// What a diagnostic may only follow from: then it is left out until that is mended.
private let consequences: [String: Set<Cause>] = [
  "duplicate-field": [.letters],
  "empty-step": [.letters, .names],
  "guide-without-steps": [.header],
  "menu-without-topics": [.letters, .names],
  "missing-field": [.letters],
  "missing-header": [.header],
  "place-without-doors": [.letters],
  "unreached-step": [.letters, .names, .jumps],
]
