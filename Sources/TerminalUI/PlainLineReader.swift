internal import CLibEdit

/// Reads lines from a file or a pipe: no keys, no editing, nothing written.
public struct PlainLineReader {
  private let descriptor: Int32

  /// A reader of an open file descriptor, which stays open.
  public init(descriptor: Int32 = 0) {
    self.descriptor = descriptor
  }

  /// Returns the next line, or `ended` when there is none.
  ///
  /// What could not have been typed is left out, and so is what goes beyond the limit of a line.
  public func read() -> LineReading {
    var text = String.UnicodeScalarView()
    var count = 0
    var decoder = ScalarDecoder()
    var isEmpty = true
    while true {
      let code = descriptor_next_byte(descriptor)
      guard let byte = UInt8(exactly: code) else {
        return isEmpty ? .ended : .line(String(text))
      }
      isEmpty = false
      guard byte != UInt8(ascii: "\n") else { return .line(String(text)) }
      guard count < KeyFirewall.lineLimit, let scalar = decoder.take(byte) else { continue }
      let visible = scalar == "\t" ? " " : scalar
      guard KeyFirewall.admits(visible) else { continue }
      text.append(visible)
      count += 1
    }
  }
}
