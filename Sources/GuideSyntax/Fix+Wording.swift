public import SourceText

extension Fix {
  /// A fix that replaces the text of `span` with `text`.
  public static func replacing(
    _ source: SourceFile,
    _ span: Span,
    with text: String,
    named words: String? = nil
  ) -> Fix {
    Fix(
      summary: "change it to \(words ?? "`\(text)`")",
      edits: [Edit(source: source, span: span, replacement: text)]
    )
  }

  /// A fix that inserts `text` at `offset`.
  public static func inserting(
    _ source: SourceFile,
    at offset: Int,
    _ text: String,
    summary: String? = nil
  ) -> Fix {
    Fix(
      summary: summary ?? "add `\(text)` before it",
      edits: [Edit(source: source, span: Span(start: offset, end: offset), replacement: text)]
    )
  }
}

/// Returns a "did you mean" question that offers `names`, or `nil` if there are none.
public func didYouMean(_ names: [String]) -> String? {
  guard let last = names.last else { return nil }
  let quoted = names.dropLast().map { "`\($0)`" }.joined(separator: ", ")
  return "did you mean \(quoted)\(quoted.isEmpty ? "" : " or ")`\(last)`?"
}
