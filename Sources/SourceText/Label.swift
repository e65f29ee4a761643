/// A place in a source, and what there is to say about it.
public struct Label: Hashable, Sendable {
  /// The file pointed into.
  public let source: SourceFile

  /// The stretch pointed at.
  public let span: Span

  /// A few words, drawn beside the stretch; may be empty.
  public let message: String

  /// A label on `span` of `source`.
  public init(source: SourceFile, span: Span, message: String = "") {
    self.source = source
    self.span = span
    self.message = message
  }
}
