import GuideEngine
import Testing

@testable import TerminalUI

struct LayoutTests {
  @Test func `blocks that belong together stand together`() {
    let lines = Layout(width: 80).lines([
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
    #expect(Layout(width: 40).lines([.heading(title)]) == [""] + lines)
  }

  @Test(arguments: [-5, 0, 39, 40, 76, 132, 10_000])
  func `no line is wider than the width, and none than 132 columns`(width: Int) {
    let words = Array(repeating: "eins zwei 日本語 vier", count: 40).joined(separator: " ")
    let blocks: [ScreenBlock] = [
      .paragraph(words), .item(words), .choice("12", words), .note(words), .detail(words),
      .prompt(words), .heading(words),
    ]
    let widest = Layout(width: width).lines(blocks).map { $0.unicodeScalars.count }.max() ?? 0
    #expect(widest <= min(max(width, 40), 132))
  }

  @Test func `strong words are bold where the terminal can tell`() {
    let words = Composed(text: "Not today. Rest well.", strong: [0..<10])
    #expect(
      Layout(width: 40, usesBold: true).lines([.paragraph(words)])
        == ["", "\u{1B}[1mNot today.\u{1B}[0m Rest well."]
    )
    #expect(Layout(width: 40).lines([.paragraph(words)]) == ["", "Not today. Rest well."])
  }

  @Test func `strong words that wrap stay strong, and the indent stays plain`() {
    let text = "A long beginning that fills the line, then strong words that go on"
    let start = text.utf8.count - "strong words that go on".utf8.count
    let words = Composed(text: text, strong: [start..<text.utf8.count])
    #expect(
      Layout(width: 40, usesBold: true).lines([.item(words)])
        == [
          "", "- A long beginning that fills the line,",
          "  then \u{1B}[1mstrong words that go on\u{1B}[0m",
        ]
    )
  }

  @Test func `what a person cannot see is made visible`() {
    let lines = Layout(width: 80, usesBold: true).lines([
      .paragraph(Composed(text: "a\u{1B}[2Jb\u{202E}c", strong: [0..<2]))
    ])
    #expect(!lines.joined().unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
  }
}
