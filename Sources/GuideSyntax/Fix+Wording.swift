public import SourceText

extension Fix {
  /// Puts other letters in a place.
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

  /// Puts letters at a place.
  public static func inserting(
    _ source: SourceFile,
    at offset: Int,
    _ text: String,
    summary: String? = nil
  ) -> Fix {
    Fix(
      summary: summary ?? "put `\(text)` before it",
      edits: [Edit(source: source, span: Span(start: offset, end: offset), replacement: text)]
    )
  }
}

/// The question an author is asked when names are near: at most four, or nothing.
public func didYouMean(_ names: [String]) -> String? {
  guard let last = names.last else { return nil }
  let quoted = names.dropLast().map { "`\($0)`" }.joined(separator: ", ")
  return "did you mean \(quoted)\(quoted.isEmpty ? "" : " or ")`\(last)`?"
}
