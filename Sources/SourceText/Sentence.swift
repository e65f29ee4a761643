extension String {
  /// The text as a sentence: with a period at the end, unless it already ends with a mark.
  public var asSentence: String {
    [".", "?", "!"].contains { hasSuffix($0) } ? self : self + "."
  }
}
