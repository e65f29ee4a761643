/// A hash of the words a passage was shown with, to tell them from others it can have: a 64-bit FNV-1a
/// hash of the values in them.
struct RenderedHash {
  /// Words without values are always the same.
  static let fixed: UInt64 = 1

  /// The hash; `fixed` without values, never zero.
  private(set) var value = fixed

  /// Adds a value in words.
  mutating func add(_ words: String) {
    if value == Self.fixed { value = 0xCBF2_9CE4_8422_2325 }
    for byte in words.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    // A zero byte after each value, so that 1 and 23 differ from 12 and 3.
    value = max(value &* 0x100_0000_01B3, 2)
  }
}
