import Crypto
import Foundation
import GRDB

/// One record of the chain, as stored in the table.
struct ChainRecord {
  enum Kind: Int {
    /// The journal began; the body says who reads, who writes, and which journal it continues.
    case journal = 0
    /// A session began; its body is the row of `session`.
    case session = 1
    /// Something happened in a session, sealed.
    case event = 2
    /// A session was erased; its body is the date.
    case erased = 3
    /// A text of the guides is kept; its body is the fingerprint.
    case text = 4
  }

  let position: Int
  let session: Int
  let sequence: Int
  let kind: Int
  let previous: Data
  let body: Data
  let hash: Data

  static let columns = "position, session, sequence, kind, previous, sealed, hash"

  init(_ row: Row) throws {
    position = try row.number(0)
    session = try row.number(1)
    sequence = try row.number(2)
    kind = try row.number(3)
    previous = try row.data(4)
    body = try row.data(5)
    hash = try row.data(6)
  }

  /// Creates a record that follows `previous`.
  ///
  /// The content that the first record of a session covers is in another table: `covered`.
  init(
    journal: Data,
    position: Int,
    session: Int,
    sequence: Int,
    kind: Kind,
    previous: Data,
    body: Data,
    covering covered: Data? = nil
  ) {
    self.position = position
    self.session = session
    self.sequence = sequence
    self.kind = kind.rawValue
    self.previous = previous
    self.body = body
    hash = chainHash(
      journal: journal,
      position: position,
      session: session,
      sequence: sequence,
      kind: kind.rawValue,
      previous: previous,
      body: covered ?? body
    )
  }

  /// Whether the record is unchanged.
  func isIntact(in journal: Data, covering covered: Data? = nil) -> Bool {
    hash
      == chainHash(
        journal: journal,
        position: position,
        session: session,
        sequence: sequence,
        kind: kind,
        previous: previous,
        body: covered ?? body
      )
  }

  func insert(into database: Database) throws {
    try database.cachedStatement(
      sql: "INSERT OR FAIL INTO event (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [position, session, sequence, kind, previous, body, hash])
  }
}

private func chainHash(
  journal: Data,
  position: Int,
  session: Int,
  sequence: Int,
  kind: Int,
  previous: Data,
  body: Data
) -> Data {
  // The parts with a fixed length come first, together with the lengths of the others.
  var start: [UInt8] = []
  start.reserveCapacity(144)
  start.append(contentsOf: recordPurpose)
  start.append(number: position)
  start.append(number: session)
  start.append(number: sequence)
  start.append(number: kind)
  start.append(number: journal.count)
  start.append(number: previous.count)
  start.append(number: body.count)
  start.append(contentsOf: journal)
  start.append(contentsOf: previous)
  var hash = SHA256()
  hash.update(data: start)
  hash.update(data: body)
  return Data(hash.finalize())
}

private let recordPurpose = Array("beforehand record 1\0".utf8)
