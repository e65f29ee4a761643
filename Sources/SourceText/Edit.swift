/// One replacement in a source.
public struct Edit: Hashable, Sendable {
  /// The file to change.
  public let source: SourceFile

  /// What is taken out; an empty span inserts.
  public let span: Span

  /// What is put in its place.
  public let replacement: String

  /// The replacement of `span` in `source`.
  public init(source: SourceFile, span: Span, replacement: String) {
    self.source = source
    self.span = span
    self.replacement = replacement
  }
}
