import GuideCheck
import SourceText
import TestSupport
import Testing

@testable import GuideEngine
@testable import GuideProof

struct RestFigures {
  @Test func figures() throws {
    let library = try #require(try Folder.real().checked().library)
    for guide in library.guides.indices {
      let clock = ContinuousClock()
      let start = clock.now
      var rests = RestOfWalks(library)
      var state = State(of: library)
      _ = library.advance(&state, .began(GuideID(guide)))
      let first = rests.remaining(at: state, before: nil)
      let made = clock.now
      _ = rests.remaining(at: state, before: nil)
      print(
        library.guides[guide].name,
        first as Any,
        made - start,
        clock.now - made,
        rests.isWide(GuideID(guide))
      )
      var prover = Prover(library)
      print(prover.range(of: guide, .time) as Any)
    }
  }
}
