import GuideCheck
import GuideProof
import TerminalUI

extension Breach {
  /// The conversation as it is typed: a transcript that fails until it has been recorded and read.
  func transcript(over library: Library) -> String? {
    let comment = "Breaks the promise: \(promise.words)"
    return Transcript(of: conversation.inputs, over: library, comments: [comment])?.toFill
  }
}
