import GuideCheck
import Reports
import TestSupport
import Testing

@testable import SessionCore

/// Words written from right to left, where a session says them again.
struct IsolationInSessionTests {
  private let hebrew = "\u{5E9}\u{5DC}\u{5D5}\u{5DD} 5 (\u{5D0}\u{5D1}\u{5D2})"
  private var isolate: String { "\u{2068}\(hebrew)\u{2069}" }

  @Test func `are isolated in the review, when they are changed, and on the page`() throws {
    let library = try #require(decisionFolder.checked().library)
    var held = HeldSession(at: "choice", of: library)
    held.begin()
    let way = ["yes", "skip", "2", "1", "go on", "4", "skip", "5", "skip"]
    var reply = held.take(way + [hebrew])
    #expect(reply.text.contains(" \u{2013} \(isolate)"))
    let number = try #require(reply.lines.first { $0.contains(isolate) })
    reply = held.take(String(number.split(separator: " ")[0]))
    #expect(reply.text.contains("Before, you said: \(isolate). "))
    held.take("same")
    reply = held.take("1")
    #expect(reply.text.contains("- \(isolate)"))
    let page = held.session.takenHome
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
    var held = HeldSession(at: "open", of: library)
    held.begin()
    held.take(hebrew)
    #expect(held.take("1").lines.contains("- What is new? \(isolate)"))
  }
}
