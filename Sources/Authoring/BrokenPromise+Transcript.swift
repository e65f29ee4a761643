import GuideCheck
import GuideProof
import SessionCore

extension BrokenPromise {
  /// The witness as it is typed: a transcript that fails until it has been recorded and read.
  func transcript(over library: Library) -> String? {
    let comment = "Breaks the promise: \(promise.words)"
    return Transcript(of: witness.inputs, over: library, comments: [comment])?.toFill
  }
}
