public import SourceText

/// A name as an author wrote it, and where.
public struct Name: Sendable {
  /// The name itself.
  public let text: String
  /// Where it stands in the script.
  public let span: Span

  /// A name at a place.
  public init(_ text: String, _ span: Span) {
    self.text = text
    self.span = span
  }
}

/// How loud a piece of text is.
public enum Emphasis: Sendable {
  /// As written.
  case plain
  /// Between single stars.
  case soft
  /// Between double stars.
  case strong
}

/// A piece of a paragraph: words, a value to print, or the claims it rests on.
public struct Run: Sendable {
  /// What a run holds.
  public enum Content: Sendable {
    /// Words as the person reads them, marks removed.
    case text(String)
    /// `{name}`: a value printed in its place.
    case value(Name)
    /// `[@claim]`: what the words before it rest on.
    case citation([Name])
  }

  /// The words, value or citation.
  public let content: Content
  /// How loud it is.
  public let emphasis: Emphasis
}

/// Text a person reads: one or more lines, with its values and citations found.
public struct InlineText: Sendable {
  /// The pieces, in order.
  public let runs: [Run]
  /// The physical lines, as written, for the printer.
  public let lines: [Span]

  /// The whole place, from the first line to the last.
  public var span: Span {
    guard let first = lines.first, let last = lines.last else { return .empty }
    return first.union(last)
  }

  /// The words alone: no citations, values as `{name}`.
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

  /// Every value printed, in order.
  public var values: [Name] {
    runs.compactMap { run -> Name? in
      if case .value(let name) = run.content { name } else { nil }
    }
  }
}
