/// What may be drawn besides lines of words.
public enum GlyphSet: String, Sendable, CaseIterable {
  /// Nothing: whatever a picture would show, the words say.
  case words
  /// Pictures in characters of ASCII; rows one after the other.
  case signs
  /// Pictures in shapes of Unicode; rows in columns where they fit.
  case shapes
}
