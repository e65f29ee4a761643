public import GuideEngine

/// One thing on the screen, before it is laid out in lines.
///
/// Pure: the same walk gives the same blocks.
public enum ScreenBlock: Hashable, Sendable {
  /// A title.
  case heading(String)
  /// Prose.
  case paragraph(Composed)
  /// An item of a list.
  case item(Composed)
  /// What is asked; it stays with its choices.
  case prompt(String)
  /// A choice, and what to type for it.
  case choice(String, String)
  /// A line the program itself says.
  case note(String)
  /// A line of a figure or a form, set a little in.
  case detail(String)
  /// A picture of what stands above it in words; left out where nothing can be drawn.
  case picture(Picture)
  /// The person's own ratings, as bars with numbers.
  case bars([Rating])
  /// The options of a comparison, over their columns.
  case heads([String])
  /// A row of a comparison, and what there is to say for each option.
  case row(String, [Cell])

  /// Prose without strong words.
  public static func paragraph(_ text: String) -> ScreenBlock {
    .paragraph(Composed(text: text, strong: []))
  }

  /// An item without strong words.
  public static func item(_ text: String) -> ScreenBlock { .item(Composed(text: text, strong: [])) }

  /// Whether a blank line stands between this block and the next.
  func isApart(from next: ScreenBlock) -> Bool {
    switch (self, next) {
    // What begins anew with 1 is no further choice of the list before it.
    case (.choice, .choice("1", _)): true
    case (.item, .item), (.choice, .choice), (.detail, .detail), (.note, .detail), (.note, .bars):
      false
    case (.paragraph(let words), .item): !words.text.hasSuffix(":")
    default: true
    }
  }

  /// Whether this block makes no sense at the bottom of a screen, without the next.
  func leans(on next: ScreenBlock) -> Bool {
    switch (self, next) {
    case (.heading, _), (.heads, .row), (.prompt, _), (.choice, .choice), (.choice, .note),
      (.note, .choice):
      true
    case (.paragraph(let words), .item): words.text.hasSuffix(":")
    case (.note(let text), .bars), (.note(let text), .detail): text.hasSuffix(":")
    default: false
    }
  }
}
