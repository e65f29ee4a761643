import Crypto
import Foundation
import GRDB

/// Creates an empty journal under another name, to be moved into place when it is complete.
///
/// So a file with the journal's name was never empty.
func makeDraft(
  in folder: borrowing DataFolder,
  _ keys: Keys,
  _ signing: Curve25519.Signing.PrivateKey,
  _ layouts: JournalLayouts = .known,
  continuing last: SignedHead?
) throws(JournalError) {
  let draft = FileName.draft
  for name in [draft] + FileName.companions.map({ draft + $0 }) { folder.remove(name) }
  try folder.create(draft, [])
  let path = folder.path
  try storingSound {
    let queue = try Schema.writing("\(path)/\(draft)", layouts)
    let journal = Data.random(16)
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
      let head = try SignedHead(journal: journal, count: chain.count, hash: chain.hash, by: signing)
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

/// The first record: who reads, who writes, and the end of the journal that this one continues.
private func beginning(_ reader: Data, _ writer: Data, _ last: SignedHead?) -> Data {
  var body = reader + writer
  guard let last else { return body }
  body += last.journal
  body.append(number: last.count)
  return body + last.hash
}

/// The journal that the one with this first record continues, if there is one.
func continued(by body: Data) -> Data? {
  let rest = body.dropFirst(64).prefix(16)
  return rest.isEmpty ? nil : Data(rest)
}
