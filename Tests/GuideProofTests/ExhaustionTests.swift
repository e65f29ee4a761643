import GuideCheck
import SourceText
import TestSupport
import Testing

@testable import GuideEngine
@testable import GuideProof

struct ExhaustionTests {
  @Test(arguments: 0..<8)
  func `proof and exhaustion agree`(part: Int) throws {
    var compared = 0
    var refused = 0
    for seed in 0..<60 {
      var guides = RandomGuides(seed: UInt64(part * 1000 + seed))
      let folder = guides.folder()
      let result = folder.checked()
      guard let library = result.library else {
        refused += 1
        if part == 0 { print(result.diagnostics.map(\.id)) }
        continue
      }
      if try compare(library, folder) { compared += 1 }
    }
    #expect(compared > 20, "\(compared), \(refused) in error")
  }

  private func compare(_ library: Library, _ folder: Folder) throws -> Bool {
    var prover = Prover(library)
    for guide in library.guides.indices.dropFirst() {
      var exhaustion = Exhaustion(library, most: 20_000)
      exhaustion.walk(from: guide)
      if exhaustion.isTooLarge { return false }
      let text = folder["guides/\(library.guides[guide].name).guide"]
      if guide == 1 { print("walks", exhaustion.walks.count) }
      #expect(prover.paths(of: guide) == Natural(exhaustion.walks.count), "\(text)")
      let questions = exhaustion.walks.map { walk in
        walk.state.walk.count { if case .answer = $0 { true } else { false } }
      }
      let range = prover.range(of: guide, .questions)
      #expect(range == (questions.min() ?? 0)...(questions.max() ?? 0), "\(text)")
    }
    return true
  }
}
