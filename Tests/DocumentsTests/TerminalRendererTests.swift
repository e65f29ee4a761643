import Documents
import TestSupport
import Testing

struct TerminalRendererTests {
  @Test func `blocks that belong together stand together`() {
    let lines = TerminalRenderer(width: 80).lines([
      .heading("Getting home"), .paragraph("Plan ahead."), .item("One"), .item("Two"),
      .choice("1", "Yes"), .choice("2", "No"),
    ])
    #expect(
      lines == [
        "", "== Getting home ==", "", "Plan ahead.", "", "- One", "- Two", "", "  1  Yes",
        "  2  No",
      ]
    )
  }

  @Test func `items of a numbered list hang under their words`() {
    let lines = TerminalRenderer(width: 40).lines([
      .paragraph("Before you come:"),
      .numberedItem(9, "Do not drive for the rest of the day, nor the next morning."),
      .numberedItem(10, "Sleep well, and eat something in the morning."), .numberedItem(1, "Rest."),
    ])
    #expect(
      lines == [
        "", "Before you come:", "9. Do not drive for the rest of the day,",
        "   nor the next morning.",
        "10. Sleep well, and eat something in the", "    morning.", "", "1. Rest.",
      ]
    )
  }

  @Test(arguments: [
    // Fits, signs and all; only without the closing sign; in no one line.
    ("If something is wrong with your bo", ["== If something is wrong with your bo =="]),
    ("If something is wrong with your bod", ["== If something is wrong with your bod"]),
    ("If something is wrong with your body", ["== If something is wrong with your body"]),
    (
      "What would you like to look at, or ask?",
      ["== What would you like to look at, or", "   ask?"]
    ),
  ])
  func `a heading too long for one line leaves off its closing sign`(
    title: String,
    lines: [String]
  ) {
    #expect(TerminalRenderer(width: 40).lines([.heading(RichText(title))]) == [""] + lines)
  }

  @Test(arguments: [-5, 0, 39, 40, 76, 132, 10_000])
  func `no line is wider than the width, and none than 132 columns`(width: Int) {
    let words = Array(repeating: "eins zwei 日本語 vier", count: 40).joined(separator: " ")
    let blocks: [Block] = [
      .paragraph(RichText(words)), .item(RichText(words)), .choice("12", RichText(words)),
      .note(RichText(words)), .detail(RichText(words)),
      .prompt(RichText(words)), .heading(RichText(words)),
    ]
    let widest =
      TerminalRenderer(width: width).lines(blocks).map { $0.unicodeScalars.count }.max() ?? 0
    #expect(widest <= min(max(width, 40), 132))
  }

  @Test func `strong words are bold where the terminal can tell`() {
    let words = RichText([.init("Not today.", isStrong: true), .init(" Rest well.")])
    #expect(
      TerminalRenderer(width: 40, usesBold: true).lines([.paragraph(words)])
        == ["", "\u{1B}[1mNot today.\u{1B}[0m Rest well."]
    )
    #expect(
      TerminalRenderer(width: 40).lines([.paragraph(words)]) == ["", "Not today. Rest well."]
    )
  }

  @Test func `strong words that wrap stay strong, and the indent stays plain`() {
    let words = RichText([
      .init("A long beginning that fills the line, then "),
      .init("strong words that go on", isStrong: true),
    ])
    #expect(
      TerminalRenderer(width: 40, usesBold: true).lines([.item(words)])
        == [
          "", "- A long beginning that fills the line,",
          "  then \u{1B}[1mstrong words that go on\u{1B}[0m",
        ]
    )
  }

  /// Bold is put into lines that are already whole, so that it changes no line.
  @Test
  func `the lines of random strong words are those of plain words, bold in the right letters`() {
    var dice = SeededGenerator(seed: 11)
    let words = [
      "a", "memory", "日本語", "e\u{301}e\u{301}", "un·like·ly", "\u{A0}", "x y", "\n", "  ",
    ]
    for _ in 0..<300 {
      let runs = (0..<Int.random(in: 1...8, using: &dice)).map { _ in
        let text = (0..<Int.random(in: 1...6, using: &dice)).map { _ in
          words.randomElement(using: &dice) ?? ""
        }
        return RichText.Run(
          text.joined(separator: Bool.random(using: &dice) ? " " : ""),
          isStrong: Bool.random(using: &dice)
        )
      }
      let block = Block.item(RichText(runs))
      let width = Int.random(in: 40...60, using: &dice)
      let plain = TerminalRenderer(width: width).lines([block])
      let bold = TerminalRenderer(width: width, usesBold: true).lines([block])
      #expect(bold.map { $0.replacing(Self.on, with: "").replacing(Self.off, with: "") } == plain)
      var strong = ""
      for line in bold {
        let parts = line.split(separator: Self.on, omittingEmptySubsequences: false)
        for part in parts.dropFirst() {
          let inside = part.split(separator: Self.off, omittingEmptySubsequences: false)
          // Every line ends what it began.
          #expect(inside.count == 2)
          strong += inside[0]
        }
      }
      let wanted = runs.filter(\.isStrong).map(\.text).joined()
      #expect(strong.filter { !$0.isWhitespace } == wanted.filter { !$0.isWhitespace })
    }
  }

  private static let on = "\u{1B}[1m"
  private static let off = "\u{1B}[0m"

  @Test func `what a person cannot see is made visible`() {
    let lines = TerminalRenderer(width: 80, usesBold: true).lines([
      .paragraph(RichText([.init("a\u{1B}", isStrong: true), .init("[2Jb\u{202E}c")]))
    ])
    #expect(lines == ["", "\u{1B}[1ma\u{241B}\u{1B}[0m[2Jb[U+202E]c"])
  }
}
