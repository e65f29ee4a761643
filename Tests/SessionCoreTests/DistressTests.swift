import Foundation
import GuideCheck
import GuideEngine
import TestSupport
import Testing

@testable import SessionCore

/// What somebody hears who says that something is hard, at each kind of prompt.
struct DistressTests {
  private static let guide = """
    title: Form
    kind: form

    # one: One
    ? one-of: Which one?
      ( ) tea: Tea
      ( ) milk: Milk

    ? free: What is new?
      [text]

    ? many: How many?
      [number 1 to 40]

    """
  private static let kind =
    "That sounds hard. You can go on, take a break (pause), or see who to call (help)."

  private func held() throws -> HeldSession {
    let folder = Folder([
      "house.guide": "title: House\nkind: house\n\n# shelf: Guides\nmenu\n  => open\n",
      "guides/open.guide": Self.guide,
    ])
    var held = HeldSession(at: "open", of: try #require(folder.checked().library))
    held.begin()
    return held
  }

  @Test
  func `a kind line comes instead of what does not fit, however often, and the question again`()
    throws
  {
    var held = try held()
    for typed in ["I feel sick", "i am scared", "so dizzy", "I feel hopeless"] {
      let told = held.take(typed).text
      #expect(told.contains(Self.kind))
      #expect(told.contains("Which one?"))
      #expect(!told.contains("not one of the choices"))
    }
    #expect(held.take("1").text.contains("What is new?"))
  }

  @Test func `in the person's own words it is the answer`() throws {
    var held = try held()
    held.take("1")
    let told = held.take("I am so scared").text
    #expect(told.contains(Self.kind))
    #expect(told.contains("How many?"))
    #expect(held.session.walk.answers.contains(.text("I am so scared")))
  }

  @Test func `a call opens help, and typed again it is an answer in the person's own words`() throws
  {
    var held = try held()
    held.take("1")
    let told = held.take("i want 2 die").text
    #expect(told.contains("Help now"))
    #expect(told.contains("was not written down"))
    #expect(held.take("i want 2 die").text.contains("How many?"))
  }

  @Test func `the door that the call is about comes first`() throws {
    let library = try #require(Folder.real().checked().library)
    var held = HeldSession(at: "what-to-expect", of: library)
    held.begin()
    let told = held.take("my heart is racing and I cant breathe").text
    let body = try #require(told.range(of: "Something is wrong with your body"))
    let suicide = try #require(told.range(of: "Thoughts of suicide"))
    #expect(body.lowerBound < suicide.lowerBound)
  }
}
