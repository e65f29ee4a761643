extension String {
  /// The text as a sentence: with a period at the end, unless it already ends with a mark.
  public var asSentence: String {
    [".", "?", "!"].contains { hasSuffix($0) } ? self : self + "."
  }

  /// Whether the text ends as a sentence does: with a period, a question mark, or an exclamation mark,
  /// before any closing quotes and parentheses.
  public var endsSentence: Bool {
    let end = last { !($0.isWhitespace || "\"'\u{201D}\u{2019})]".contains($0)) }
    return end == "." || end == "?" || end == "!"
  }
}
