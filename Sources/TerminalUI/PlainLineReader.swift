internal import CLibEdit

/// Reads lines from a file or a pipe: no keys, no editing, nothing written.
public struct PlainLineReader {
  private let descriptor: Int32

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
    while true {
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
