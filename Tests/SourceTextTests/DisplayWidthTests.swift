import SourceText
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0),
    ("plain", 5),
    ("caf\u{E9}", 4),
    ("cafe\u{301}", 4),
    ("日本", 4),
    ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2),
    ("\u{FF21}", 2),
    ("\u{3000}", 2),
    ("\u{20000}", 2),
    ("\u{2FFFD}", 2),
    ("\u{2FFFE}", 1),
    ("\u{303F}", 1),
    ("\u{FFFD}␛…—“", 5),
    ("\u{300}", 0),
    ("a\u{300}\u{301}\u{302}", 1),
    ("\u{7}\u{9F}\r\n\u{2028}\u{200B}", 0),
    ("\u{AD}", 1),
    ("क्षि", 2),
    ("שָׁ", 1),
  ])
  func `counts the cells of text`(text: String, cells: Int) {
    #expect(displayWidth(of: text) == cells)
  }

  @Test(arguments: ["😀", "👍🏽", "👩‍👩‍👧", "🇳🇱", "❤️", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "☕"] as [Character])
  func `counts two cells for an emoji`(emoji: Character) {
    #expect(displayWidth(of: emoji) == 2)
  }

  @Test func `counts one cell for a symbol drawn as text`() {
    #expect(displayWidth(of: Character("❤")) == 1)
  }
}
