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

  /// A problem that no filter knows by its name.
  private func problem(
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
    let cause = problem("cause", "one", kinds: kind)
    let consequence = problem("consequence", "two", consequenceOf: [kind, .unreadHeader])
    #expect(merged(cause, consequence) == ["cause"])
    #expect(merged(consequence, cause) == ["cause"])
    #expect(merged(consequence) == ["consequence"])
    let unlike = problem("unlike", "two", consequenceOf: .unreadHeader)
    #expect(merged(cause, unlike) == ["cause", "unlike"])
    let elsewhere = problem("elsewhere", "two", in: Self.second, consequenceOf: kind)
    #expect(merged(cause, elsewhere) == ["cause", "elsewhere"])
  }

  @Test func `whatever reading found may have cost a line, and only some the header`() {
    let line = problem("line", "one")
    let header = problem("header", "one", kinds: .unreadHeader)
    let missing = problem("missing", "three", consequenceOf: .unreadLine)
    let unnamed = problem("unnamed", "three", consequenceOf: .unreadHeader)
    #expect(merged(missing, unnamed, found: [line]) == ["line", "unnamed"])
    #expect(merged(missing, unnamed, found: [header]) == ["header"])
    #expect(merged(missing, unnamed) == ["missing", "unnamed"])
    // What was found on a line that was not read is not told twice.
    #expect(merged(problem("same", "one"), found: [line]) == ["line"])
  }

  @Test func `a name that nothing has is told once for a file`() {
    let names = ["one", "two", "three", "four", "one"].map {
      problem("nameless", $0, kinds: .unknownName)
    }
    let told = DiagnosticFilter(found: []).merged(with: names)
    #expect(told.map(\.id) == ["nameless"])
    #expect(told.first?.labels.map(\.message) == ["", "and here", "and here", "and here"])
    #expect(told.first?.kinds == .unknownName)
    let others = ["one", "two"].map { problem("other", $0) }
    #expect(merged(others[0], others[1]) == ["other", "other"])
  }

  @Test func `a real slip is told alone, and what follows from it once it is fixed`() {
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
