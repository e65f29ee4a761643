/// Turns the bytes of a terminal into the few keys that are allowed to reach the line.
///
/// libedit has commands that start an editor, show what an earlier person typed, or
/// crash. So it never receives an escape sequence or a key, only letters to draw.
struct KeyFirewall {
  /// What a person can do at a line.
  enum Key: Equatable, Sendable {
    case text(Unicode.Scalar)
    case editing(EditingKey)
    case enter
    case complete
    /// Goes back to the previous question, from an empty line.
    case back
    /// The same, but it moves the cursor in a line with text.
    case backOrMoveBackward
    case clearScreen
    case interrupted
  }

  /// Keys that change a line or move in it.
  enum EditingKey: CaseIterable, Sendable {
    case moveBackward, moveForward, moveWordBackward, moveWordForward, moveToStart, moveToEnd
    case deleteBackward, deleteForward, deleteWord, deleteToEnd, deleteLine
    case undo
  }

  private enum State: Equatable {
    case text
    case escape
    /// After ESC O, which keypads send.
    case singleShift
    /// After ESC [, with what came before the final byte.
    case control([UInt8])
    /// After ESC ] and similar: a reply from the terminal, up to its terminator.
    case string
    /// The rest of a sequence with a known length.
    case swallow(Int)
    /// After ESC and the first byte of a character that is not ASCII.
    case meta
  }

  private static let escape: UInt8 = 0x1B
  private static let carriageReturn: UInt8 = 0x0D
  private static let lineFeed: UInt8 = 0x0A

  private var state = State.text
  private var decoder = ScalarDecoder()
  /// Whether the current input is a paste.
  private(set) var isPasting = false
  /// The byte before this one, if it was a complete line break.
  private var lineBreak: UInt8?

  /// The number of milliseconds without a byte that has a meaning, or nil if there is none.
  ///
  /// The sequence of a key arrives all at once. A paste can pause on a slow connection, and one that
  /// never ends must not keep Enter from working.
  var waitForRest: Int32? {
    if state != .text { 50 } else if isPasting { 1_000 } else { nil }
  }

  /// Reads the next byte, and returns the key it completes.
  mutating func take(_ byte: UInt8) -> Key? {
    let previousBreak = lineBreak
    lineBreak = nil
    if byte == Self.escape {
      decoder = ScalarDecoder()
      state = state == .string ? .swallow(1) : .escape
      return nil
    }
    // A control character ends any sequence, so no half-typed one can hold Enter back.
    if byte < 0x20 || byte == 0x7F {
      decoder = ScalarDecoder()
      state = .text
      return control(byte, after: previousBreak)
    }
    return state == .text ? text(byte) : sequence(byte)
  }

  /// Handles that no byte came for as long as `waitForRest`, and returns the key this completes.
  mutating func quiet() -> Key? {
    defer { state = .text }
    if state == .text { isPasting = false }
    return state == .escape && !isPasting ? .back : nil
  }

  /// Whether a scalar is allowed in a line.
  ///
  /// Scalars are refused if they act on the terminal or on the order of the text, or if they cannot be
  /// seen, unless they shape the letters next to them, as joiners do in Persian, Hindi, and emoji.
  static func admits(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return false
    default: break
    }
    if properties.isNoncharacterCodePoint || properties.isBidiControl { return false }
    // Interlinear annotation hides text, but Unicode does not call it ignorable.
    if (0xFFF9...0xFFFB).contains(scalar.value) { return false }
    return !properties.isDefaultIgnorableCodePoint || properties.isJoinControl
      || properties.isVariationSelector
  }
}

/// Text and control characters.
extension KeyFirewall {
  private mutating func text(_ byte: UInt8) -> Key? {
    decoder.take(byte).flatMap { Self.admits($0) ? .text($0) : nil }
  }

  private mutating func control(_ byte: UInt8, after previousBreak: UInt8?) -> Key? {
    if byte == Self.carriageReturn || byte == Self.lineFeed {
      // A terminal that sends both for one Enter means one key press.
      if let previousBreak, previousBreak != byte { return nil }
      lineBreak = byte
      return isPasting ? .text(" ") : .enter
    }
    if isPasting { return byte == 0x09 ? .text(" ") : nil }
    return switch byte {
    case 0x01: .editing(.moveToStart)
    case 0x02: .backOrMoveBackward
    case 0x03: .interrupted
    case 0x05: .editing(.moveToEnd)
    case 0x06: .editing(.moveForward)
    case 0x08, 0x7F: .editing(.deleteBackward)
    case 0x09: .complete
    case 0x0B: .editing(.deleteToEnd)
    case 0x0C: .clearScreen
    case 0x15: .editing(.deleteLine)
    case 0x17: .editing(.deleteWord)
    case 0x1F: .editing(.undo)
    default: nil
    }
  }
}

