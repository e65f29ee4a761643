import GuideCheck
import SourceText
import TestSupport
import Testing

@testable import GuideEngine
@testable import GuideProof

struct RestTests {
  @Test(arguments: 0..<8)
  func `what is left is what the shortest and the longest conversation take`(part: Int) {
    var compared = 0
    for number in 0..<10 {
      let seed = part * 100_000 + number
      var guides = RandomGuides(seed: UInt64(seed))
      let folder = guides.folder()
      guard let library = folder.checked().library else { continue }
      for guide in library.guides.indices.dropFirst() {
        var oracle = RestOracle(library, guide, most: 1500)
        var state = State(of: library)
        let titles = library.advance(&state, .began(GuideID(guide))).compactMap { effect in
          if case .title(let step) = effect { step } else { nil }
        }
        oracle.rest(from: state, titled: Set(titles))
        if oracle.isTooLarge { continue }
        compared += oracle.compared
        let text = folder["guides/\(library.guides[guide].name).guide"]
        #expect(oracle.problems.first == nil, "seed \(seed)\n\(text)")
        #expect(!oracle.rests.isWide(GuideID(guide)))
      }
    }
    #expect(compared > 100)
  }

  @Test func `a guide that is too entangled has a wider range, and a true one`() throws {
    let library = try #require(try Folder.real().checked().library)
    for guide in library.guides.indices.dropFirst() {
      var exact = RestOfWalks(library)
      var wide = RestOfWalks(library, nodes: 5, looks: 50)
      var state = State(of: library)
      _ = library.advance(&state, .began(GuideID(guide)))
      for _ in 0..<5 where !state.isFinished {
        let (told, widely) = (exact.remaining(at: state), wide.remaining(at: state))
        let narrow = try #require(told)
        let wider = try #require(widely)
        #expect(wide.isWide(GuideID(guide)))
        #expect(wider.minutes.lowerBound <= narrow.minutes.lowerBound)
        #expect(wider.minutes.upperBound >= narrow.minutes.upperBound)
        #expect(wider.parts.lowerBound <= narrow.parts.lowerBound)
        #expect(wider.parts.upperBound >= narrow.parts.upperBound)
        if case .answer(let question) = state.awaiting {
          _ = library.advance(&state, .answered(question, .skipped))
        }
      }
    }
  }
}
