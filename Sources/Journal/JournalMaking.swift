import Crypto
import Foundation
import GRDB

/// Makes an empty journal under another name, to be put in its place when it is whole.
///
/// So no file of the journal's name was ever empty.
func makeDraft(
  in folder: borrowing OpenFolder,
  _ keys: Keys,
  _ signing: Curve25519.Signing.PrivateKey,
  continuing last: Head?
) throws(JournalError) {
  let draft = FileName.draft
  for name in [draft] + FileName.companions.map({ draft + $0 }) { folder.remove(name) }
  try folder.create(draft, [])
  let path = folder.path
  try storing {
    let queue = try Schema.writing("\(path)/\(draft)")
    let journal = SymmetricKey(size: .bits128).bytes
    let reader = keys.reader.rawRepresentation
    let writer = signing.publicKey.rawRepresentation
    try queue.write { database in
      try database.execute(
        sql: "INSERT INTO meta (one, journal, reader, writer) VALUES (1, ?, ?, ?)",
        arguments: [journal, reader, writer]
      )
      var chain = Chain(journal: journal, count: 0, hash: Data(repeating: 0, count: 32))
      try chain.add(
        .journal,
        to: 0,
        sequence: 0,
        body: beginning(reader, writer, last),
        into: database
      )
      let head = try Head(journal: journal, count: chain.count, hash: chain.hash, by: signing)
      try database.execute(
        sql: "INSERT INTO head (one, count, hash, signature) VALUES (1, ?, ?, ?)",
        arguments: [head.count, head.hash, head.signature]
      )
    }
    try queue.writeWithoutTransaction { database in
      _ = try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try queue.close()
  }
}

/// The first record: who reads, who writes, and the end of the journal that this one goes on from.
private func beginning(_ reader: Data, _ writer: Data, _ last: Head?) -> Data {
  var body = reader + writer
  guard let last else { return body }
  body += last.journal
  body.append(number: last.count)
  return body + last.hash
}

extension JournalWriter {
  /// Sets a damaged journal aside and makes a new one that is chained to its last good end.
  ///
  /// Nothing is deleted: the old files stay in the folder under the name that is returned, such as
  /// `journal-damaged-2026-11-21-1.sqlite`.
  public static func setAside(_ path: String, at moment: Moment) throws(JournalError) -> String {
    let folder = try lockedFolder(path, isMade: true)
    let keys = try Keys(making: path)
    guard let signing = keys.writer else { throw .noKey }
    try makeDraft(in: folder, keys, signing, continuing: lastGoodHead(in: folder, signing))
    let taken = Set(try folder.names())
    var number = 1
    var stem: String { "\(FileName.setAside)\(moment.day)-\(number)" }
    while taken.contains(where: { $0.hasPrefix(stem + ".") }) { number += 1 }
    // The old note goes last: as long as it stands, nobody takes the new journal for the first.
    for companion in [""] + FileName.companions where taken.contains(FileName.journal + companion) {
      try folder.rename(FileName.journal + companion, to: stem + ".sqlite" + companion)
    }
    try folder.rename(FileName.draft, to: FileName.journal)
    if taken.contains(FileName.note) { try folder.rename(FileName.note, to: stem + ".head") }
    return stem + ".sqlite"
  }

  /// The longest end that this writer signed, in the note or in the journal.
  private static func lastGoodHead(
    in folder: borrowing OpenFolder,
    _ signing: Curve25519.Signing.PrivateKey
  ) throws(JournalError) -> Head? {
    let writer = signing.publicKey.rawRepresentation
    let bytes = try? folder.bytes(of: FileName.note, limit: 2 * Note.slotLength)
    var heads = Note(bytes ?? nil, writer: writer).heads
    if let store = try? JournalReader(folder.path).store {
      if let head = try? store.queue.read({ try store.head($0) }), head.isSigned(by: writer) {
        heads.append(head)
      }
    }
    return heads.max { $0.count < $1.count }
  }
}
