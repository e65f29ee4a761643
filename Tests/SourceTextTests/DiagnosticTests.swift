import SourceText
import Testing

struct DiagnosticTests {
  @Test func `is named after the factory that makes it`() {
    #expect(Diagnostic.unknownStep("risk", among: []).id == "unknown-step")
    #expect(Diagnostic.missingTitle.id == "missing-title")
  }

  @Test(arguments: [
    ("tabs", "tabs"),
    ("notUTF8(_:)", "not-utf8"),
    ("brokenURLPath(_:at:)", "broken-url-path"),
    ("`a raw name`(_:)", "arawname"),
    ("URL", "url"),
    ("(_:)", ""),
    ("", ""),
  ])
  func `makes words joined by hyphens of a function's name`(function: String, id: String) {
    #expect(Diagnostic(function, title: "", labels: []).id == id)
  }

  @Test func `comes by path, then by place, then by id`() {
    let first = SourceFile(path: "a", text: "0123456789")
    let second = SourceFile(path: "b", text: "0123456789")
    func diagnostic(_ id: String, _ source: SourceFile, _ start: Int) -> Diagnostic {
      Diagnostic(id, title: "", labels: [Label(source: source, span: Span(start..<9))])
    }
    let ordered = [
      Diagnostic("z", title: "", labels: []),
      diagnostic("b", first, 1),
      diagnostic("a", first, 2),
      diagnostic("b", first, 2),
      diagnostic("a", second, 0),
    ]
    #expect(ordered.reversed().sorted(by: Diagnostic.precedes) == ordered)
    #expect(!Diagnostic.precedes(ordered[1], ordered[1]))
  }
}

extension Diagnostic {
  fileprivate static func unknownStep(_ name: String, among names: [String]) -> Self {
    Diagnostic(title: "no step is called `\(name)`", labels: [])
  }

  fileprivate static var missingTitle: Self { Diagnostic(title: "no title", labels: []) }
}
