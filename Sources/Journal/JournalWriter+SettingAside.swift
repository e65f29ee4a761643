import Crypto
import Foundation
import GRDB
import SourceText

extension JournalWriter {
  /// Sets a damaged journal aside and creates a new one that is chained to its last good end.
  ///
  /// Nothing is deleted: the old files stay in the folder under the name that is returned, such as
  /// `journal-damaged-2026-11-21-1.sqlite`. An interrupted attempt is continued: a journal is read
  /// with its log and its note, so they all get the same name.
  public static func setAside(
    _ path: String,
    at timestamp: Timestamp
  ) throws(JournalError) -> String {
    let folder = try lockedFolder(path, isMade: true)
    let keys = try Keys(making: path)
    guard let signing = keys.writer else { throw .noKey }
    let names = try folder.names()
    let begun = lastStem(names)
    if let begun, !names.contains(begun + ".head"), isAnew(path) {
      try folder.rename(FileName.headCheckpoint, to: begun + ".head")
      return begun + ".sqlite"
    }
    try makeDraft(in: folder, keys, signing, continuing: lastGoodHead(in: folder, signing))
    let moving = ([""] + FileName.companions).filter { names.contains(FileName.journal + $0) }
    let stem = stem(begun, of: moving.map { ".sqlite" + $0 } + [".head"], names, on: timestamp.day)
    for part in moving { try folder.rename(FileName.journal + part, to: stem + ".sqlite" + part) }
    // The old note is moved last: while it is there, the new journal cannot be mistaken for the first.
    try folder.rename(FileName.draft, to: FileName.journal)
    if names.contains(FileName.headCheckpoint) {
      try folder.rename(FileName.headCheckpoint, to: stem + ".head")
    }
    return stem + ".sqlite"
  }

  /// The name of the last journal that was set aside, in whole or in part, without its extension.
  private static func lastStem(_ names: [String]) -> String? {
    names.filter { $0.hasPrefix(FileName.setAside) && $0.hasSuffix(".sqlite") }
      .max { $0.compare($1, options: .numeric) == .orderedAscending }
      .map { String($0.dropLast(".sqlite".count)) }
  }

  /// Whether the new journal is already there, while the note is still that of the previous one.
  private static func isAnew(_ path: String) -> Bool {
    guard let store = try? JournalReader(path).store,
      let noted = try? store.headCheckpoint().heads.first,
      let first = try? store.queue.read({ try store.record($0, at: 1) })
    else { return false }
    return noted.journal != store.journal && continued(by: first.body) == noted.journal
  }

  /// The name for setting these parts aside: the one already begun, if the rest of it is missing
  /// there, or otherwise an unused one.
  private static func stem(
    _ begun: String?,
    of endings: [String],
    _ names: [String],
    on day: Day
  ) -> String {
    let isWhole = names.contains(FileName.journal)
    if let begun, !isWhole, !endings.contains(where: { names.contains(begun + $0) }) {
      return begun
    }
    var number = 1
    var stem: String { "\(FileName.setAside)\(day)-\(number)" }
    while names.contains(where: { $0.hasPrefix(stem + ".") }) { number += 1 }
    return stem
  }

  /// The longest end that this writer signed, in the note or in the journal.
  private static func lastGoodHead(
    in folder: borrowing DataFolder,
    _ signing: Curve25519.Signing.PrivateKey
  ) throws(JournalError) -> SignedHead? {
    let writer = signing.publicKey.rawRepresentation
    let bytes = try? folder.bytes(of: FileName.headCheckpoint, limit: 2 * HeadCheckpoint.slotLength)
    var heads = HeadCheckpoint(bytes ?? nil, writer: writer).heads
    if let store = try? JournalReader(folder.path).store {
      if let head = try? store.queue.read({ try store.head($0) }), head.isSigned(by: writer) {
        heads.append(head)
      }
    }
    return heads.max { $0.count < $1.count }
  }
}
