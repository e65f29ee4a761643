import Foundation
import GuideCheck
import SourceText
import TestSupport
import Testing

struct DiagnosticGoldenTests {
  @Test func `every diagnostic has a golden, and every golden a diagnostic`() throws {
    // One is about what closes another guide, so it is never alone.
    let goldens = Set(try Golden.names(in: "Diagnostics") + Golden.names(in: "Closed"))
    let identifiers = try factories()
    #expect(identifiers.count > 100)
    #expect(identifiers.subtracting(goldens).sorted() == [], "without a golden")
    #expect(goldens.subtracting(identifiers).sorted() == [], "without a diagnostic")
  }

  @Test(arguments: try Golden.names(in: "Diagnostics"))
  func `says what its golden says`(id: String) throws {
    let golden = try DiagnosticGolden(id)
    let result = golden.broken.checked(today: Day("2026-11-21"))
    #expect(result.diagnostics.map(\.id) == [id], "\(result.text)")
    if let difference = try golden.golden.difference(from: golden.sections(for: result)) {
      Issue.record("\(difference)")
    }
  }

  @Test(arguments: try Golden.names(in: "Diagnostics"))
  func `is silent once the script is fixed`(id: String) throws {
    let golden = try DiagnosticGolden(id)
    #expect(golden.broken.files != golden.fixed.files, "the golden has no fixed script")
    #expect(golden.fixed.checked(today: Day("2026-11-21")).text == "")
  }

  @Test func `the plain folder of the goldens has no problems`() {
    #expect(plainFolder.checked(today: Day("2026-11-21")).text == "")
  }

  /// The ids of the diagnostics that the sources can make.
  private func factories() throws -> Set<String> {
    var identifiers: Set<String> = []
    for target in ["GuideSyntax", "GuideCheck", "GuideRules"] {
      let folder = Repository.root.appending(path: "Sources/\(target)").resolvingSymlinksInPath()
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
      where name.hasPrefix("Diagnostic+") || target == "GuideRules" && name.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        for match in text.matches(of: /static func (\w+)\([^{]*?\) -> Diagnostic\s*\{/) {
          identifiers.insert(Diagnostic(String(match.1), title: "", labels: []).id)
        }
      }
    }
    return identifiers
  }
}