/// Escape sequences.
extension KeyFirewall {
  private mutating func sequence(_ byte: UInt8) -> Key? {
    switch state {
    case .text: return nil
    case .escape: state = after(escape: byte)
    case .singleShift:
      state = .text
      return key(final: byte, parameters: [])
    case .control(let parameters): return control(sequence: parameters, byte)
    case .string: break
    case .swallow(let count): state = count > 1 ? .swallow(count - 1) : .text
    case .meta:
      _ = decoder.take(byte)
      state = decoder.isMidway ? .meta : .text
    }
    return nil
  }

  private mutating func after(escape byte: UInt8) -> State {
    switch byte {
    case UInt8(ascii: "["): return .control([])
    case UInt8(ascii: "O"): return .singleShift
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      return .string
    default:
      _ = decoder.take(byte)
      return decoder.isMidway ? .meta : .text
    }
  }

  private mutating func control(sequence parameters: [UInt8], _ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "[") where parameters.isEmpty:
      // The Linux console's F1 to F5.
      state = .swallow(1)
    case UInt8(ascii: "M") where parameters.isEmpty:
      // An old mouse report: button, column and row follow as bytes.
      state = .swallow(3)
    case 0x20...0x3F:
      // Longer than the sequence of any key; the rest is still consumed.
      state = .control(parameters.count < 16 ? parameters + [byte] : parameters)
    case 0x40...0x7E:
      state = .text
      return key(final: byte, parameters: parameters)
    default:
      state = .text
    }
    return nil
  }

  private mutating func key(final: UInt8, parameters: [UInt8]) -> Key? {
    let numbers = String(decoding: parameters, as: UTF8.self)
      .split(separator: ";", omittingEmptySubsequences: false)
    let number = numbers.first ?? ""
    if final == UInt8(ascii: "~"), number == "200" || number == "201" {
      isPasting = number == "200"
      return nil
    }
    guard !isPasting else { return nil }
    // The modifier key: 3 is Alt, 5 is Control.
    let isByWord = numbers.count > 1 && ["3", "5"].contains(numbers[1])
    return editingKey(final: final, number: number, isByWord: isByWord).map { .editing($0) }
  }

  private func editingKey(final: UInt8, number: Substring, isByWord: Bool) -> EditingKey? {
    switch (final, number) {
    case (UInt8(ascii: "C"), _): isByWord ? .moveWordForward : .moveForward
    case (UInt8(ascii: "D"), _): isByWord ? .moveWordBackward : .moveBackward
    case (UInt8(ascii: "F"), _), (UInt8(ascii: "~"), "4"), (UInt8(ascii: "~"), "8"): .moveToEnd
    case (UInt8(ascii: "H"), _), (UInt8(ascii: "~"), "1"), (UInt8(ascii: "~"), "7"): .moveToStart
    case (UInt8(ascii: "~"), "3"): .deleteForward
    default: nil
    }
  }
}

/// Converts bytes, one at a time, to Unicode scalars.
///
/// Bytes that are not UTF-8 give no scalar.
struct ScalarDecoder {
  private var value: UInt32 = 0
  private var least: UInt32 = 0
  private var missing = 0

  /// Whether a scalar is incomplete.
  var isMidway: Bool { missing > 0 }

  /// Reads the next byte, and returns the scalar it completes.
  mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
    if isMidway, byte & 0xC0 == 0x80 {
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      // Below `least`, there is a shorter encoding, and only that one is valid UTF-8.
      return isMidway || value < least ? nil : Unicode.Scalar(value)
    }
    missing = 0
    switch byte {
    case 0x00...0x7F: return Unicode.Scalar(byte)
    case 0xC2...0xDF: begin(byte & 0x1F, missing: 1, least: 0x80)
    case 0xE0...0xEF: begin(byte & 0x0F, missing: 2, least: 0x800)
    case 0xF0...0xF4: begin(byte & 0x07, missing: 3, least: 0x1_0000)
    default: break
    }
    return nil
  }

  private mutating func begin(_ bits: UInt8, missing: Int, least: UInt32) {
    value = UInt32(bits)
    self.missing = missing
    self.least = least
  }
}
