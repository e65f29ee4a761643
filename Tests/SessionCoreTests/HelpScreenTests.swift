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

  @Test func `the number, and the door that the call is about, are on one screen of 24 rows`()
    throws
  {
    let locality = try #require(Folder.real().checked().library?.locality)
    for contact in locality.helpContacts {
      let screen = HelpScreen(
        locality: locality,
        isKiosk: false,
        phrases: English(),
        door: contact.name
      )
      let lines = TerminalRenderer(width: 76).lines(screen.blocks)
      // The prompt and the line before it take two rows.
      let seen = lines.prefix(22)
      #expect(seen.contains { $0.contains("Call or text 988. In danger: call 911.") })
      #expect(seen.contains { $0.contains(contact.title) })
      let next = locality.helpContacts.first { $0.name != contact.name }
      let end = try #require(lines.firstIndex { $0.contains(next?.title ?? "") })
      #expect(end <= 22, "\(contact.name)")
    }
  }
}
