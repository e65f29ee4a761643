import GuideSyntax
import SourceText
import TestSupport
import Testing

@testable import GuideCheck

struct DiagnosticFilterTests {
  private static let first = SourceFile(
    path: "guides/first.guide",
    bytes: Array("one\ntwo\nthree\nfour\n".utf8)
  )
  private static let second = SourceFile(path: "guides/second.guide", bytes: first.bytes)

  /// A fault that no filter knows by its name.
  private func fault(
    _ name: String,
    _ word: String,
    in source: SourceFile = first,
    kinds: Diagnostic.Kinds = [],
    consequenceOf causes: Diagnostic.Kinds = []
  ) -> Diagnostic {
    let text = source.text(Span(start: 0, end: source.bytes.count))
    let range = text.firstRange(of: word)
    let start = range.map { text[..<$0.lowerBound].utf8.count } ?? 0
    let span = Span(start: start, end: start + word.utf8.count)
    return Diagnostic(
      name,
      title: name,
      labels: [Label(source: source, span: span, message: "")],
      kinds: kinds,
      consequenceOf: causes
    )
  }

  private func merged(_ checked: Diagnostic..., found: [Diagnostic] = []) -> [String] {
    DiagnosticFilter(found: found).merged(with: checked).map(\.id)
  }

  @Test(arguments: [Diagnostic.Kinds.unknownName, .wrongJump])
  func `a consequence is left out with its cause, and shown without`(kind: Diagnostic.Kinds) {
    let cause = fault("cause", "one", kinds: kind)
    let consequence = fault("consequence", "two", consequenceOf: [kind, .unreadHeader])
    #expect(merged(cause, consequence) == ["cause"])
    #expect(merged(consequence, cause) == ["cause"])
    #expect(merged(consequence) == ["consequence"])
    let unlike = fault("unlike", "two", consequenceOf: .unreadHeader)
    #expect(merged(cause, unlike) == ["cause", "unlike"])
    let elsewhere = fault("elsewhere", "two", in: Self.second, consequenceOf: kind)
    #expect(merged(cause, elsewhere) == ["cause", "elsewhere"])
  }

  @Test func `whatever reading found may have cost a line, and only some the header`() {
    let line = fault("line", "one")
    let header = fault("header", "one", kinds: .unreadHeader)
    let missing = fault("missing", "three", consequenceOf: .unreadLine)
    let unnamed = fault("unnamed", "three", consequenceOf: .unreadHeader)
    #expect(merged(missing, unnamed, found: [line]) == ["line", "unnamed"])
    #expect(merged(missing, unnamed, found: [header]) == ["header"])
    #expect(merged(missing, unnamed) == ["missing", "unnamed"])
    // What was found on a line that was not read is not told twice.
    #expect(merged(fault("same", "one"), found: [line]) == ["line"])
  }

  @Test func `a name that nothing has is told once for a file`() {
    let names = ["one", "two", "three", "four", "one"].map {
      fault("nameless", $0, kinds: .unknownName)
    }
    let told = DiagnosticFilter(found: []).merged(with: names)
    #expect(told.map(\.id) == ["nameless"])
    #expect(told.first?.labels.map(\.message) == ["", "and here", "and here", "and here"])
    #expect(told.first?.kinds == .unknownName)
    let others = ["one", "two"].map { fault("other", $0) }
    #expect(merged(others[0], others[1]) == ["other", "other"])
  }

  @Test func `a real slip is told alone, and what follows from it once it is mended`() {
    var folder = plainFolder
    folder["guides/visit.guide"] = """
      title: A visit
      kind: form

      # start: Welcome
      -> lst

      # middle: Middle
      Not everybody reads this.

      # last: Last
      Goodbye.
      """
    #expect(folder.checked().diagnostics.map(\.id) == ["unknown-step"])
    folder["guides/visit.guide"] = folder["guides/visit.guide"].replacing("-> lst", with: "-> last")
    #expect(folder.checked().diagnostics.map(\.id) == ["unreached-step"])
  }
}
