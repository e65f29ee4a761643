import Crypto
import Files
import Foundation
import GRDB

/// A journal open for writing.
///
/// The kernel makes sure that there is only one writer at a time.
///
/// When `begin`, `append`, and `erase` return, their work is durably on the disk. After one of
/// them fails on the disk, the writer is dead: it does not keep others out, no matter how long it
/// exists, and throws the same error again. Only a new writer, which first checks the journal, can go
/// on.
public final class JournalWriter {
  /// The same journal, for reading.
  public let reader: JournalReader

  let keys: Keys
  let store: Store
  let folder: DataFolder
  /// The sealed keys of erased sessions whose proof is still due; a key that was not seen is empty.
  var unproven: [Int: Data] = [:]
  /// Sessions that this writer erased; anything added to them could never be read.
  var erased: Set<Int> = []
  private let signing: Curve25519.Signing.PrivateKey
  private let headCheckpointFile: OpenFile
  private var headCheckpointSlot: Int
  private var head: SignedHead
  private var failure: JournalError?

  /// Opens the journal in the data folder at `path`.
  ///
  /// On a first run, if `isMade`, it creates the folder, a personal key, and the journal. A damaged
  /// journal is refused and left as it is; `setAside` makes room for a new one. A journal with an earlier
  /// layout is moved to this program's layout in one transaction; one with a later layout is refused.
  public convenience init(_ path: String, isMade: Bool = true) throws(JournalError) {
    try self.init(path, isMade: isMade, .known)
  }

  /// Opens the journal in the data folder at `path`, for a program that knows these layouts.
  package init(
    _ path: String,
    isMade: Bool = true,
    _ layouts: JournalLayouts
  ) throws(JournalError) {
    let folder = try Self.lockedFolder(path, isMade: isMade)
    let names = Set(try folder.names())
    let isNew = !names.contains(FileName.journal)
    if isNew, FileName.all.contains(where: { names.contains($0) }) {
      throw .damaged(IntegrityViolation(.fileMissing))
    }
    if isNew, !isMade { throw .noJournal }
    keys = try isNew ? Keys(making: path) : Self.keys(path)
    guard let signing = keys.writer else { throw .noKey }
    if isNew {
      try makeDraft(in: folder, keys, signing, layouts, continuing: nil)
      // If the journal is durable, so is the path to it.
      try folder.syncAbove()
      try folder.rename(FileName.draft, to: FileName.journal)
    }
    // The writer that created the journal may have stopped there, so make it durable before adding to it.
    try folder.sync()

    let (head, headCheckpoint) = try Self.look(path, folder, keys, signing, layouts)
    self.head = head

    let store = try storingSound {
      try Store(
        Schema.writing("\(path)/\(FileName.journal)", layouts),
        path: path,
        layouts
      )
    }
    self.store = store
    reader = JournalReader(store, keys)
    self.signing = signing
    if headCheckpoint.heads.isEmpty {
      try folder.create(
        FileName.headCheckpoint,
        Array(repeating: 0, count: 2 * HeadCheckpoint.slotLength)
      )
    }
    headCheckpointFile = try folder.open(FileName.headCheckpoint)
    headCheckpointSlot = headCheckpoint.nextSlot
    self.folder = folder
    try writeHeadCheckpoint()
    try onDisk(try headCheckpointFile.sync())
    // Removes what an erasure left in the log because someone was reading.
    _ = try checkpoint()
    // SQLite ignores a folder that cannot be synced, but then the log's name is not durable.
    try self.folder.sync()
  }

  /// Checks the journal through a connection that changes nothing, so a damaged one stays as it was
  /// found, down to its write-ahead log.
  ///
  /// If a disk does not respond, SQLite reports that the journal is damaged. So what looks damaged
  /// is checked again, after every byte of it could be read.
  private static func look(
    _ path: String,
    _ folder: borrowing DataFolder,
    _ keys: Keys,
    _ signing: Curve25519.Signing.PrivateKey,
    _ layouts: JournalLayouts
  ) throws(JournalError) -> (SignedHead, HeadCheckpoint) {
    do throws(JournalError) {
      return try lookOnce(path, keys, signing, layouts)
    } catch {
      guard case .damaged = error else { throw error }
    }
    for name in [FileName.journal, FileName.log] { try folder.checkReadable(name) }
    return try lookOnce(path, keys, signing, layouts)
  }

