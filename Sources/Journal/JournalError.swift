import GRDB

/// Why the journal could not do what was asked.
///
/// No case holds anything a person wrote.
public enum JournalError: Error, Hashable, Sendable {
  /// Another program is writing to this journal.
  case busy
  /// The keys here are not the ones of this journal.
  case wrongKey
  /// The key is not here: this machine can write, but not read.
  case noKey
  /// A key file cannot be understood.
  case damagedKey(file: String)
  /// Something is not as it was written.
  case damaged(IntegrityViolation)
  /// A later version of this program wrote it.
  case newer(version: Int)
  /// No room is left.
  case diskFull
  /// The folder or the journal cannot be written.
  case readOnly
  /// Something could not be made, with the number the system gave.
  case cannotCreate(code: Int32)
  /// The disk did not do what was asked, with the number the system or SQLite gave.
  case storage(code: Int32)
  /// There is no journal here yet.
  case noJournal
  /// There is no session of this handle.
  case noSuchSession
  /// There is no session that can be taken up again.
  case noOpenSession
  /// The session was erased.
  case erased
  /// So many copies of an erased session's key are still on this disk.
  case keyLeft(copies: Int)
  /// The session is erased, and nobody can read it; but because of this it is not proved that no
  /// copy of its key is left on this disk.
  ///
  /// To erase it once more is to try the proof again.
  indirect case unproven(JournalError)
}

/// Runs something on the store, and says what went wrong in the journal's own words.
func storing<Result>(_ work: () throws -> Result) throws(JournalError) -> Result {
  do {
    return try work()
  } catch let error as JournalError {
    throw error
  } catch let error as DatabaseError {
    throw JournalError(error)
  } catch {
    // GRDB throws a few errors of its own, when a row is not of the shape the schema says.
    throw .damaged(IntegrityViolation(.unreadable))
  }
}

/// Runs something on a journal that was made or found sound: if it looks damaged now, the disk does not answer,
/// or somebody is at work on it; whoever opens it next will know.
func storingSound<Result>(_ work: () throws -> Result) throws(JournalError) -> Result {
  do throws(JournalError) {
    return try storing(work)
  } catch {
    if case .damaged = error { throw .storage(code: 0) }
    throw error
  }
}

extension JournalError {
  init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_READONLY: self = .readOnly
    // What is asked for is not there.
    case .SQLITE_ERROR: self = .damaged(IntegrityViolation(.tables))
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_MISMATCH:
      self = .damaged(IntegrityViolation(.unreadable))
    default:
      // All that can fail in growing the index of the log is finding room for it.
      let isFull = error.extendedResultCode == .SQLITE_IOERR_SHMSIZE
      self = isFull ? .diskFull : .storage(code: error.extendedResultCode.rawValue)
    }
  }
}
