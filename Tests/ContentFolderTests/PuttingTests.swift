import ContentFolder
import GuideCheck
import GuideSyntax
import SourceText
import Testing

struct PuttingTests {
  @Test(arguments: [
    ("house", "house.guide"), ("glossary", "glossary.guide"), ("evidence", "evidence/new.guide"),
    ("place", "places/new.guide"), ("education", "guides/new.guide"), ("", "guides/new.guide"),
  ])
  func `puts a lone file where its kind belongs`(_ kind: String, _ name: String) throws {
    var text = try Scratch.small().read(.everything)
    let source = SourceFile(path: "/else/where/new.guide", text: "title: New\nkind: \(kind)\n")
    text.put(source)
    #expect(text.files.filter { $0.source == source }.map(\.name) == [name])
    #expect(text.files.map(\.name) == text.files.map(\.name).sorted())
    #expect(Set(text.files.map(\.name)).count == text.files.count)
    #expect(text.diagnostics.isEmpty)
  }

  @Test func `replaces the guide of the same name`() throws {
    var text = try Scratch.small().read(.everything)
    text.put(SourceFile(path: "one.guide", text: "title: Other\nkind: education\n"))
    let content = ParsedContent(text, reservedNames: [])?.content()
    let titles = content?.guides.map { $0.script.header("title")?.value.text }
    #expect(titles == ["Other", "Two"])
  }

  @Test func `says when the name of a lone file is none`() throws {
    var text = try Scratch.small().read(.everything)
    text.put(SourceFile(path: "a folder/My guide.guide", text: "kind: education\n"))
    #expect(text.diagnostics.map(\.id) == ["file-name"])
  }
}
