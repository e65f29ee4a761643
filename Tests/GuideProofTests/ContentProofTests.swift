import GuideCheck
import GuideProof
import TestSupport
import Testing

struct ContentProofTests {
  @Test func `the content of this repository is proved`() throws {
    let library = try #require(try Folder.real().checked().library)
    let result = prove(library, isMeasuring: true)
    #expect(result.diagnostics.map(\.text).joined(separator: "\n\n") == "")
    for proof in result.proofs.dropFirst() {
      let walks = try #require(proof.walks)
      #expect(try #require(walks.paths) > .zero)
    }
  }
}
