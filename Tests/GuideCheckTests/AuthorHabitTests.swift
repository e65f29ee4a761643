import GuideCheck
import GuideSyntax
import SourceText
import TestSupport
import Testing

/// What authors bring from other programs, and what happens to it.
struct AuthorHabitTests {
  private func guide(_ body: String) -> Folder {
    var folder = plainFolder
    folder["guides/visit.guide"] = "title: A visit\nkind: form\n\n# start: Welcome\n" + body
    return folder
  }

  @Test func `many lines with one fault are one message, which names every line, and one fix`() {
    let lines = (1...9).map { "when ride is yes:\n\tText \($0 % 2 == 0 ? "a" : "b").\n" }
    let folder = guide(
      "? ride: A ride?\n  ( ) yes: Yes\n  ( ) no: No\n  ( ) unsure: Not sure\n\n"
        + lines.joined(separator: "\n") + "\nwhen ride is unsure:\n  Ask.\n"
    )
    let found = folder.checked().diagnostics
    #expect(found.map(\.id) == ["tab-indent"])
    #expect(found[0].labels.count == 4)
    #expect(found[0].notes.last == "9 places in all; also lines 23, 26, 29, 32, 35")
    #expect(found[0].fix?.edits.count == 9)
  }

  @Test func `what has no one fix has none together`() {
    let folder = guide((1...5).map { "Text number \($0).\n" }.joined(separator: "\n"))
    let found = folder.checked().diagnostics
    #expect(found.map(\.id) == ["number-without-source"])
    #expect(found[0].fix == nil)
    #expect(found[0].notes.last == "5 places in all; also line 13")
  }

  @Test func `a comment at the start of its line ends nothing`() {
    let folder = guide(
      "? ride: A ride?\n  ( ) have: Have\n// a note\n\n//  ( ) old: Old\n  ( ) need: Need\n\n"
        + "when ride is need:\n  Ask.\n// a note\n  Ask again.\n"
    )
    let result = folder.checked()
    #expect(result.text == "")
    #expect(result.library?.questions.last?.options.map(\.name) == ["have", "need"])
  }

  @Test func `a hundred thousand comments cost no time`() {
    let comments = String(repeating: "// a note\n", count: 100_000)
    let folder = guide("? ride: A ride?\n  ( ) have: Have\n\(comments)  ( ) need: Need\n")
    #expect(folder.checked().text == "")
  }

  @Test func `a second condition in a menu is told, and replaces nothing`() {
    func menu(_ lines: String...) -> [String] {
      guide(
        "? ride: A ride?\n  ( ) have: Have\n  ( ) need: Need\n\nmenu\n"
          + lines.map { "  \($0)\n" }.joined() + "\n## car: The car\nPark here.\n"
      ).checked().diagnostics.map(\.id)
    }
    #expect(menu("must: car when ride is need", "must: car when ride is have") == ["offered-twice"])
    #expect(menu("offer: car when ride is need", "must: car when ride is need") == [])
    #expect(menu("must: car when ride is need", "must: car") == [])
  }

  @Test func `a value in the header is told, because people would read its braces`() {
    var folder = plainFolder
    folder["guides/visit.guide"] =
      "title: A visit to {clinic-name}\nkind: form\n\n# start: Welcome\nHello.\n"
    #expect(folder.checked().diagnostics.map(\.id) == ["value-not-printed"])
  }

  @Test func `a guide without a header has one message, with lines to paste`() throws {
    var folder = plainFolder
    folder["guides/visit.guide"] = "# start: Welcome\nBring someone with you.\n"
    let found = folder.checked().diagnostics
    #expect(found.map(\.id) == ["missing-header"])
    let lines = try #require(found.first?.notes.first).split(separator: "\n").dropFirst()
    folder["guides/visit.guide"] =
      lines.joined(separator: "\n") + "\n\n" + folder["guides/visit.guide"]
    #expect(folder.checked().text == "")
  }

  @Test(arguments: [
    ("unless\u{A0}ride is have:\n  Ask.", "unless ride is have:\n  Ask."),
    ("unless ride\u{3000}is have:\n  Ask.", "unless ride is have:\n  Ask."),
    ("ask\u{FF1A} Who drives?", "ask: Who drives?"),
    ("unless ride is have:\n\u{A0}\u{A0}Ask.", "unless ride is have:\n  Ask."),
    ("unless ride is ha\u{200D}ve:\n  Ask.", "unless ride is have:\n  Ask."),
    ("Ask\u{3164} now.", "Ask now."),
  ])
  func `a character that looks like another is one message, with a fix`(
    written: String,
    meant: String
  ) {
    let question = "? ride: A ride?\n  ( ) have: Have\n  ( ) need: Need\n\n"
    let folder = guide(question + written + "\n")
    let found = folder.checked().diagnostics
    #expect(found.count == 1, "\(found.map(\.text).joined(separator: "\n"))")
    let source = SourceFile(path: "guides/visit.guide", text: folder["guides/visit.guide"])
    let fixed = String(decoding: applying(found.compactMap(\.fix), to: source), as: UTF8.self)
    #expect(fixed == guide(question + meant + "\n")["guides/visit.guide"])
  }

  @Test(arguments: ["( )\u{A0}need: Need", "(\u{A0}) need: Need", "\u{FF08} ) need: Need"])
  func `a mark of an answer with such a character is one message`(answer: String) {
    let found = guide("? ride: A ride?\n  ( ) have: Have\n  \(answer)\n").checked().diagnostics
    #expect(found.map(\.id) == ["lookalike-character"])
  }

  @Test func `a no-break space in prose is no fault`() {
    #expect(guide("Bring\u{A0}someone.\n").checked().text == "")
  }

  @Test func `a file that ends its lines as old programs do is read`() {
    let folder = guide("? ride: A ride?\n  ( ) have: Have\n  ( ) need: Need\n")
    var old = folder
    old["guides/visit.guide"] = folder["guides/visit.guide"].replacing("\n", with: "\r")
    #expect(old.checked().text == "")
    #expect(old.checked().library?.questions.count == folder.checked().library?.questions.count)
  }

  @Test(arguments: [
    ("=== start ===\nHello.\n* [On] -> END\n", "an ink story"),
    ("title: Start\n---\nMae: Hi.\n<<jump A>>\n===\n", "a Yarn Spinner script"),
    ("*choice\n  #One\n    *goto a\n*label a\nBye.\n", "a ChoiceScript scene"),
    ("---\nmandatory: True\nquestion: |\n  Hello\n", "a docassemble interview"),
    ("type,name,label\ntext,name,Your name?\n", "the table of a form"),
    ("{\n  \"resourceType\": \"Questionnaire\"\n}\n", "a FHIR resource"),
  ])
  func `a file in another language is one message`(text: String, name: String) {
    var folder = plainFolder
    folder["guides/visit.guide"] = text
    let found = folder.checked().diagnostics
    #expect(found.map(\.title) == ["this file is \(name), not a guide"])
  }

  @Test func `a row written as an item of a list loses its hyphen, and no words`() throws {
    let folder = guide("weigh: How much?\n  - Fewer visits\n  memory: My memory\n")
    let source = SourceFile(path: "guides/visit.guide", text: folder["guides/visit.guide"])
    let fixed = applying(folder.checked().diagnostics.compactMap(\.fix), to: source)
    #expect(
      String(decoding: fixed, as: UTF8.self).hasSuffix(
        "\n  fewer-visits: Fewer visits\n  memory: My memory\n"
      )
    )
  }
}
