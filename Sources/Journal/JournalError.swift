import GRDB

/// Why the journal could not do what was asked.
///
/// No case contains anything a person wrote.
public enum JournalError: Error, Hashable, Sendable {
  /// Another program is writing to this journal.
  case busy
  /// The keys here do not belong to this journal.
  case wrongKey
  /// The key is not here: this machine can write, but not read.
  case noKey
  /// A key file cannot be understood.
  case damagedKey(file: String)
  /// Something is not as it was written.
  case damaged(IntegrityViolation)
  /// A later version of this program wrote it.
  case newer(version: Int)
  /// The disk is full.
  case diskFull
  /// The folder or the journal cannot be written.
  case readOnly
  /// Something could not be created; includes the system's error number.
  case cannotCreate(code: Int32)
  /// The disk failed; includes the error number of the system or SQLite.
  case storage(code: Int32)
  /// There is no journal here yet.
  case noJournal
  /// There is no session with this name.
  case noSuchSession
  /// There is no session that can be resumed.
  case noOpenSession
  /// The session was erased.
  case erased
  /// This many copies of an erased session's key are still on this disk.
  case keyLeft(copies: Int)
  /// The session is erased, and nobody can read it; but because of this it is not proved that no
  /// copy of its key is left on this disk.
  ///
  /// Erasing it again repeats the proof.
  indirect case unproven(JournalError)
}

/// Runs something on the store, and converts errors to `JournalError`.
func storing<Result>(_ work: () throws -> Result) throws(JournalError) -> Result {
  do {
    return try work()
  } catch let error as JournalError {
    throw error
  } catch let error as DatabaseError {
    throw JournalError(error)
  } catch {
    // GRDB throws a few errors itself, when a row does not have the shape in the schema.
    throw .damaged(IntegrityViolation(.unreadable))
  }
}

/// Runs something on a journal that was created or verified earlier: if it looks damaged now, the disk
/// does not respond, or someone is changing it; the next time it is opened will show which.
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
    // The requested item does not exist.
    case .SQLITE_ERROR: self = .damaged(IntegrityViolation(.tables))
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_MISMATCH:
      self = .damaged(IntegrityViolation(.unreadable))
    default:
      // Growing the index of the log can fail only for lack of room.
      let isFull = error.extendedResultCode == .SQLITE_IOERR_SHMSIZE
      self = isFull ? .diskFull : .storage(code: error.extendedResultCode.rawValue)
    }
  }
}
