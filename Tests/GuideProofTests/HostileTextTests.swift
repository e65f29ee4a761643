import GuideCheck
import SourceText
import TestSupport
import Testing

@testable import GuideEngine
@testable import GuideProof

/// The short form of `Scripts/fuzz`.
struct HostileTextTests {
  @Test(.timeLimit(.minutes(5)), arguments: 0..<4)
  func `hostile guides are checked and proved without a trap`(seed: UInt64) throws {
    var texts = try HostileText(seed: seed)
    var folder = plainFolder
    var proved = 0
    for number in 0..<150 {
      folder.files["guides/visit.guide"] = texts.next()
      guard let library = folder.checked().library else { continue }
      proved += 1
      let result = prove(library, isMeasuring: number % 10 == 0)
      #expect(result.proofs.count == library.guides.count)
      for brokenPromise in result.proofs.flatMap(\.broken) {
        var state = State(of: library)
        for input in brokenPromise.witness.inputs { state = library.step(state, input).state }
        #expect(state == brokenPromise.witness.state)
      }
    }
    #expect(proved > 10)
  }
}
