import Testing

@testable import Documents

struct ASCIITextTests {
  @Test func `a terminal without Unicode still says what can be said`() {
    #expect(
      ascii("“Don’t” – wait… Español, Zoë, e\u{301}") == "\"Don't\" - wait... Espanol, Zoe, e"
    )
    #expect(ascii("日本 🙂") == "???? ??")
    #expect(ascii("plain") == "plain")
  }
}
