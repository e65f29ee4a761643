import Foundation
import GRDB

/// The unencrypted data about a session: enough to list, erase, and retire it.
struct SessionRow {
  let session: Int
  /// The position of its first record.
  let position: Int
  let handle: SessionName
  /// Days since January 1, 1970.
  let day: Int
  /// The public key its key is sealed to.
  let recipient: Data
  /// The SHA-256 of the sealed key.
  let key: Data

  static let columns = "session, position, handle, day, recipient, key"

  init(session: Int, position: Int, handle: SessionName, day: Int, recipient: Data, key: Data) {
    self.session = session
    self.position = position
    self.handle = handle
    self.day = day
    self.recipient = recipient
    self.key = key
  }

  init(_ row: Row) throws {
    let number = try row.number(2)
    self.init(
      session: try row.number(0),
      position: try row.number(1),
      handle: SessionName(first: number >> 10 & 1023, second: number & 1023),
      day: try row.number(3),
      recipient: try row.data(4),
      key: try row.data(5)
    )
  }

  /// The data that the hash of the session's first record covers.
  var covered: Data {
    var data = Data()
    for number in [session, position, handle.number, day] { data.append(number: number) }
    return data + recipient + key
  }

  func insert(into database: Database) throws {
    try database.cachedStatement(
      sql: "INSERT INTO session (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [session, position, handle.number, day, recipient, key])
  }
}

extension SessionName {
  /// Both positions in one number.
  var number: Int { first << 10 | second }
}

extension Row {
  // A damaged file can contain anything anywhere, and GRDB's subscripts would trap on it.

  func number(_ column: Int) throws -> Int { try decode(Int.self, atIndex: column) }
  func data(_ column: Int) throws -> Data { try decode(Data.self, atIndex: column) }
}
