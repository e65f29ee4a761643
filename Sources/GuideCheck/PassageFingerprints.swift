/// The fingerprints of the passages of one step: all are different, and none depends on other steps.
struct PassageFingerprints {
  private var taken: Set<UInt64> = []
  /// For each text of the step, the fingerprint of the last passage that has it.
  private var last: [UInt64: Fingerprint] = [:]

  /// Starts over for the next step.
  mutating func removeAll() {
    taken.removeAll(keepingCapacity: true)
    last.removeAll(keepingCapacity: true)
  }

  /// Returns the fingerprint of the next passage that has this text.
  mutating func next(of text: Fingerprint) -> UInt64 {
    var fingerprint = last[text.value] ?? text
    while !taken.insert(fingerprint.value).inserted { fingerprint.add([0]) }
    last[text.value] = fingerprint
    return fingerprint.value
  }
}

/// A 64-bit FNV-1a hash: it distinguishes the passages of a step, and is not a security measure.
struct Fingerprint {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}
