internal import CLibEdit
import SessionCore

/// Reads lines from a file or a pipe: no keys, no editing, nothing written.
public struct PlainLineReader {
  private let descriptor: Int32
  private var draft = Draft()
  private var decoder = ScalarDecoder()
  private var count = 0

  /// The limit on bytes in a line, more than its letters can have with all their marks.
  ///
  /// Anything longer is not a line, and may never end.
  private static let limit = 1 << 21

  /// Creates a reader of an open file descriptor, which stays open.
  public init(descriptor: Int32 = 0) {
    self.descriptor = descriptor
  }

  /// Returns the next line, or why there is none.
  ///
  /// Anything that could not have been typed is dropped. If nothing comes for as long as the time limit, what was read of a
  /// line is the beginning of the next.
  public mutating func read(within duration: Duration? = nil) -> LineReading {
    var deadline = Deadline(after: duration)
    while count < Self.limit {
      let code = input_next_byte(descriptor, deadline.milliseconds())
      if code == TERMINAL_QUIET { return .elapsed }
      guard let byte = UInt8(exactly: code) else {
        // A line that was cut off is not an answer, but the last line of a file is.
        let isWhole = code == TERMINAL_ENDED && count > 0
        return finished(isWhole ? draft.reading : .ended(InputEnding(code), draft: draft.text))
      }
      count += 1
      deadline = Deadline(after: duration)
      guard byte != UInt8(ascii: "\n") else { return finished(draft.reading) }
      guard let scalar = decoder.take(byte) else { continue }
      let visible = scalar == "\t" ? " " : scalar
      if KeyFirewall.admits(visible) { _ = draft.type(visible, isPasted: true) }
    }
    return finished(.ended(.endOfInput, draft: draft.text))
  }

  private mutating func finished(_ reading: LineReading) -> LineReading {
    draft = Draft()
    decoder = ScalarDecoder()
    count = 0
    return reading
  }
}

extension InputEnding {
  /// Why the input ended, from the result of `CLibEdit`.
  init(_ code: Int32) {
    self =
      switch code {
      case Int32(TERMINAL_ENDED): .endOfInput
      case Int32(TERMINAL_TERMINATED): .terminated
      default: .hangUp
      }
  }
}
