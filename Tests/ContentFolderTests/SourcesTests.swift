import ContentFolder
import Foundation
import GuideCheck
import SourceText
import Testing

struct SourcesTests {
  @Test func `reads works as a reference manager exports them`() throws {
    let json = #"""
      [
        {
          "id": "anand-2023", "type": "article-journal", "title": "Ketamine \u0026 ECT \ud83d\ude00",
          "author": [{"family": "Anand", "given": "Amit"}, {"family": "Mathew"}],
          "issued": {"date-parts": [[2023, 5]]}, "container-title": "NEJM", "volume": 388,
          "page": "2315-2325", "DOI": "10.1056/x", "retracted": false, "note": null
        },
        {
          "id": 7, "title": "Label", "author": [
            {"literal": "A"}, {"literal": "B"}, {"literal": "C"}, {"literal": "D"}
          ], "issued": {"raw": "spring 2020"}, "URL": "https://example.org"
        },
        {"id": "plain", "title": "Plain"}
      ]
      """#
    let (sources, diagnostics) = try read(json)
    #expect(diagnostics == [])
    #expect(sources?.map(\.name) == ["anand-2023", "7", "plain"])
    #expect(sources?.map(\.title) == ["Ketamine & ECT 😀", "Label", "Plain"])
    #expect(sources?.map(\.authors) == ["Anand and Mathew", "A, B, C and others", ""])
    #expect(sources?.map(\.year) == ["2023", "spring 2020", ""])
    #expect(
      sources?.map(\.locator) == [
        "NEJM 388:2315-2325, doi.org/10.1056/x", "https://example.org", "",
      ]
    )
  }

  @Test(arguments: [
    ("", "1:1 json-shape"),
    ("[", "1:1 json-shape"),
    ("[1 2]", "1:4 json-shape"),
    ("[] []", "1:4 json-shape"),
    (#"[{"id" "a"}]"#, "1:8 json-shape"),
    (#"[{"id": "a\x"}]"#, "1:12 json-shape"),
    (#"[{"id": "\ud800"}]"#, "1:11 json-shape"),
    ("[\n  {\"id\": \"a\n\"}]", "2:12 json-shape"),
    ("[nan]", "1:2 json-shape"),
    ("[1e999]", "1:2 json-shape"),
    (String(repeating: "[", count: 100_000), "1:66 json-shape"),
    ("{}", "1:1 sources-shape"),
    ("[3]", "1:2 sources-shape"),
    (#"[{"title": "A"}]"#, "1:2 source-without-field"),
    (#"[{"id": "a", "title": " "}]"#, "1:9 source-without-field"),
    ("[{\"id\": \"a\", \"title\": \"A\"},\n{\"id\": \"a\"}]", "2:8 duplicate-source"),
  ])
  func `says what is wrong and where`(_ json: String, _ expected: String) throws {
    let (sources, diagnostics) = try read(json)
    #expect(diagnostics == [expected])
    #expect(sources == nil)
  }

  @Test func `reads any beginning of a list without a crash`() throws {
    let json = Array(#"[{"id": "ä\u00e4", "title": "A", "issued": {"date-parts": [[2020]]}}]"#.utf8)
    for count in 0..<json.count {
      let file = ContentText.File(
        name: "evidence/sources.json",
        source: SourceFile(path: "s", bytes: Array(json[..<count]))
      )
      let house = ContentText.File(name: "house.guide", source: SourceFile(path: "h", text: ""))
      let text = ContentText(files: [file, house])
      let parsed = try #require(ParsedContent(text, reservedNames: []))
      let found = parsed.diagnostics.filter { $0.labels.first?.source.path == "s" }
      #expect(found.map(\.id) == ["json-shape"])
    }
  }

  private func read(_ json: String) throws -> (sources: [Source]?, diagnostics: [String]) {
    let scratch = try Scratch(["house.guide": "title: House\nkind: house\n"])
    try scratch.write(json, to: "evidence/sources.json")
    let text = try scratch.read(.everything)
    let parsed = try #require(ParsedContent(text, reservedNames: []))
    let places = parsed.diagnostics.map { diagnostic in
      let label = diagnostic.labels.first
      let position = label?.source.position(at: label?.span.start ?? 0)
      return "\(position?.line ?? 0):\(position?.column ?? 0) \(diagnostic.id)"
    }
    return (parsed.content().sources, places)
  }
}
