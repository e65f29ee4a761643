/// A screen, a page, or a whole document: blocks in reading order.
public struct Document: Hashable, Sendable {
  /// The title, which is also the title of a browser window.
  public let title: String
  /// The language of its text, such as `en`.
  public let language: String
  /// The blocks, in order.
  public let blocks: [Block]

  /// Creates a document.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - language: The language of its text.
  ///   - blocks: The blocks, in order.
  public init(title: String, language: String = "en", blocks: [Block]) {
    self.title = title
    self.language = language
    self.blocks = blocks
  }
}