  private static func lookOnce(
    _ path: String,
    _ keys: Keys,
    _ signing: Curve25519.Signing.PrivateKey,
    _ layouts: JournalLayouts
  ) throws(JournalError) -> (SignedHead, HeadCheckpoint) {
    let looking = try JournalReader(path, layouts).store
    let isOwn =
      looking.writer == signing.publicKey.rawRepresentation
      && looking.reader == keys.reader.rawRepresentation
    guard isOwn else { throw .wrongKey }
    let headCheckpoint = try looking.headCheckpoint()
    let head = try storing {
      try looking.queue.read { try looking.checkedHead($0, headCheckpoint) }
    }
    try storing { try looking.queue.close() }
    return (head, headCheckpoint)
  }

  /// Opens and locks the folder, and removes access that others should not have.
  static func lockedFolder(_ path: String, isMade: Bool) throws(JournalError) -> DataFolder {
    let folder = try DataFolder(path, isMade: isMade)
    try folder.checkWritable()
    try folder.lock()
    let names = try folder.names()
    // A folder with other things in it belongs to someone, so its mode is not changed.
    if names.isEmpty || names.contains(Keys.folder) || names.contains(FileName.journal) {
      try folder.makePrivate(names.filter { $0.hasPrefix("journal") })
    }
    return folder
  }

  static func keys(_ path: String) throws(JournalError) -> Keys {
    guard let keys = try Keys(in: path) else { throw .noKey }
    try Keys.makePrivate(in: path)
    return keys
  }

  /// Adds records in one transaction, and returns when they are on the disk.
  func commit(_ work: (Database, inout Chain) throws -> Void) throws(JournalError) {
    try checkAlive()
    do throws(JournalError) {
      head = try storingSound {
        try store.queue.write { database in
          var chain = Chain(journal: store.journal, count: head.count, hash: head.hash)
          try work(database, &chain)
          let next = try SignedHead(
            journal: store.journal,
            count: chain.count,
            hash: chain.hash,
            by: signing
          )
          let sql = """
            UPDATE OR FAIL head SET count = ?, hash = ?, signature = ? WHERE count = ? AND hash = ?
            """
          try database.cachedStatement(sql: sql)
            .execute(arguments: [next.count, next.hash, next.signature, head.count, head.hash])
          // The lock only keeps out programs that ask for it; changes by others are detected here.
          guard database.changesCount == 1 else {
            throw JournalError.damaged(IntegrityViolation(.end, at: head.count))
          }
          return next
        }
      }
    } catch {
      die(of: error)
      throw error
    }
    // The commit is valid no matter what happens to the note, but without the note, nothing more is
    // promised.
    do { try writeHeadCheckpoint() } catch { die(of: error) }
  }

  /// Throws the error that this writer died of, if it is dead.
  func checkAlive() throws(JournalError) {
    if let failure { throw failure }
  }

  /// Stops being a writer, so that others can write.
  func die(of error: JournalError) {
    failure = error
    folder.unlock()
  }

  private func writeHeadCheckpoint() throws(JournalError) {
    let start = headCheckpointSlot * HeadCheckpoint.slotLength
    try onDisk(try headCheckpointFile.write(HeadCheckpoint.slot(head), at: start))
    headCheckpointSlot = 1 - headCheckpointSlot
  }

  /// Moves the write-ahead log into the journal and empties it; returns whether no reader prevented it.
  func checkpoint() throws(JournalError) -> Bool {
    try storingSound {
      try store.queue.writeWithoutTransaction { database in
        try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0
      }
    }
  }
}

/// The chain while records are added to it.
struct Chain {
  let journal: Data
  private(set) var count: Int
  private(set) var hash: Data

  mutating func add(
    _ kind: ChainRecord.Kind,
    to session: Int,
    sequence: Int,
    body: Data,
    covering covered: Data? = nil,
    into database: Database
  ) throws {
    let record = ChainRecord(
      journal: journal,
      position: count + 1,
      session: session,
      sequence: sequence,
      kind: kind,
      previous: hash,
      body: body,
      covering: covered
    )
    try record.insert(into: database)
    count += 1
    hash = record.hash
  }
}
