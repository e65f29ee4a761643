import Crypto
import Foundation
import GRDB
import SourceText

/// A session that is being recorded.
public final class SessionAppender {
  /// The name of the session.
  public let handle: SessionName

  let writer: JournalWriter
  private let session: Int
  private let key: SessionKey
  private var sequence: Int
  private var latest: Int

  init(
    _ handle: SessionName,
    _ writer: JournalWriter,
    session: Int,
    key: SessionKey,
    sequence: Int,
    latest: Int
  ) {
    self.handle = handle
    self.writer = writer
    self.session = session
    self.key = key
    self.sequence = sequence
    self.latest = latest
  }

  /// Keeps events, all or none; when this returns, they are durably on the disk.
  ///
  /// `text` is the text the person reads from now on, if it has changed; it is kept once.
  public func append(
    _ events: [Event],
    keeping text: [UInt8]? = nil,
    at timestamp: Timestamp
  ) throws(JournalError) {
    if writer.erased.contains(session) { throw .erased }
    let sealed = try seal(events, at: timestamp, after: sequence, latest: latest, by: key)
    try writer.commit { database, chain in
      if let text { try keep(text, &chain, database) }
      try add(sealed, to: session, after: sequence, &chain, database)
    }
    sequence += sealed.count
    latest = max(latest, timestamp.seconds)
  }

  /// Erases this session: see `JournalWriter.erase`.
  public func forget(at timestamp: Timestamp) throws(JournalError) {
    try writer.erase(handle, at: timestamp)
  }
}

extension JournalWriter {
  /// Returns a random name that no session has or had.
  public func freeName() throws(JournalError) -> SessionName {
    try checkAlive()
    let taken = Set(
      try storing { try store.queue.read { try store.sessionRows($0) } }.map(\.handle)
    )
    var generator = SystemRandomNumberGenerator()
    var handle = SessionName(using: &generator)
    while taken.contains(handle) { handle = SessionName(using: &generator) }
    return handle
  }

  /// Begins a session with its first events, and keeps the text they refer to.
  ///
  /// A commit can fail and still be on the disk; a caller that chooses the name first knows what to look
  /// for then.
  public func begin(
    _ events: [Event],
    as drawn: SessionName? = nil,
    keeping text: [UInt8]? = nil,
    at timestamp: Timestamp
  ) throws(JournalError) -> SessionAppender {
    try checkAlive()
    let handle = if let drawn { drawn } else { try freeName() }
    let rows = try storing { try store.queue.read { try store.sessionRows($0) } }
    let session = (rows.last?.session ?? 0) &+ 1

    let (key, wrapped) = try SessionKey.drawn(store.journal, session: session, for: keys.reader)
    let recipient = keys.reader.rawRepresentation
    // A day of tolerance, because two sessions can be in time zones that are hours apart.
    let latest =
      (Day(daysSinceEpoch: rows.map(\.day).max() ?? 0).daysSinceEpoch - 1) * 86_400
      - timestamp.offset
    let sealed = try seal(events, at: timestamp, after: 0, latest: latest, by: key)
    try commit { database, chain in
      if let text { try keep(text, &chain, database) }
      let row = SessionRow(
        session: session,
        position: chain.count + 1,
        handle: handle,
        day: timestamp.day.daysSinceEpoch,
        recipient: recipient,
        key: wrapped.fingerprint
      )
      try row.insert(into: database)
      try database.execute(
        sql: "INSERT INTO sessionkey (session, recipient, wrapped) VALUES (?, ?, ?)",
        arguments: [session, recipient, wrapped]
      )
      try chain.add(
        .session,
        to: session,
        sequence: 0,
        body: Data(),
        covering: row.covered,
        into: database
      )
      try add(sealed, to: session, after: 0, &chain, database)
    }
    return SessionAppender(
      handle,
      self,
      session: session,
      key: key,
      sequence: sealed.count,
      latest: max(latest, timestamp.seconds)
    )
  }

  /// Resumes a session: returns what was kept of it, and where to keep more.
  public func resume(
    _ handle: SessionName
  ) throws(JournalError) -> (appender: SessionAppender, events: [KeptEvent]) {
    try checkAlive()
    let (session, key, events) = try reader.opened(handle)
    let appender = SessionAppender(
      handle,
      self,
      session: session.row.session,
      key: key,
      sequence: session.records.last?.sequence ?? 0,
      latest: events.map(\.timestamp.seconds).max() ?? 0
    )
    return (appender, events)
  }
}

private func seal(
  _ events: [Event],
  at timestamp: Timestamp,
  after sequence: Int,
  latest: Int,
  by key: SessionKey
) throws(JournalError) -> [Data] {
  var sealed: [Data] = []
  for event in events {
    let text = EventText(event, at: timestamp, isClockSuspect: timestamp.seconds < latest)
    sealed.append(try key.sealed(text.data, sequence: sequence + sealed.count + 1))
  }
  return sealed
}

private func add(
  _ sealed: [Data],
  to session: Int,
  after sequence: Int,
  _ chain: inout Chain,
  _ database: Database
) throws {
  for (place, body) in sealed.enumerated() {
    try chain.add(
      .event,
      to: session,
      sequence: sequence + place + 1,
      body: body,
      into: database
    )
  }
}

/// Keeps a text, if it is not kept yet.
private func keep(_ text: [UInt8], _ chain: inout Chain, _ database: Database) throws {
  let bytes = Data(text)
  let fingerprint = bytes.fingerprint
  let sql = "SELECT position FROM text WHERE fingerprint = ?"
  if try Int.fetchOne(database, sql: sql, arguments: [fingerprint]) != nil { return }
  let last = try Int.fetchOne(database, sql: "SELECT count(*) FROM text") ?? 0
  try database.execute(
    sql: "INSERT INTO text (position, fingerprint, bytes) VALUES (?, ?, ?)",
    arguments: [chain.count + 1, fingerprint, bytes]
  )
  try chain.add(.text, to: 0, sequence: last + 1, body: fingerprint, into: database)
}

extension Data {
  /// Its SHA-256, the key for finding a kept text.
  var fingerprint: Data { Data(SHA256.hash(data: self)) }
}
