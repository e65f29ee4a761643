import SourceText
import Testing

struct DiagnosticRendererTests {
  let renderer = DiagnosticRenderer()

  @Test func `draws the place, the line, the caret and the fix`() {
    let source = SourceFile(path: "Content/day.guide", text: "# start\n  日本 -> mornign\n")
    let diagnostic = Diagnostic(
      "unknownStep(_:among:)",
      title: "no step is called `mornign`",
      labels: [Label(source: source, span: Span(20..<27), message: "not the name of a step")],
      fix: Fix(summary: "change it to `morning`", edits: [])
    )
    expect(
      diagnostic,
      """
      error[unknown-step]: no step is called `mornign`
       --> Content/day.guide:2:9
        |
      2 |   日本 -> mornign
        |           ^^^^^^^ not the name of a step
        = fix: change it to `morning`
      """
    )
  }

  @Test func `draws why, in this file and in others`() {
    let source = SourceFile(path: "a.guide", text: "# morning\nwords\n# morning\n")
    let other = SourceFile(path: "b.guide", text: String(repeating: "\n", count: 11) + "# night")
    let diagnostic = Diagnostic(
      "duplicateStep",
      title: "two steps are called `morning`",
      labels: [
        Label(source: source, span: Span(18..<25), message: "second here"),
        Label(source: source, span: Span(2..<9), message: "first here"),
        Label(source: other, span: Span(13..<18)),
      ]
    )
    expect(
      diagnostic,
      """
      error[duplicate-step]: two steps are called `morning`
        --> a.guide:3:3
         |
      3  | # morning
         |   ^^^^^^^ second here
        ::: a.guide:1:3
         |
      1  | # morning
         |   ------- first here
        ::: b.guide:12:3
         |
      12 | # night
         |   -----
      """
    )
  }

  @Test func `draws a line once for two labels in a row`() {
    let source = SourceFile(path: "a", text: "one two")
    let labels = [
      Label(source: source, span: Span(4..<7), message: "this"),
      Label(source: source, span: Span(0..<3), message: "because of this"),
    ]
    expect(
      Diagnostic("clash", severity: .warning, title: "a clash", labels: labels),
      """
      warning[clash]: a clash
       --> a:1:5
        |
      1 | one two
        |     ^^^ this
        | --- because of this
      """
    )
  }

  @Test func `draws the caret under a wide character`() {
    expectMarks("日本語", of: "本", "  ^^")
    expectMarks("a👩‍🚀b", of: "b", "   ^")
    expectMarks("👍🏽 🇳🇱", of: "🇳🇱", "   ^^")
  }

  @Test func `draws the caret past combining characters`() {
    expectMarks("e\u{301}e\u{301}x", of: "x", "  ^")
    expectMarks("xe\u{301}", of: "e\u{301}", " ^")
  }

  @Test func `draws the caret under what a control is shown as`() {
    expectMarks("\tword", of: "word", " ^^^^")
    expectMarks("a\u{202E}b", of: "\u{202E}", " ^^^^^^^^")
    expectMarks("a\u{202E}b", of: "b", "         ^")
  }

  @Test func `marks a place between characters with one caret`() {
    let source = SourceFile(path: "a", text: "one\n\ntwo")
    let drawn = [0, 3, 4, 8, 99].map { offset in
      markLine(Label(source: source, span: Span(offset..<offset), message: "here"))
    }
    #expect(drawn == ["^ here", "   ^ here", "^ here", "   ^ here", "   ^ here"])
  }

  @Test func `draws no spaces after an empty line`() {
    let source = SourceFile(path: "a", text: "one\n")
    expect(
      Diagnostic("end", title: "the file ends", labels: [Label(source: source, span: Span(4..<4))]),
      """
      error[end]: the file ends
       --> a:2:1
        |
      2 |
        | ^
      """
    )
  }

  @Test func `marks the first of several lines to its end`() {
    let source = SourceFile(path: "a", text: "one two\r\nthree")
    #expect(markLine(Label(source: source, span: Span(4..<12))) == "    ^^^")
  }

