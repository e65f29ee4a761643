import GuideCheck
import Reports
import TestSupport
import Testing

@testable import TerminalUI

/// Words written from right to left, among others.
struct IsolationTests {
  private let first = "\u{2068}"
  private let last = "\u{2069}"
  private let hebrew = "\u{5E9}\u{5DC}\u{5D5}\u{5DD} 5 (\u{5D0}\u{5D1}\u{5D2})"

  private func lines(_ text: String, width: Int = 76, isASCII: Bool = false) -> [String] {
    Array(Layout(width: width, isASCII: isASCII).lines([.choice("2", text)]).dropFirst())
  }

  @Test(arguments: ["\u{5E9}", "ok \u{645}\u{631}\u{62D}\u{628}\u{627} 7", "\u{1E900}"])
  func `are isolated from what stands around them`(words: String) {
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

  @Test func `are isolated in the review, when they are changed, and on the page`() throws {
    let library = try #require(decisionFolder.checked().library)
    var sitting = Sitting(
      of: library,
      setting: Sitting.Setting(isKiosk: false, isTerminal: false),
      keeping: .nothing(asksAgain: false)
    )
    sitting.sources = ["a-study": aStudy]
    var reply = sitting.begin(at: try #require(library.guide(named: "choice")))
    for line in ["yes", "skip", "2", "1", "go on", "4", "skip", "5", "skip", hebrew] {
      reply = sitting.take(line)
    }
    func shown() -> String { Layout(width: 76).lines(reply.blocks).joined(separator: "\n") }
    let isolate = "\(first)\(hebrew)\(last)"
    #expect(shown().contains(" \u{2013} \(isolate)"))
    let number = try #require(shown().split(separator: "\n").first { $0.contains(isolate) })
    reply = sitting.take(String(number.split(separator: " ")[0]))
    #expect(shown().contains("Before, you said: \(isolate). "))
    reply = sitting.take("same")
    reply = sitting.take("1")
    #expect(shown().contains("- \(isolate)"))
    let page = sitting.takenHome(sources: [:])
    #expect(page.sayFirst == [hebrew])
    #expect(!"\(page.json)".contains("2068"))
  }

  @Test func `are isolated on the page under what was asked`() throws {
    let folder = Folder([
      "house.guide": "title: House\nkind: house\n\n# shelf: Guides\nmenu\n  => open\n",
      "guides/open.guide":
        "title: Form\nkind: form\n\n# one: One\n? free: What is new?\n  [text]\n",
    ])
    let library = try #require(folder.checked().library)
    var sitting = Sitting(
      of: library,
      setting: Sitting.Setting(isKiosk: false, isTerminal: false),
      keeping: .nothing(asksAgain: false)
    )
    _ = sitting.begin(at: try #require(library.guide(named: "open")))
    _ = sitting.take(hebrew)
    let blocks = PageScreen(sitting.takenHome(sources: [:])).blocks
    #expect(Layout(width: 76).lines(blocks).contains("  \(first)\(hebrew)\(last)"))
  }
}
