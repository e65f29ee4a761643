import SourceText
import Testing

struct FixApplicationTests {
  let source = SourceFile(path: "a", text: "0123456789")

  @Test func `makes the edits of every fix`() {
    #expect(
      applied([fix(edit(7..<9, "seven"), edit(0..<1, "")), fix(edit(3..<3, "+"))])
        == "12+3456seven9"
    )
  }

  @Test func `leaves the bytes alone without a fix`() {
    #expect(applied([]) == "0123456789")
    #expect(applied([fix()]) == "0123456789")
  }

  @Test func `leaves out a fix that crosses an earlier one`() {
    #expect(applied([fix(edit(2..<5, "A")), fix(edit(4..<6, "B"))]) == "01A56789")
    #expect(applied([fix(edit(4..<6, "B")), fix(edit(2..<5, "A"))]) == "0123B6789")
    #expect(applied([fix(edit(2..<5, "A")), fix(edit(3..<3, "B"))]) == "01A56789")
  }

  @Test func `makes a fix whole or not at all`() {
    let crossing = fix(edit(0..<1, "C"), edit(4..<6, "B"))
    #expect(applied([fix(edit(2..<5, "A")), crossing]) == "01A56789")
    #expect(applied([fix(edit(0..<1, "C"), edit(9..<11, "D"))]) == "0123456789")
    #expect(applied([fix(edit(0..<2, "C"), edit(1..<3, "D"))]) == "0123456789")
  }

  @Test func `makes an edit for a later fix that an earlier one was left out with`() {
    let shared = edit(0..<1, "C")
    let fixes = [fix(edit(2..<5, "A")), fix(shared, edit(4..<6, "B")), fix(shared)]
    #expect(applied(fixes) == "C1A56789")
  }

  @Test func `takes edits that touch`() {
    #expect(
      applied([fix(edit(2..<5, "A")), fix(edit(5..<7, "B")), fix(edit(5..<5, "+"))])
        == "01A+B789"
    )
    #expect(applied([fix(edit(10..<10, "end"))]) == "0123456789end")
  }

  @Test func `puts texts at one offset in the order of the fixes`() {
    #expect(applied([fix(edit(3..<3, "x")), fix(edit(3..<3, "y"))]) == "012xy3456789")
    #expect(applied([fix(edit(3..<3, "y")), fix(edit(3..<3, "x"))]) == "012yx3456789")
  }

  @Test func `makes an edit once that two fixes share`() {
    let shared = edit(3..<3, "x")
    #expect(
      applied([fix(shared, edit(0..<1, "a")), fix(shared, edit(9..<10, "b"))])
        == "a12x345678b"
    )
  }

  @Test(arguments: [-1..<2, 9..<11, 11..<12, Int.min..<Int.max])
  func `ignores an edit outside the source`(range: Range<Int>) {
    #expect(applied([fix(edit(range, "A")), fix(edit(0..<1, "B"))]) == "B123456789")
  }

  @Test func `ignores edits of other sources`() {
    let other = SourceFile(path: "b", text: "0123456789")
    let foreign = Edit(source: other, span: Span(0..<1), replacement: "A")
    #expect(applied([fix(foreign, edit(1..<2, "B"))]) == "0B23456789")
  }

  private func applied(_ fixes: [Fix]) -> String {
    String(decoding: applying(fixes, to: source), as: UTF8.self)
  }

  private func fix(_ edits: Edit...) -> Fix { Fix(summary: "fix it", edits: edits) }

  private func edit(_ range: Range<Int>, _ replacement: String) -> Edit {
    Edit(source: source, span: Span(range), replacement: replacement)
  }
}
