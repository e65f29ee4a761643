import SourceText
import Testing

struct VisibleTextTests {
  @Test(arguments: [
    ("plain text", "plain text"),
    ("\u{0}\u{7}\u{9}\u{1B}[2J\u{7F}", "␀␇␉␛[2J␡"),
    ("a\u{85}b\u{9B}c", "a[U+0085]b[U+009B]c"),
    ("\u{202E}abc\u{2069}\u{200F}\u{61C}", "[U+202E]abc[U+2069][U+200F][U+061C]"),
    ("a\u{200B}b\u{2060}c\u{FEFF}\u{AD}", "a[U+200B]b[U+2060]c[U+FEFF][U+00AD]"),
    ("\u{2028}\u{2029}", "[U+2028][U+2029]"),
    ("\u{E0041}", "[U+E0041]"),
    ("one\ntwo\r\nthree\rfour", "one two three␍four"),
  ])
  func `shows what a terminal would obey or hide`(text: String, shown: String) {
    #expect(visible(text) == shown)
  }

  @Test func `keeps line breaks when asked`() {
    #expect(visible("one\ntwo\r\n\u{7}", keepingNewlines: true) == "one\ntwo\n␇")
  }

  @Test(arguments: ["caf\u{E9}", "cafe\u{301}", "日本", "👩‍🚀", "❤️‍🔥", "1️⃣", "می‌خواهم", "क्‍ष", "“…—”\u{A0}"])
  func `leaves honest writing alone`(text: String) {
    #expect(visible(text) == text)
  }

  @Test func `shows joiners and selectors that have nothing to do`() {
    #expect(visible("mor\u{200D}ning\u{200C}") == "mor[U+200D]ning[U+200C]")
    #expect(visible("mor\u{FE0F}ning") == "mor[U+FE0F]ning")
    #expect(visible("\u{200D}") == "[U+200D]")
  }
}
