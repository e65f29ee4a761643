/// A screen, a page, or a whole document: blocks in reading order.
public struct Document: Hashable, Sendable {
  /// The title, which is also the title of a browser window.
  public let title: String
  /// The language of its text, such as `en`.
  public let language: String
  /// The blocks, in order.
  public let blocks: [Block]
  /// How it looks on paper.
  public let layout: Layout

  /// How a document looks on paper.
  public enum Layout: Hashable, Sendable {
    /// Pages to read, one after another.
    case pages
    /// A sheet of US Letter to take along, with as much on it as is easy to read.
    case sheet
  }

  /// Creates a document.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - language: The language of its text.
  ///   - blocks: The blocks, in order.
  ///   - layout: How it looks on paper.
  public init(
    title: String,
    language: String = "en",
    blocks: [Block],
    layout: Layout = .pages
  ) {
    self.title = title
    self.language = language
    self.blocks = blocks
    self.layout = layout
  }
}
