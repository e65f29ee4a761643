package import SourceText

// A few kinds of problem in a guide cause others. The author is told only about the cause.
extension Diagnostic.Kinds {
  /// A line could not be read, so something may seem to be missing.
  ///
  /// Every problem found while parsing has this kind, even if its factory does not set it.
  package static let unreadLine = Self(rawValue: 1 << 0)
  /// A header, or a whole file, could not be read.
  package static let unreadHeader = Self(rawValue: 1 << 1)
  /// A name does not refer to anything.
  package static let unknownName = Self(rawValue: 1 << 2)
  /// A jump goes somewhere a jump cannot go.
  package static let wrongJump = Self(rawValue: 1 << 3)
}
