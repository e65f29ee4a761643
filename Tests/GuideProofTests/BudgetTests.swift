import GuideCheck
import SourceText
import TestSupport
import Testing

@testable import GuideProof

/// A proof that runs out of budget says so: nothing is kept, broken, or never true because too little was explored.
struct BudgetTests {
  private static let steps = [
    0, 1, 2, 4, 8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1_024, 1_536, 2_048, 4_096,
  ]

  private func proved(_ library: Library, steps: Int) -> ProofResult {
    var prover = Prover(library, budget: ProofBudget(steps: steps))
    return prover.prove(isMeasuring: false) { _ in }
  }

  @Test(arguments: try Golden.names(in: "Unsafe"))
  func `less to spend refuses more, and decides nothing else`(name: String) throws {
    let golden = try DiagnosticGolden(name, in: "Unsafe")
    for folder in [golden.broken, golden.fixed] {
      let library = try #require(folder.checked().library)
      let whole = proved(library, steps: 1_000_000)
      for steps in Self.steps {
        let part = proved(library, steps: steps)
        for (some, all) in zip(part.proofs, whole.proofs) {
          for (less, more) in zip(some.verdicts, all.verdicts) {
            #expect(isSame(less.verdict, more.verdict), "\(name), \(steps) steps")
          }
        }
        let known = Set(whole.diagnostics.map(Place.init))
        let found = part.diagnostics.filter { !Self.refusals.contains($0.id) }.map(Place.init)
        #expect(found.filter { !known.contains($0) } == [], "\(name), \(steps) steps")
      }
    }
  }

  @Test func `with nothing to spend, nothing is kept`() throws {
    let golden = try DiagnosticGolden("again-after-going-on", in: "Unsafe")
    let proofs = proved(try #require(golden.fixed.checked().library), steps: 0).proofs
    #expect(!proofs.flatMap(\.verdicts).isEmpty)
    for (_, verdict) in proofs.flatMap(\.verdicts) {
      guard case .refused = verdict else {
        Issue.record("\(verdict)")
        continue
      }
    }
  }

  private static let refusals: Set = ["cannot-be-proved", "too-entangled", "too-entangled-promise"]

  /// Whether a verdict with less to spend says nothing that one with enough does not.
  private func isSame(_ less: Verdict, _ more: Verdict) -> Bool {
    switch (less, more) {
    case (.refused, _), (.kept, .kept), (.broken, .broken): true
    default: false
    }
  }

  private struct Place: Hashable {
    let id: String
    let span: Span?

    init(_ diagnostic: Diagnostic) {
      (id, span) = (diagnostic.id, diagnostic.labels.first?.span)
    }
  }
}
