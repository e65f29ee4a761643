import ContentFolder
import Foundation
import GuideCheck
import GuideEngine
import GuideRules
import SessionCore
import TestSupport
import Testing

struct TranscriptTests {
  // MARK: reading

  @Test func `a transcript is comments, a header and a conversation`() throws {
    let transcript = try Transcript.read(
      """
      # Someone in a hurry.
      # Read by two nurses.
      guide: what-to-expect
      width: 60

      == Hello ==

      > 1
      >
      > two  words
      """
    ).get()
    #expect(transcript.guide == "what-to-expect")
    #expect(transcript.width == 60)
    #expect(transcript.typed == ["1", "", "two  words"])
    #expect(transcript.lines == ["", "== Hello ==", "", "> 1", ">", "> two  words"])
  }

  @Test func `a new transcript is a header and typed lines, blank line or not`() throws {
    let transcript = try Transcript.read("guide: shelf\n> 1\n> quit\n").get()
    #expect(transcript.typed == ["1", "quit"])
    #expect(transcript.width == 80)
    #expect(transcript.text(with: ["", "Hello.", "", "> 1"]) == "guide: shelf\n\nHello.\n\n> 1\n")
    #expect(try Transcript.read("guide: shelf\r\n\r\n> 1\r\n").get().typed == ["1"])
    #expect(try Transcript.read("\u{FEFF}guide: shelf\n\n> 1\n").get().typed == ["1"])
  }

  @Test(
    arguments: [
      ("width: 80\n\n> 1\n", 1, "guide: NAME"), ("", 1, "guide: NAME"),
      ("# A comment.\nguide: shelf\nwidth: 39\n", 3, "40 to 132"),
      ("guide: shelf\nwidth: wide\n", 2, "40 to 132"),
      ("guide: shelf\nWidht: 80\n", 2, "header line"),
      ("guide: shelf\nHello.\n", 2, "header line"),
    ])
  func `what is wrong with a header is said, with its line`(
    _ text: String,
    _ line: Int,
    _ words: String
  ) throws {
    guard case .failure(let problem) = Transcript.read(text) else {
      Issue.record("it was read")
      return
    }
    #expect(problem.line == line)
    #expect(problem.message.contains(words))
  }

  // MARK: the difference

  @Test func `a difference shows what was expected and what came, with lines around it`() {
    let expected = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"]
    let actual = ["a", "b", "c", "d", "E", "f", "g", "h", "i", "j", "k", "l"]
    #expect(
      TranscriptDifference(expected: expected, actual: actual, around: 2).lines == [
        "  …", "  c", "  d", "- e", "+ E", "  f", "  g", "  …", "  j", "  k", "+ l",
      ]
    )
    #expect(TranscriptDifference(expected: expected, actual: expected).lines == [])
    #expect(TranscriptDifference(expected: [], actual: ["a"]).lines == ["+ a"])
    #expect(TranscriptDifference(expected: ["a"], actual: []).lines == ["- a"])
  }

  // MARK: the content

  private static let folder = Repository.root.appending(path: "Content/transcripts")
    .resolvingSymlinksInPath()

  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".transcript") }.sorted()
  }

  private static func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  /// How the state comes through from one typed line to the next.
  enum Passage: CaseIterable {
    case straight
    case writtenDown
    case throughJournal
  }

  private static let library = Result {
    let folder = ContentFolder.Folder(path: Repository.root.appending(path: "Content").path)
    let parsed = try #require(ParsedContent(try folder.read(.everything), reservedNames: []))
    return try #require(check(parsed.content(), after: parsed.diagnostics).library)
  }

  @Test func `every guide has a transcript, and so has the shelf`() throws {
    let transcripts = try Self.names().map { try Transcript.read(try Self.text(of: $0)).get() }
    // The first of the guides is the house; what is held there is the shelf.
    let guides = try Self.library.get().guides.dropFirst().map(\.name)
    #expect(Set(transcripts.map(\.guide)) == Set(guides + ["shelf"]))
  }

  @Test(arguments: try names(), Passage.allCases)
  func `a conversation happens exactly as it is written`(_ name: String, _ passage: Passage) throws
  {
    let library = try Self.library.get()
    let text = try Self.text(of: name)
    let transcript = try Transcript.read(text).get()
    var problems: [String] = []
    let journal = try JournalPassage(over: library)
    let lines = try #require(
      transcript.held(over: library) { state, inputs in
        do {
          if passage == .throughJournal {
            let reopened = try journal.keep(inputs)
            if reopened != state { problems.append("the journal holds another state") }
            return reopened
          }
          guard passage == .writtenDown else { return state }
          let bytes = try JSONEncoder().encode(library.saved(state))
          let restored = library.restored(
            try JSONDecoder().decode(SavedState.self, from: bytes)
          )
          if restored.state != state { problems.append("it is another state") }
          return restored.state
        } catch {
          problems.append("\(error)")
          return state
        }
      }
    )
    #expect(problems == [])
    let difference = TranscriptDifference(expected: transcript.lines, actual: lines).lines
    #expect(difference == [], "\n\(difference.joined(separator: "\n"))")
    #expect(transcript.text(with: lines) == text)
  }

  @Test func `a guide that is not there holds no conversation`() throws {
    let transcript = try Transcript.read("guide: nowhere\n").get()
    #expect(transcript.held(over: try Self.library.get()) == nil)
  }
}
