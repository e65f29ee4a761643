/// One part of a screen or a page, before it is laid out in lines or elements.
///
/// The same walk always gives the same blocks, no matter what draws them.
public indirect enum Block: Hashable, Sendable {
  /// A title; 1 is the document's own.
  case heading(RichText, level: Int)
  /// Prose.
  case paragraph(RichText)
  /// An item of a list.
  case item(RichText)
  /// An item of a numbered list, and its number.
  case numberedItem(Int, RichText)
  /// A question; it stays with its choices.
  case prompt(RichText)
  /// A choice, and what to type for it.
  case choice(String, RichText)
  /// A line from the program itself.
  case note(RichText)
  /// A line of a figure or a form, slightly indented.
  case detail(RichText)
  /// A picture of what the words above it say; omitted if nothing can be drawn.
  case picture(Picture)
  /// Ratings, as bars with numbers.
  case bars([Bar])
  /// The options of a comparison, above their columns.
  case heads([String])
  /// A row of a comparison, with the text for each option.
  case row(String, [Cell])
  /// Rows with a name and a text.
  case table([TableRow])
  /// Lines exactly as they are.
  case code([String])
  /// A condition for the blocks nested after it.
  case condition(RichText)
  /// A remark for the reviewer of a document.
  case remark(RichText)
  /// A line to write on, after a word.
  case field(String)
  /// Empty lines to write on, under the block above them.
  case writingLines(Int)
  /// On paper, the next block begins a new sheet.
  case newSheet
  /// Indented blocks, under the block above them.
  case nested([Block])
  /// A block, and remarks that belong next to it, such as the evidence for a sentence.
  case annotated(Block, [RichText])
  /// The list of the document's headings, if readers can follow links.
  case contents(String)

  /// A title of a screen.
  public static func heading(_ title: RichText) -> Block { .heading(title, level: 2) }

  /// A rating of how much something matters.
  public struct Bar: Hashable, Sendable {
    /// What the rating is about.
    public let label: String
    /// From 0 to `most`; nil if it was not rated.
    public let value: Int?
    /// The highest rating.
    public let most: Int
    /// The rating in words.
    public let words: String

    /// A bar.
    public init(label: String, value: Int?, most: Int, words: String) {
      self.label = label
      self.value = value
      self.most = most
      self.words = words
    }
  }

  /// The text for one option in a row of a comparison.
  public struct Cell: Hashable, Sendable {
    /// The option.
    public let head: String
    /// The text.
    public let text: String

    /// A cell.
    public init(head: String, text: String) {
      self.head = head
      self.text = text
    }
  }

  /// A row of a table.
  public struct TableRow: Hashable, Sendable {
    /// The name of the row.
    public let name: RichText
    /// The text.
    public let words: RichText

    /// A row.
    public init(_ name: RichText, _ words: RichText) {
      self.name = name
      self.words = words
    }
  }
}

extension Block {
  /// The text of a block that is only text; nil for one that is drawn or has parts.
  public var text: String? {
    switch self {
    case .heading(let words, _), .paragraph(let words), .item(let words),
      .numberedItem(_, let words), .prompt(let words), .choice(_, let words), .note(let words),
      .detail(let words), .condition(let words),
      .remark(let words):
      words.text
    case .annotated, .bars, .code, .contents, .field, .heads, .nested, .newSheet, .picture, .row,
      .table, .writingLines:
      nil
    }
  }

  /// All text of a block and its parts, in reading order.
  public var texts: [String] {
    switch self {
    case .annotated(let block, let remarks): block.texts + remarks.map(\.text)
    case .bars(let bars): bars.flatMap { [$0.label, $0.words] }
    case .code(let lines): lines
    case .contents(let title): [title]
    case .field(let label): [label]
    case .heads(let heads): heads
    case .nested(let blocks): blocks.flatMap(\.texts)
    case .picture(let picture): picture.groups.map(\.caption)
    case .row(let title, let cells): [title] + cells.map(\.text)
    case .table(let rows): rows.flatMap { [$0.name.text, $0.words.text] }
    default: text.map { [$0] } ?? []
    }
  }

  /// Whether there is a blank line between this block and the next.
  func isApart(from next: Block) -> Bool {
    switch (self, next) {
    // A choice that starts again at 1 is not part of the list before it.
    case (.choice, .choice("1", _)): true
    case (_, .writingLines), (.writingLines, .choice): false
    case (.annotated(let block, _), let next), (let block, .annotated(let next, _)):
      block.isApart(from: next)
    case (.item, .item), (.choice, .choice), (.detail, .detail), (.note, .detail), (.note, .bars),
      (_, .remark), (.field, .field):
      false
    // An item with the number 1 is not part of the list before it.
    case (.numberedItem, .numberedItem(let number, _)): number == 1
    case (.paragraph(let words), .item), (.paragraph(let words), .numberedItem):
      !words.text.hasSuffix(":")
    default: true
    }
  }

  /// Whether the next block is read together with this one, although a screen can end between them.
  func isKin(of next: Block) -> Bool {
    switch (self, next) {
    case (_, .picture), (_, .bars), (.picture, .detail): true
    case (.item, .item), (.numberedItem, .numberedItem), (.detail, .detail), (.note, .detail),
      (.paragraph, .item), (.paragraph, .numberedItem):
      !isApart(from: next)
    default: false
    }
  }

  /// How it belongs together with a next block that it leans on.
  var joint: LineGroup.Joint {
    switch self {
    case .choice, .item, .numberedItem, .detail: .items
    case .note: .note
    default: .lead
    }
  }

  /// Whether this block makes no sense at the bottom of a screen, without the next.
  func leans(on next: Block) -> Bool {
    switch (self, next) {
    case (.heading, _), (.heads, .row), (.prompt, _), (.choice, .choice), (.choice, .note),
      (.note, .choice), (.condition, _), (_, .remark):
      true
    case (.paragraph(let words), .item), (.paragraph(let words), .numberedItem),
      (.paragraph(let words), .note),
      (.paragraph(let words), .detail), (.paragraph(let words), .bars):
      words.text.hasSuffix(":")
    case (.note(let words), .bars), (.note(let words), .detail): words.text.hasSuffix(":")
    default: false
    }
  }
}
