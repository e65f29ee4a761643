import Documents
import GuideCheck
import Phrases
import TestSupport
import Testing

@testable import SessionCore

/// Whom a person is told to turn to, with and without a place file, at home and at a kiosk.
struct HelpScreenTests {
  private func screens() throws -> [Golden.Section] {
    let locality = try #require(Folder.real().checked().library?.locality)
    let places = [("the United States", locality), ("an unknown country", nil)]
    return places.flatMap { name, locality in
      [false, true].map { isKiosk in
        let blocks = HelpScreen(locality: locality, isKiosk: isKiosk, phrases: English()).blocks
        let lines = TerminalRenderer(width: 76).lines(blocks).drop(while: \.isEmpty)
        return (
          "\(isKiosk ? "At a kiosk" : "Elsewhere"), \(name)", lines.joined(separator: "\n")
        )
      }
    }
  }

  @Test func `the four help screens are those that were read`() throws {
    let difference = try Golden("help", in: "Screens").difference(from: screens())
    #expect(difference == nil)
  }

  @Test
  func `staff come first at a kiosk, elsewhere numbers, and never those of one country alone`()
    throws
  {
    for (name, text) in try screens() {
      let isKiosk = name.hasPrefix("At a kiosk")
      let first = text.split(separator: "\n").dropFirst().first ?? ""
      #expect(first.contains("911") != isKiosk, "\(name)")
      #expect(first.hasPrefix("Tell a staff member now.") == isKiosk, "\(name)")
      #expect(text.lowercased().contains("call or text 988"), "\(name)")
      // A kiosk is in the country of its place file.
      guard name != "At a kiosk, the United States" else { continue }
      #expect(text.contains("your emergency number"), "\(name)")
      #expect(text.contains("findahelpline.com"), "\(name)")
    }
  }

  @Test func `no pause parts the help screen on a terminal of 24 rows`() throws {
    let screen = try #require(screens().first { $0.name == "Elsewhere, the United States" })
    // There is a blank line before it and after it, and then the prompt.
    #expect(screen.text.split(separator: "\n", omittingEmptySubsequences: false).count + 3 <= 24)
  }
}
