import SourceText
import Testing

struct DiagnosticJSONTests {
  let renderer = DiagnosticRenderer()

  @Test func `writes every field`() {
    let source = SourceFile(path: "a.guide", text: "日本 one\ntwo")
    let diagnostic = Diagnostic(
      "oddWord",
      severity: .warning,
      title: "an odd word",
      labels: [
        Label(source: source, span: Span(7..<13), message: "here"),
        Label(source: source, span: Span(0..<3)),
      ],
      notes: ["one", "two"],
      fix: Fix(
        summary: "leave it out",
        edits: [Edit(source: source, span: Span(6..<10), replacement: "")]
      )
    )
    let place = #""path":"a.guide","line":1,"column":4,"endLine":2,"endColumn":3"#
    let why = #""path":"a.guide","line":1,"column":1,"endLine":1,"endColumn":2"#
    let edit = #"{"path":"a.guide","start":6,"end":10,"replacement":""}"#
    let parts = [
      #"{"id":"odd-word","severity":"warning","title":"an odd word""#,
      place,
      #""labels":[{\#(place),"message":"here"},{\#(why),"message":""}]"#,
      #""notes":["one","two"]"#,
      #""fix":{"summary":"leave it out","edits":[\#(edit)]}}"#,
    ]
    #expect(renderer.json(of: [diagnostic]) == "[\n  \(parts.joined(separator: ","))\n]")
  }

  @Test func `writes null for what is not there`() {
    let nowhere = #""path":null,"line":null,"column":null,"endLine":null,"endColumn":null"#
    let object =
      #"{"id":"x","severity":"error","title":"y",\#(nowhere),"labels":[],"notes":[],"#
      + #""fix":null}"#
    let diagnostic = Diagnostic("x", title: "y", labels: [])
    #expect(renderer.json(of: [diagnostic]) == "[\n  \(object)\n]")
    #expect(renderer.json(of: [diagnostic, diagnostic]) == "[\n  \(object),\n  \(object)\n]")
  }

  @Test func `writes an empty list of none`() {
    #expect(renderer.json(of: []) == "[]")
  }

  @Test func `escapes what JSON or a terminal would obey`() {
    let title = "\"\\\n\r\t\u{0}\u{1B}\u{7F}\u{9B}\u{202E}\u{2028}\u{E0041}/日👩‍🚀"
    let json = renderer.json(of: [Diagnostic("x", title: title, labels: [])])
    let escaped =
      #"\"\\\n\r\t\u0000\u001B\u007F\u009B\u202E\u2028\uDB40\uDC41/日👩\u200D🚀"#
    #expect(json.contains("\"title\":\"\(escaped)\","))
  }
}
