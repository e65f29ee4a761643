public import SourceText

/// A name as an author wrote it, and where.
public struct Name: Sendable {
  /// The name itself.
  public let text: String
  /// Where the name is in the script.
  public let span: Span

  /// A name at a place.
  public init(_ text: String, _ span: Span) {
    self.text = text
    self.span = span
  }
}

/// How a piece of text is emphasized.
public enum Emphasis: Sendable {
  /// Not emphasized.
  case plain
  /// Between single asterisks.
  case soft
  /// Between double asterisks.
  case strong
}

/// A piece of a paragraph: words, a value to print, or a citation.
public struct Run: Sendable {
  /// What a run contains.
  public enum Content: Sendable {
    /// Words as the person reads them, without marks.
    case text(String)
    /// `{name}`: a value printed in its place.
    case value(Name)
    /// `[@claim]`: the claims that support the words before it.
    case citation([Name])
  }

  /// The words, value, or citation.
  public let content: Content
  /// How the run is emphasized.
  public let emphasis: Emphasis
  /// Whether the words are not of the guide, but what it prints of the clinic, or in place of that.
  public var isOfClinic = false
}

/// Text that people read: one or more lines, with its values and citations.
public struct InlineText: Sendable {
  /// The pieces, in order.
  public let runs: [Run]
  /// The lines of the file, as written, for the formatter.
  public let lines: [Span]

  /// The whole text, from the first line to the last.
  public var span: Span {
    guard let first = lines.first, let last = lines.last else { return .empty }
    return first.union(last)
  }

  /// Only the words: without citations, and with values as `{name}`.
  public var plain: String {
    var text = ""
    for run in runs {
      switch run.content {
      case .text(let words): text += words
      case .value(let name): text += "{\(name.text)}"
      case .citation: break
      }
    }
    return text
  }

  /// Every claim cited, in order.
  public var citations: [Name] {
    runs.flatMap { run -> [Name] in
      if case .citation(let names) = run.content { names } else { [] }
    }
  }

  /// What it prints of the clinic, in order.
  public var clinicWords: [String] {
    runs.compactMap { run -> String? in
      if run.isOfClinic, case .text(let words) = run.content { words } else { nil }
    }
  }

  /// Every value printed, in order.
  public var values: [Name] {
    runs.compactMap { run -> Name? in
      if case .value(let name) = run.content { name } else { nil }
    }
  }
}
