/// A place in a source, and a short message about it.
public struct Label: Hashable, Sendable {
  /// The file that contains the place.
  public let source: SourceFile

  /// The bytes to mark.
  public let span: Span

  /// A few words, shown next to the mark; may be empty.
  public let message: String

  /// Creates a label for `span` of `source`.
  public init(source: SourceFile, span: Span, message: String = "") {
    self.source = source
    self.span = span
    self.message = message
  }
}
