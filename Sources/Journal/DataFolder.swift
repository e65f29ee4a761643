import Files

/// An open folder of a journal, or of its keys: a `DirectoryHandle` that throws `JournalError`.
///
/// Links in it are not followed, and only the owner can read files created in it.
struct DataFolder: ~Copyable {
  private let handle: DirectoryHandle

  var path: String { handle.path }

  /// Opens the folder at `path`; if `isMade`, first creates it and those above it.
  init(_ path: String, isMade: Bool) throws(JournalError) {
    if isMade { try make(path) }
    do throws(FileError) {
      handle = try DirectoryHandle(path)
    } catch {
      throw error == .missing ? .noJournal : JournalError(error)
    }
  }

  /// Locks the folder for one writer, until the folder closes or the process ends.
  func lock() throws(JournalError) { try onDisk(try handle.lock()) }

  /// Releases the lock.
  func unlock() { handle.unlock() }

  /// Makes the folder and the files called `names` accessible to their owner only.
  func makePrivate(_ names: [String]) throws(JournalError) {
    try onDisk(try handle.makePrivate(names))
  }

  /// Throws if nothing can be written in the folder.
  func checkWritable() throws(JournalError) {
    try onDisk(try handle.checkWritable())
  }

  /// Whether anything has this name.
  func contains(_ name: String) throws(JournalError) -> Bool {
    try onDisk(try handle.contains(name))
  }

  /// Whether a file is empty; anything but a file throws.
  func isEmpty(_ name: String) throws(JournalError) -> Bool {
    try onDisk(try handle.isEmpty(name))
  }

  /// Returns the names in this folder.
  func names() throws(JournalError) -> [String] {
    try onDisk(try handle.names())
  }

  /// Returns the first bytes of a file, at most `limit`, or nil if there is no such file.
  func bytes(of name: String, limit: Int) throws(JournalError) -> [UInt8]? {
    guard let file = try file(name) else { return nil }
    return try onDisk(try file.bytes(at: 0, limit: limit))
  }

  /// Returns up to `limit` bytes of a file that SQLite has open, without dropping SQLite's locks.
  func bytes(
    ofOpen name: String,
    at start: Int,
    limit: Int
  ) throws(JournalError) -> [UInt8] {
    try onDisk(try handle.bytes(ofHeld: name, at: start, limit: limit))
  }

  /// Throws if there is a file and the disk cannot return every byte of it.
  func checkReadable(_ name: String) throws(JournalError) {
    if let file = try file(name) { try onDisk(try file.checkReadable()) }
  }

  /// Opens a file to read it, or returns nil if there is no such file.
  private func file(_ name: String) throws(JournalError) -> OpenFile? {
    do throws(FileError) {
      return try handle.file(name)
    } catch {
      if error == .missing { return nil }
      throw JournalError(error)
    }
  }

  /// Creates or replaces a file that only its owner can read, whole or not at all, and durably.
  func create(_ name: String, _ bytes: [UInt8]) throws(JournalError) {
    // The lock keeps other writers out: if there is a draft, a killed writer left it.
    let draft = ".\(name).new"
    handle.remove(draft)
    do throws(ReplacementError) {
      try handle.replace(name, with: bytes, draft: draft, access: .ownerOnly)
    } catch {
      throw JournalError(error.reason)
    }
  }

  /// Opens a file to read and write it, and creates it if it is missing.
  func open(_ name: String) throws(JournalError) -> OpenFile {
    try onDisk(try handle.writableFile(name))
  }

  /// Renames a file durably, replacing the file that has the new name.
  func rename(_ name: String, to other: String) throws(JournalError) {
    try onDisk(try handle.rename(name, to: other))
  }

  /// Makes the names in the folder durable.
  func sync() throws(JournalError) { try onDisk(try handle.sync()) }

  /// Makes the names of this folder and those above it durable.
  func syncAbove() throws(JournalError) {
    try onDisk(try handle.syncAbove())
  }

  /// Removes a file, if it is there.
  func remove(_ name: String) { handle.remove(name) }
}

private func make(_ path: String) throws(JournalError) {
  do throws(FileError) {
    try DirectoryHandle.make(path)
  } catch {
    switch error {
    case .missing, .link, .otherKind, .nameTooLong: throw .cannotCreate(code: error.code)
    default: throw JournalError(error)
    }
  }
}

/// Does something on the disk, and turns what it throws into a `JournalError`.
func onDisk<Result: ~Copyable>(
  _ work: @autoclosure () throws(FileError) -> Result
) throws(JournalError) -> Result {
  do throws(FileError) {
    return try work()
  } catch {
    throw JournalError(error)
  }
}

extension JournalError {
  init(_ error: FileError) {
    switch error {
    case .locked: self = .busy
    case .noSpace: self = .diskFull
    case .readOnly, .notPermitted: self = .readOnly
    default: self = .storage(code: error.code)
    }
  }
}
