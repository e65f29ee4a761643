import Foundation
import GuideCheck
import GuideProof
import SourceText
import TestSupport
import Testing

struct ProofDiagnosticTests {
  @Test func `every diagnostic has a golden, and every golden a diagnostic`() throws {
    let path = "Sources/GuideProof/Diagnostic+Proof.swift"
    let url = Repository.root.appending(path: path).resolvingSymlinksInPath()
    let text = try String(contentsOf: url, encoding: .utf8)
    var identifiers: Set<String> = []
    for match in text.matches(of: /static func (\w+)\([^{]*?\) -> Diagnostic\s*\{/) {
      identifiers.insert(Diagnostic(String(match.1), title: "", labels: []).id)
    }
    #expect(identifiers == Set(try Golden.names(in: "ProofDiagnostics")))
  }

  @Test(arguments: try Golden.names(in: "ProofDiagnostics"))
  func `says what its golden says, and is silent once the script is fixed`(id: String) throws {
    let golden = try DiagnosticGolden(id, in: "ProofDiagnostics")
    let broken = golden.broken.checked()
    #expect(broken.text == "")
    let found = prove(try #require(broken.library)).diagnostics
    #expect(found.map(\.id) == [id])
    if let difference = try golden.golden.difference(from: golden.sections(for: found)) {
      Issue.record("\(difference)")
    }
    let fixed = golden.fixed.checked()
    #expect(fixed.text == "")
    let left = prove(try #require(fixed.library)).diagnostics
    #expect(left.map(\.text).joined(separator: "\n\n") == "")
  }
}
