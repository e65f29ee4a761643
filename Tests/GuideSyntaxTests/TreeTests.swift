import GuideSyntax
import SourceText
import TestSupport
import Testing

struct TreeTests {
  /// A golden of `Trees` is a script, its tree, and the diagnostics, if there are any.
  @Test(arguments: try Golden.names(in: "Trees"))
  func `a script is read as this tree`(name: String) throws {
    let golden = try Golden(name, in: "Trees")
    let written = try #require(golden.sections.first)
    let (script, diagnostics) = parse(golden.script)
    var found = [written, ("tree", script.debugTree)]
    if !diagnostics.isEmpty {
      found.append(("diagnostics", diagnostics.map(\.summary).joined(separator: "\n")))
    }
    if let difference = try golden.difference(from: found) { Issue.record("\(difference)") }
  }

  @Test func `every kind of node is in one of the trees`() throws {
    var kinds: Set<SyntaxNode.Kind> = []
    for name in try Golden.names(in: "Trees") {
      kinds.formUnion(parse(try Golden(name, in: "Trees").script).script.syntaxNode.kinds)
    }
    let missing = Set(SyntaxNode.Kind.allCases).subtracting(kinds)
    #expect(missing.map(\.rawValue).sorted() == [])
  }
}

extension Golden {
  /// The script of a tree: the first section, named by its path.
  fileprivate var script: SourceFile {
    SourceFile(path: sections.first?.name ?? "", text: (sections.first?.text ?? "") + "\n")
  }
}

extension Diagnostic {
  /// Its id and the place it points at.
  fileprivate var summary: String {
    ([id] + labels.prefix(1).map { SyntaxDrawing(source: $0.source).place($0.span) })
      .joined(separator: " ")
  }
}
