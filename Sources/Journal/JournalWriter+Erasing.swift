import Files
import Foundation
import GRDB
import SourceText

extension JournalWriter {
  /// Erases a session: its key is removed for good, and nobody can read what it sealed.
  ///
  /// The sealed records stay, so that the chain is complete. When this returns, the journal's files were
  /// searched and no copy of the key was found. Copies of the files elsewhere, journals set aside,
  /// and spare blocks of the disk are out of reach.
  ///
  /// A writer that did not see the key, because another erased the session, cannot search for it, so it
  /// wipes all free space.
  ///
  /// - Throws: `.unproven` if the key is gone and only the proof failed. The proof is still due: while
  ///   someone reads, or if copies are found, from this writer, and after a disk error from a new one.
  public func erase(_ handle: SessionName, at timestamp: Timestamp) throws(JournalError) {
    try checkAlive()
    let (row, wrapped, last) = try storing {
      try store.queue.read { database in
        let row = try store.session(database, of: handle)
        let last = try store.lastRecord(database, of: row.session)
        return (row, try store.wrappedKey(database, of: row.session), last)
      }
    }
    let isErased = last?.kind == ChainRecord.Kind.erased.rawValue
    if !erased.contains(row.session) { unproven[row.session] = wrapped ?? Data() }
    if wrapped != nil || !isErased {
      try commit { database, chain in
        try database.execute(
          sql: "DELETE FROM sessionkey WHERE session = ?",
          arguments: [row.session]
        )
        if isErased { return }
        var day = Data()
        day.append(number: timestamp.day.daysSinceEpoch)
        try chain.add(
          .erased,
          to: row.session,
          sequence: (last?.sequence ?? 0) &+ 1,
          body: day,
          into: database
        )
      }
    }
    erased.insert(row.session)
    do throws(JournalError) {
      try proveErased(row.session)
    } catch {
      switch error {
      case .busy, .keyLeft: break
      default: die(of: error)
      }
      throw .unproven(error)
    }
  }

  private func proveErased(_ session: Int) throws(JournalError) {
    guard try emptyLog() else { throw .busy }
    guard let wrapped = unproven[session] else { return }
    let isLeft = try copies(of: wrapped) > 0
    if isLeft || wrapped.isEmpty {
      // SQLite wipes what it frees, but moving rows between pages can leave a copy behind.
      try storing { try store.queue.vacuum() }
      guard try emptyLog() else { throw .busy }
      let copies = try copies(of: wrapped)
      if copies > 0 { throw .keyLeft(copies: copies) }
    }
    unproven[session] = nil
  }

  /// Empties the log for good; returns whether no reader prevented it.
  private func emptyLog() throws(JournalError) -> Bool {
    guard try checkpoint() else { return false }
    // SQLite does not need this, but until then, a power failure would bring the old log back.
    let log = try folder.open(FileName.log)
    try onDisk(try log.sync())
    return true
  }

  /// Counts the places in the journal's files that contain a part of the sealed key.
  private func copies(of wrapped: Data) throws(JournalError) -> Int {
    // Either part is useless alone, but neither should be there.
    let parts = [Array(wrapped.prefix(32)), Array(wrapped.dropFirst(32))]
    var copies = 0
    for name in [FileName.journal, FileName.log] {
      var start = 0
      while true {
        // Pieces overlap, so that nothing can be missed at a boundary.
        let bytes = try folder.bytes(ofOpen: name, at: start, limit: 1 << 20)
        for part in parts { copies += count(of: part, in: bytes) }
        if bytes.count < 1 << 20 { break }
        start += bytes.count - 64
      }
    }
    return copies
  }
}

private func count(of part: [UInt8], in bytes: [UInt8]) -> Int {
  guard let first = part.first else { return 0 }
  var count = 0
  for place in bytes.indices where bytes[place] == first {
    if bytes[place...].starts(with: part) { count += 1 }
  }
  return count
}
