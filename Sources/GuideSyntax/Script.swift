public import SourceText

/// A whole file as written, with no names resolved and nothing lost.
public struct Script: Sendable {
  /// The file it was read from.
  public let source: SourceFile
  /// The lines before the first step or record.
  public let header: [HeaderEntry]
  /// The blocks between the header and the first step: in `house.guide`, the shared questions.
  public let preamble: [BlockSyntax]
  /// The steps and topics, in reading order.
  public let steps: [StepSyntax]
  /// The records of evidence, glossary, and place files.
  public let records: [Record]

  /// How many problems a file can have before the rest of it is not read.
  public static let mostDiagnostics = 200

  /// The first header line with this key.
  public func header(_ key: String) -> HeaderLine? {
    headers(key).first
  }

  /// Every header line with this key, in order.
  public func headers(_ key: String) -> [HeaderLine] {
    header.compactMap { entry in
      if case .line(let line) = entry.content, line.key.text == key { line } else { nil }
    }
  }

  /// The value of `kind:`, or an empty string.
  public var kind: String { header("kind")?.value.text ?? "" }
}

/// A line of the header.
public struct HeaderLine: Sendable {
  /// The text before the colon; for `option id: Label`, `option`.
  public let key: Name
  /// The name between key and colon, for `option`.
  public let argument: Name?
  /// The text after the colon.
  public let value: Name
}

/// A header line or a comment among them.
public struct HeaderEntry: Sendable {
  /// The content of the line.
  public enum Content: Sendable {
    case line(HeaderLine)
    case comment(Span)
  }

  /// The content of the line.
  public let content: Content
  /// Whether there is a blank line before it.
  public let blankBefore: Bool
}

/// A step, `# id: Title`, or a topic, `## id: Title`: one screen or a few.
public struct StepSyntax: Sendable {
  /// The name of the step.
  public let name: Name
  /// The title of the step.
  public let title: InlineText
  /// Whether it is a topic (`##`).
  public let isTopic: Bool
  /// The blocks in the step.
  public let blocks: [BlockSyntax]
  /// The heading line.
  public let span: Span
}

/// A record: `claim id: text` and indented `key: value` lines.
public struct Record: Sendable {
  /// The kind of record: `claim`, `figure`, `term`, `door`, `call`.
  public let keyword: Name
  /// The name, if records of this kind have names.
  public let name: Name?
  /// The text after the colon.
  public let text: Name
  /// The lines under it.
  public let fields: [Field]
  /// The comments before it, for the formatter.
  public let comments: [Span]

  /// The whole record, from its first line to its last.
  public var span: Span { fields.reduce(keyword.span.union(text.span)) { $0.union($1.value.span) } }

  /// The first field with this key.
  public func field(_ key: String) -> Field? { fields.first { $0.key.text == key } }
}

/// A `key: value` line of a record; `arm ketamine: 108 of 195` has an argument.
public struct Field: Sendable {
  /// The text before the colon, or before the argument.
  public let key: Name
  /// The name between key and colon.
  public let argument: Name?
  /// The text after the colon.
  public let value: Name
}
