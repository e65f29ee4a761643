import GuideCheck
import SourceText
import TestSupport
import Testing

@testable import GuideEngine
@testable import GuideProof

/// Guides with one unsafe path each, and the same guides made safe.
struct UnsafeGuideTests {
  /// The only one of them with a warning, because labels that are commands are what it is about.
  private let warning = ["titles-like-commands": "label-is-command"]

  @Test func `there are twenty of them`() throws {
    #expect(try Golden.names(in: "Unsafe").count >= 20)
  }

  @Test(arguments: try Golden.names(in: "Unsafe"))
  func `the unsafe path is found, and a conversation takes it`(name: String) throws {
    let golden = try DiagnosticGolden(name, in: "Unsafe")
    let checked = golden.broken.checked()
    #expect(checked.diagnostics.allSatisfy { warning == [name: $0.id] }, "\(checked.text)")
    let library = try #require(checked.library)
    let result = prove(library)
    let errors = result.diagnostics.filter { $0.severity == .error }
    #expect(errors.count == 1, "\(result.diagnostics.map(\.text).joined(separator: "\n\n"))")
    if let difference = try golden.golden.difference(from: golden.sections(for: result.diagnostics))
    {
      Issue.record("\(difference)")
    }
    for brokenPromise in result.proofs.flatMap(\.broken) {
      var state = State(of: library)
      for input in brokenPromise.witness.inputs {
        let transition = library.step(state, input)
        #expect(!transition.effects.contains(.refuse))
        state = transition.state
      }
      #expect(state == brokenPromise.witness.state)
    }
  }

  @Test(arguments: try Golden.names(in: "Refused"))
  func `what is too much to tell apart is refused, with the conditions named`(name: String) throws {
    let golden = try DiagnosticGolden(name, in: "Refused")
    let result = prove(try #require(golden.broken.checked().library))
    if let difference = try golden.golden.difference(from: golden.sections(for: result.diagnostics))
    {
      Issue.record("\(difference)")
    }
    for (_, verdict) in result.proofs.flatMap(\.verdicts) {
      guard case .refused = verdict else {
        Issue.record("not refused: \(verdict)")
        continue
      }
    }
  }

  @Test(arguments: try Golden.names(in: "Kept"))
  func `what does not depend on what is not known is kept`(name: String) throws {
    let golden = try DiagnosticGolden(name, in: "Kept")
    let result = prove(try #require(golden.broken.checked().library))
    if let difference = try golden.golden.difference(from: golden.sections(for: result.diagnostics))
    {
      Issue.record("\(difference)")
    }
    #expect(!result.proofs.flatMap(\.verdicts).isEmpty)
    for (_, verdict) in result.proofs.flatMap(\.verdicts) {
      guard case .kept = verdict else {
        Issue.record("not kept: \(verdict)")
        continue
      }
    }
  }

  @Test(arguments: try Golden.names(in: "Unsafe"))
  func `the safe twin is proved`(name: String) throws {
    let golden = try DiagnosticGolden(name, in: "Unsafe")
    #expect(golden.broken.files != golden.fixed.files)
    let checked = golden.fixed.checked()
    #expect(checked.diagnostics.allSatisfy { warning == [name: $0.id] }, "\(checked.text)")
    let result = prove(try #require(checked.library))
    #expect(result.diagnostics.map(\.text).joined(separator: "\n\n") == "")
  }
}
