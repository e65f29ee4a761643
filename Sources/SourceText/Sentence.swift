extension String {
  /// The words as a sentence: with a full stop, unless they end with a mark of their own.
  public var asSentence: String {
    [".", "?", "!"].contains { hasSuffix($0) } ? self : self + "."
  }
}
