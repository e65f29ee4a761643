internal import CLibEdit

/// Reads lines from a file or a pipe: no keys, no editing, nothing written.
public struct PlainLineReader {
  private let descriptor: Int32

  /// How many bytes a line may have: more than its letters can, with all the marks they may hold.
  ///
  /// What is longer is no line, and has perhaps no end.
  private static let limit = 1 << 21

  /// A reader of an open file descriptor, which stays open.
  public init(descriptor: Int32 = 0) {
    self.descriptor = descriptor
  }

  /// Returns the next line, or why there is none.
  ///
  /// What could not have been typed is left out.
  public func read() -> LineReading {
    var draft = Draft()
    var decoder = ScalarDecoder()
    var isEmpty = true
    for _ in 0..<Self.limit {
      let code = input_next_byte(descriptor)
      guard let byte = UInt8(exactly: code) else {
        // A line somebody was cut off in is not an answer; the last line of a file is.
        return code == TERMINAL_ENDED && !isEmpty
          ? draft.reading : .ended(.init(code), draft: draft.text)
      }
      isEmpty = false
      guard byte != UInt8(ascii: "\n") else { return draft.reading }
      guard let scalar = decoder.take(byte) else { continue }
      let visible = scalar == "\t" ? " " : scalar
      if KeyFirewall.admits(visible) { _ = draft.type(visible, isPasted: true) }
    }
    return .ended(.endOfInput, draft: draft.text)
  }
}

extension LineReading.Ending {
  /// Why the input ended, from what `CLibEdit` says.
  init(_ code: Int32) {
    self =
      switch code {
      case Int32(TERMINAL_ENDED): .endOfInput
      case Int32(TERMINAL_TERMINATED): .terminated
      default: .hangUp
      }
  }
}
