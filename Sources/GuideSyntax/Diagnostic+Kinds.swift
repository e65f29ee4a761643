package import SourceText

// From a few kinds of fault in a guide others follow: the author is told of the cause alone.
extension Diagnostic.Kinds {
  /// A line could not be read, so something may seem to be missing.
  ///
  /// Everything that parsing finds is of this kind, whether its factory says so or not.
  package static let unreadLine = Self(rawValue: 1 << 0)
  /// A header, or a whole file, could not be read.
  package static let unreadHeader = Self(rawValue: 1 << 1)
  /// Nothing has the name that is used.
  package static let unknownName = Self(rawValue: 1 << 2)
  /// A jump leads where none can.
  package static let wrongJump = Self(rawValue: 1 << 3)
}
