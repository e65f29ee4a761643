import SourceText
import Testing

struct WrappingTests {
  @Test func `fills each line with whole words`() {
    #expect(wrapped("one two three four five", width: 13) == ["one two three", "four five"])
    #expect(wrapped("one two three four five", width: 12) == ["one two", "three four", "five"])
  }

  @Test func `begins the first line and the others as told`() {
    #expect(
      wrapped("one two three four", width: 12, indent: "  * ", hanging: "    ") == [
        "  * one two", "    three", "    four",
      ]
    )
  }

  @Test func `makes one space of any run of spaces and breaks`() {
    #expect(wrapped("  one \t two\r\n\nthree  ", width: 40) == ["one two three"])
  }

  @Test func `keeps words together at a no-break space`() {
    #expect(
      wrapped("about 1\u{A0}in\u{A0}10 people", width: 12) == [
        "about", "1\u{A0}in\u{A0}10", "people",
      ]
    )
  }

  @Test func `counts cells, not characters`() {
    #expect(wrapped("日本 日本 日本", width: 10) == ["日本 日本", "日本"])
    #expect(wrapped("cafe\u{301} cafe\u{301} cafe\u{301}", width: 10).count == 2)
  }

  @Test func `breaks a word that no line can hold, and loses nothing`() {
    #expect(
      wrapped("see abcdefghijklmnopqrstuvwxyz now", width: 10) == [
        "see", "abcdefghij", "klmnopqrst", "uvwxyz now",
      ]
    )
    #expect(wrapped("日本日本日本", width: 11) == ["日本日本日", "本"])
    #expect(wrapped("👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀", width: 10) == ["👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀", "👩‍🚀"])
  }

  @Test func `takes a width of at least ten`() {
    for width in [Int.min, -1, 0, 9, 10] {
      #expect(wrapped("abcdefghijkl", width: width) == ["abcdefghij", "kl"])
    }
    #expect(wrapped("one two", width: .max) == ["one two"])
  }

  @Test func `goes on where the prefix leaves no room`() {
    let indent = String(repeating: "-", count: 12)
    #expect(
      wrapped("ab 日", width: 10, indent: indent, hanging: indent) == [
        indent + "a", indent + "b", indent + "日",
      ]
    )
  }

  @Test func `has a line for any text but none for no text`() {
    #expect(wrapped("", width: 20, indent: "- ") == [])
    #expect(wrapped("  \n ", width: 20) == [""])
    #expect(wrapped(" ", width: 20, indent: "- ", hanging: "  ") == ["-"])
  }

  @Test(arguments: 10...40)
  func `keeps every word in order, inside the width, without spaces at the end`(width: Int) {
    let text = "It can feel strange: 日本 👩‍🚀, an e\u{301}clair, incomprehensibilities and more."
    let lines = wrapped(text, width: width)
    #expect(lines.allSatisfy { displayWidth(of: $0) <= width && $0.last != " " })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}
