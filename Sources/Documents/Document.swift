/// A screen, a page or a whole document: blocks in the order they are read.
public struct Document: Hashable, Sendable {
  /// What it is called; the title of a browser's window.
  public let title: String
  /// The language of its words, such as `en`.
  public let language: String
  /// The blocks, in order.
  public let blocks: [Block]

  /// A document.
  ///
  /// - Parameters:
  ///   - title: What it is called.
  ///   - language: The language of its words.
  ///   - blocks: The blocks, in order.
  public init(title: String, language: String = "en", blocks: [Block]) {
    self.title = title
    self.language = language
    self.blocks = blocks
  }
}
