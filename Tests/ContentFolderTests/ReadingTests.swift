import ContentFolder
import Foundation
import GuideCheck
import GuideSyntax
import SourceText
import Testing

struct ReadingTests {
  @Test func `reads for a session what its words and its page need`() throws {
    let text = try Scratch.small().read(.session(country: "us"))
    #expect(
      text.files.map(\.name) == [
        "evidence/claims.guide", "evidence/sources.json", "glossary.guide", "guides/one.guide",
        "guides/two.guide", "house.guide", "places/us.guide",
      ]
    )
    #expect(text.diagnostics.isEmpty)
  }

  @Test func `reads everything for checking`() throws {
    let text = try Scratch.small().read(.everything)
    #expect(text.files.count == 8)
    #expect(text.countries == ["nz"])
  }

  @Test func `puts every file where it belongs`() throws {
    let text = try Scratch.small().read(.everything)
    let parsed = try #require(ParsedContent(text, reservedNames: ["check"]))
    let content = parsed.content(for: "nz", today: Day("2026-11-21"))
    #expect(content.house.header("title")?.value.text == "House")
    #expect(content.guides.map(\.name) == ["one", "two"])
    #expect(content.evidence.map { $0.header("title")?.value.text } == ["Claims"])
    #expect(content.glossary?.header("title")?.value.text == "Words")
    #expect(content.locality?.header("title")?.value.text == "New Zealand")
    #expect(content.sources?.isEmpty == true)
    #expect(content.today == Day("2026-11-21"))
    #expect(content.reservedNames == ["check"])
  }

  @Test func `is parsed once for all countries`() throws {
    let text = try Scratch.small().read(.everything)
    let parsed = try #require(ParsedContent(text, reservedNames: []))
    #expect(parsed.content().locality?.header("title")?.value.text == "United States")
    #expect(parsed.content(for: "nz").locality?.header("title")?.value.text == "New Zealand")
    #expect(parsed.content(for: "fr").locality == nil)
    #expect(parsed.content(for: "fr").today == nil)
  }

  @Test func `has no sources if there is no list of them`() throws {
    let scratch = try Scratch.small()
    try FileManager.default.removeItem(atPath: "\(scratch.path)/evidence/sources.json")
    let text = try scratch.read(.session(country: "us"))
    #expect(ParsedContent(text, reservedNames: [])?.content().sources == nil)
  }

  @Test func `does without what may be missing`() throws {
    let scratch = try Scratch(["house.guide": "title: House\nkind: house\n"])
    let text = try scratch.read(.everything)
    #expect(text.files.map(\.name) == ["house.guide"])
    #expect(text.diagnostics.isEmpty)
    #expect(ParsedContent(text, reservedNames: [])?.content().locality == nil)
  }

  @Test func `names files after the folder as it was written`() throws {
    let scratch = try Scratch.small()
    let text = try Folder(path: scratch.path + "//").read(.everything)
    #expect(text.files.last?.source.path == "\(scratch.path)/places/us.guide")
  }

  @Test func `follows no link`() throws {
    let outside = try Scratch(["secret.guide": "title: Secret"])
    let scratch = try Scratch.small()
    try scratch.link("guides/three.guide", to: "\(outside.path)/secret.guide")
    try scratch.link("guides/four.guide", to: "one.guide")
    try scratch.link("guides/five.guide", to: "/nowhere")
    try FileManager.default.removeItem(atPath: "\(scratch.path)/evidence")
    try scratch.link("evidence", to: outside.path)
    let text = try scratch.read(.everything)
    #expect(
      text.diagnostics.found(in: scratch) == [
        "guides/five.guide link-in-content", "guides/four.guide link-in-content",
        "guides/three.guide link-in-content", "evidence link-in-content",
      ]
    )
    #expect(!text.files.contains { $0.source.text(Span(start: 0, end: 99)).contains("Secret") })
  }

  @Test func `stays in the folder whatever the country is called`() throws {
    let scratch = try Scratch.small()
    try scratch.write("title: Secret", to: "secret.guide")
    for country in ["../secret", "..", "", "us/../us", "/etc/passwd", "US"] {
      let text = try scratch.read(.session(country: country))
      #expect(!text.files.contains { $0.name.hasPrefix("places") })
    }
  }

  @Test func `reads plain files only`() throws {
    let scratch = try Scratch.small()
    try scratch.write("", to: "guides/three.guide/inside")
    try scratch.makePipe("guides/four.guide")
    try FileManager.default.removeItem(atPath: "\(scratch.path)/places")
    try scratch.write("", to: "places")
    #expect(
      try scratch.read(.everything).diagnostics.found(in: scratch) == [
        "guides/four.guide wrong-file-kind", "guides/three.guide wrong-file-kind",
        "places wrong-file-kind",
      ]
    )
  }

  @Test func `says which names are none`() throws {
    let scratch = try Scratch.small()
    for name in ["My Guide.guide", "Two.guide", "2.guide", ".guide", "a.b.guide", "é.guide"] {
      try scratch.write("", to: "guides/\(name)")
    }
    for name in ["notes.txt", ".hidden", "one.guide~", "#one.guide#"] {
      try scratch.write("", to: "guides/\(name)")
    }
    try scratch.write("", to: "glossery.guide")
    #expect(
      try scratch.read(.everything).diagnostics.found(in: scratch) == [
        "glossery.guide file-not-read", "guides/2.guide file-name",
        "guides/My Guide.guide file-name", "guides/Two.guide file-name",
        "guides/a.b.guide file-name", "guides/notes.txt file-not-read", "guides/é.guide file-name",
      ]
    )
  }
}
