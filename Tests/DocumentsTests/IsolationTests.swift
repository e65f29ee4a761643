import Documents
import Testing

/// Words written from right to left, among others.
struct IsolationTests {
  private let first = "\u{2068}"
  private let last = "\u{2069}"
  private let hebrew = "\u{5E9}\u{5DC}\u{5D5}\u{5DD} 5 (\u{5D0}\u{5D1}\u{5D2})"

  private func lines(_ text: String, width: Int = 76, isASCII: Bool = false) -> [String] {
    Array(
      TerminalRenderer(width: width, isASCII: isASCII).lines([.choice("2", RichText(text))])
        .dropFirst()
    )
  }

  @Test(arguments: ["\u{5E9}", "ok \u{645}\u{631}\u{62D}\u{628}\u{627} 7", "\u{1E900}"])
  func `are isolated from the text around them`(words: String) {
    #expect(
      lines("Change: What? \u{2013} \(isolated(words))")
        == ["  2  Change: What? \u{2013} \(first)\(words)\(last)"]
    )
  }

  @Test(arguments: ["tired", "caf\u{E9} 日本", "\u{661}\u{662}", ""])
  func `leave other words alone`(words: String) {
    #expect(isolated(words) == words)
  }

  @Test func `are isolated on each line they take, within the width and the indent`() {
    let words = Array(repeating: hebrew, count: 12).joined(separator: " ")
    let shown = lines("Change: \(isolated(words)) \u{2013} 3", width: 40)
    #expect(shown.count > 3)
    for (number, line) in shown.enumerated() {
      #expect(line.unicodeScalars.count { $0 == "\u{2068}" } == 1)
      #expect(line.unicodeScalars.count { $0 == "\u{2069}" } == 1)
      #expect(line.unicodeScalars.count <= 42)
      if number > 0 { #expect(line.hasPrefix("     \(first)")) }
    }
    #expect(shown.last?.hasSuffix("\(last) \u{2013} 3") == true)
  }

  @Test func `carry no mark where there is only ASCII`() {
    #expect(lines("So: \(isolated("\u{5E9} 5"))", isASCII: true) == ["  2  So: ? 5"])
  }

  @Test(arguments: [
    "\u{2068}abc\u{2069}", "\u{2068}\u{5E9}", "\u{5E9}\u{2069}", "\u{2068}\u{2068}\u{5E9}\u{2069}",
  ])
  func `do not let a mark through that isolates nothing`(text: String) {
    let shown = lines(text).joined()
    #expect(shown.contains("[U+206"))
    #expect(
      shown.unicodeScalars.count { $0 == "\u{2068}" }
        == shown.unicodeScalars.count { $0 == "\u{2069}" }
    )
  }

  @Test func `do not get out of their place by marks of their own`() {
    let shown = lines(isolated("\u{5E9}\u{2069}\u{202E}abc\u{2068}"))
    #expect(shown == ["  2  \(first)\u{5E9}[U+2069][U+202E]abc[U+2068]\(last)"])
  }
}
