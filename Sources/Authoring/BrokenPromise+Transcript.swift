import GuideCheck
import GuideProof
import SessionCore

extension BrokenPromise {
  /// The witness as typed lines: a transcript that fails until someone records and reads it.
  func transcript(over library: Library) -> String? {
    let comment = "Breaks the promise: \(promise.words)"
    return Transcript(of: witness.inputs, over: library, comments: [comment])?.toFill
  }
}
