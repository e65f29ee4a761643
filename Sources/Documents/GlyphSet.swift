/// What can be drawn besides lines of text.
public enum GlyphSet: String, Sendable, CaseIterable {
  /// Nothing: the words already say everything a picture would show.
  case words
  /// Pictures in ASCII characters, with rows one after another.
  case signs
  /// Pictures in Unicode shapes, with rows in columns where they fit.
  case shapes
}