  @Test func `shows a hundred cells of a long line, around the mark`() {
    let text = String(repeating: "0123456789", count: 30)
    let drawn = [0..<2, 150..<160, 298..<300, 100..<290].map { range in
      let source = SourceFile(path: "a", text: text)
      let label = Label(source: source, span: Span(range))
      let drawing = renderer.text(of: Diagnostic("long", title: "", labels: [label]), color: false)
      return drawing.split(separator: "\n").suffix(2).map { String($0.dropFirst(4)) }
    }
    let digits = String(repeating: "0123456789", count: 9)
    let cut = "..."
    #expect(
      drawn == [
        [digits + "0123" + cut, "^^"],
        [cut + "89" + digits + "01" + cut, spaces(45) + "^^^^^^^^^^"],
        [cut + "6789" + digits, spaces(95) + "^^"],
        [cut + digits + "0123" + cut, spaces(13) + String(repeating: "^", count: 84)],
      ]
    )
  }

  @Test func `never cuts a wide character in two`() {
    let source = SourceFile(path: "a", text: String(repeating: "日", count: 200))
    let label = Label(source: source, span: Span(303..<306))
    let drawing = renderer.text(of: Diagnostic("long", title: "", labels: [label]), color: false)
    let lines = drawing.split(separator: "\n").suffix(2).map { String($0.dropFirst(4)) }
    #expect(lines.first == "..." + String(repeating: "日", count: 47) + "...")
    #expect(lines.last == spaces(49) + "^^")
  }

  @Test func `wraps notes, and begins a new line where a note does`() {
    let note =
      "the patient would have read \"-> mornign\" as a line of prose, and would not have known"
    expect(
      Diagnostic("odd", title: "odd", labels: [], notes: [note, "one\n\ntwo\u{1B}"]),
      """
      error[odd]: odd
        = note: the patient would have read "-> mornign" as a line of prose, and would
                not have known
        = note: one
                two␛
      """
    )
  }

  @Test func `lets no text of the source command the terminal`() {
    let source = SourceFile(path: "a\u{1B}", text: "\u{1B}[2J")
    let label = Label(source: source, span: Span(0..<1), message: "x\u{9B}\ny")
    let fix = Fix(summary: "f\u{202E}", edits: [])
    let diagnostic = Diagnostic("odd", title: "t\n\u{7}", labels: [label], fix: fix)
    expect(
      diagnostic,
      """
      error[odd]: t ␇
       --> a␛:1:1
        |
      1 | ␛[2J
        | ^ x[U+009B] y
        = fix: f[U+202E]
      """
    )
    #expect(renderer.line(of: diagnostic) == "a␛:1:1: error: t ␇ [odd]")
  }

  @Test func `paints with eight colors and takes them off again`() {
    let source = SourceFile(path: "a", text: "one two")
    let labels = [
      Label(source: source, span: Span(0..<3), message: "here"),
      Label(source: source, span: Span(4..<7)),
    ]
    func painted(_ severity: Severity) -> String {
      renderer.text(
        of: Diagnostic("odd", severity: severity, title: "t", labels: labels, notes: ["n"]),
        color: true
      )
      .replacing("\u{1B}[", with: "<")
    }
    #expect(
      painted(.error) == """
        <1;31merror[odd]<0m<1m: t<0m
        <34m --><0m a:1:1
        <34m  |<0m
        <34m1 |<0m one two
        <34m  |<0m <1;31m^^^ here<0m
        <34m  |<0m     <34m---<0m
        <34m  =<0m note: n
        """
    )
    #expect(painted(.warning).hasPrefix("<33mwarning[odd]<0m<1m: t<0m\n"))
    #expect(painted(.warning).contains("<33m^^^ here<0m"))
  }

  @Test func `writes one line for editors`() {
    let source = SourceFile(path: "a.guide", text: "one\ntwo")
    let label = Label(source: source, span: Span(5..<6))
    let diagnostic = Diagnostic(
      "oddWord",
      severity: .warning,
      title: "an odd\nword",
      labels: [label]
    )
    #expect(renderer.line(of: diagnostic) == "a.guide:2:2: warning: an odd word [odd-word]")
    #expect(renderer.line(of: Diagnostic("x", title: "y", labels: [])) == "error: y [x]")
  }

  private func expect(
    _ diagnostic: Diagnostic,
    _ drawing: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let drawn = renderer.text(of: diagnostic, color: false)
    #expect(drawn == drawing, sourceLocation: sourceLocation)
  }

  private func expectMarks(
    _ line: String,
    of part: String,
    _ marks: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let range = line.firstRange(of: part) else {
      Issue.record("\(part) is not in the line", sourceLocation: sourceLocation)
      return
    }
    let start = line.utf8.distance(from: line.startIndex, to: range.lowerBound)
    let end = line.utf8.distance(from: line.startIndex, to: range.upperBound)
    let source = SourceFile(path: "a", text: line)
    let drawn = markLine(Label(source: source, span: Span(start..<end)))
    #expect(drawn == marks, sourceLocation: sourceLocation)
  }

  private func markLine(_ label: Label) -> String {
    let diagnostic = Diagnostic("odd", title: "odd", labels: [label])
    let drawing = renderer.text(of: diagnostic, color: false)
    return String(drawing.split(separator: "\n").last?.dropFirst(4) ?? "")
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
