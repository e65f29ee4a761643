public import SourceText

/// A whole file as written: nothing resolved, nothing lost.
public struct Script: Sendable {
  /// Where it was read from.
  public let source: SourceFile
  /// The lines before the first step or record.
  public let header: [HeaderEntry]
  /// What stands between the header and the first step: in the house, the shared questions.
  public let preamble: [BlockSyntax]
  /// The steps and topics, in reading order.
  public let steps: [StepSyntax]
  /// The records of evidence, glossary and place files.
  public let records: [Record]

  /// How much may be wrong in a file before the rest of it is left unread.
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

  /// The value of `kind:`, or the empty text.
  public var kind: String { header("kind")?.value.text ?? "" }
}

/// A line of the header.
public struct HeaderLine: Sendable {
  /// What stands before the colon; for `option id: Label`, `option`.
  public let key: Name
  /// The name between key and colon, for `option`.
  public let argument: Name?
  /// What stands after the colon.
  public let value: Name
}

/// A header line or a comment among them.
public struct HeaderEntry: Sendable {
  /// What stands there.
  public enum Content: Sendable {
    case line(HeaderLine)
    case comment(Span)
  }

  /// What stands there.
  public let content: Content
  /// Whether a blank line stands before it.
  public let blankBefore: Bool
}

/// One screen or few: `# id: Title`, or a topic, `## id: Title`.
public struct StepSyntax: Sendable {
  /// Its name.
  public let name: Name
  /// What stands over it.
  public let title: InlineText
  /// Whether it is a topic (`##`).
  public let isTopic: Bool
  /// What it holds.
  public let blocks: [BlockSyntax]
  /// The heading line.
  public let span: Span
}

/// A thing with fields: `claim id: text` and indented `key: value` lines.
public struct Record: Sendable {
  /// The kind of thing: `claim`, `figure`, `term`, `contact`, `phrase`.
  public let keyword: Name
  /// Its name, if the kind has names.
  public let name: Name?
  /// The text behind the colon.
  public let text: Name
  /// The lines under it.
  public let fields: [Field]
  /// Comments before it, for the printer.
  public let comments: [Span]

  /// The first field with this key.
  public func field(_ key: String) -> Field? { fields.first { $0.key.text == key } }
}

/// A `key: value` line of a record; `arm ketamine: 108 of 195` has an argument.
public struct Field: Sendable {
  /// What stands before the colon, or before the argument.
  public let key: Name
  /// The name between key and colon.
  public let argument: Name?
  /// What stands after the colon.
  public let value: Name
}
