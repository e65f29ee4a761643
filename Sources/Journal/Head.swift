import Crypto
import Foundation

/// How many records a journal has and the hash of the last one, signed by its writer.
struct SignedHead: Hashable {
  let journal: Data
  let count: Int
  let hash: Data
  let signature: Data

  init(journal: Data, count: Int, hash: Data, signature: Data) {
    self.journal = journal
    self.count = count
    self.hash = hash
    self.signature = signature
  }

  init(
    journal: Data,
    count: Int,
    hash: Data,
    by writer: Curve25519.Signing.PrivateKey
  ) throws(JournalError) {
    let message = headMessage(journal: journal, count: count, hash: hash)
    guard let signature = try? writer.signature(for: message) else { throw .wrongKey }
    self.init(journal: journal, count: count, hash: hash, signature: signature)
  }

  func isSigned(by writer: Data) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: writer) else {
      return false
    }
    return key.isValidSignature(
      signature,
      for: headMessage(journal: journal, count: count, hash: hash)
    )
  }
}

private func headMessage(journal: Data, count: Int, hash: Data) -> Data {
  var message = Data("beforehand head 1\0".utf8) + journal
  message.append(number: count)
  return message + hash
}

/// The latest signed end, stored next to the journal after each commit.
///
/// It distinguishes a journal whose last records are gone, or that was replaced by an older copy,
/// from one that was never longer. It is not synced at each commit: after a loss of power it may
/// lag behind, but it never runs ahead. Two slots are written in turn, so that a torn one leaves
/// the other.
struct HeadCheckpoint {
  static let slotLength = 512
  private static let length = 16 + 8 + 32 + 64

  /// The heads that can be read, verified with the writer's key; the longest first.
  ///
  /// There are none before the first commit of a first run, or if the note is gone.
  let heads: [SignedHead]
  /// Whether it contains something that cannot be read.
  let isDamaged: Bool
  /// The slot to write next.
  let nextSlot: Int

  init(_ bytes: [UInt8]?, writer: Data) {
    var found: [(slot: Int, head: SignedHead)] = []
    var isDamaged = false
    let data = Data(bytes ?? [])
    for slot in 0..<2 {
      let part = Data(data.dropFirst(slot * Self.slotLength).prefix(Self.length))
      if part.isEmpty || part.allSatisfy({ $0 == 0 }) { continue }
      let head = SignedHead(
        journal: Data(part.prefix(16)),
        count: part.number(at: 16),
        hash: Data(part.dropFirst(24).prefix(32)),
        signature: Data(part.dropFirst(56))
      )
      if part.count == Self.length, head.isSigned(by: writer) {
        found.append((slot, head))
      } else {
        isDamaged = true
      }
    }
    found.sort { $0.head.count > $1.head.count }
    heads = found.map(\.head)
    nextSlot = found.first.map { 1 - $0.slot } ?? 0
    self.isDamaged = isDamaged
  }

  /// The bytes of a slot.
  static func slot(_ head: SignedHead) -> [UInt8] {
    var slot: [UInt8] = []
    slot.reserveCapacity(slotLength)
    slot += head.journal
    slot.append(number: head.count)
    slot += head.hash
    slot += head.signature
    slot += repeatElement(0, count: slotLength - slot.count)
    return slot
  }
}
