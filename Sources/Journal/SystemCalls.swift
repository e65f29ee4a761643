import Crypto
import Foundation
import Glibc

// The one file here that speaks to the system, and so the only one with anything unsafe in it.

/// An open folder, closed when the value goes out of use.
///
/// Names in it are followed through no link.
struct OpenFolder: ~Copyable {
  let path: String
  private let descriptor: Int32

  deinit { _ = close(descriptor) }

  /// Opens the folder at `path`; makes it, and those above it, if `isMade`.
  init(_ path: String, isMade: Bool) throws(JournalError) {
    if isMade { try makeFolders(path) }
    let opened = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if opened < 0 { throw errno == ENOENT ? .noJournal : .last() }
    descriptor = opened
    self.path = path
  }

  /// Takes the folder for one writer.
  ///
  /// The kernel frees it when the holder ends, however it ends.
  func lock() throws(JournalError) {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { throw .busy }
      if errno != EINTR { throw .last() }
    }
  }

  /// Gives the folder free.
  func unlock() { _ = flock(descriptor, LOCK_UN) }

  /// Lets only the owner in, and only the owner read the files called `names`.
  func makePrivate(_ names: [String]) throws(JournalError) {
    var status = stat()
    if unsafe fstat(descriptor, &status) != 0 { throw .last() }
    if status.st_mode & 0o777 != 0o700, fchmod(descriptor, 0o700) != 0 { throw .last() }
    for name in names {
      if unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) != 0 { continue }
      guard status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o777 != 0o600 else { continue }
      if unsafe fchmodat(descriptor, name, 0o600, 0) != 0 { throw .last() }
    }
  }

  /// Refuses a folder in which nothing can be written.
  func checkWritable() throws(JournalError) {
    if unsafe faccessat(descriptor, ".", W_OK, 0) != 0 { throw .last() }
  }

  /// Whether there is anything of this name.
  func contains(_ name: String) throws(JournalError) -> Bool {
    var status = stat()
    if unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return true }
    if errno != ENOENT { throw .last() }
    return false
  }

  /// Returns the names in this folder.
  func names() throws(JournalError) -> [String] {
    let opened = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if opened < 0 { throw .last() }
    guard let stream = unsafe fdopendir(opened) else {
      _ = close(opened)
      throw .last()
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Returns the bytes of a file, or nil if there is none; what is larger than `limit` is cut.
  func bytes(of name: String, limit: Int) throws(JournalError) -> [UInt8]? {
    let opened = unsafe openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if opened < 0 {
      if errno == ENOENT { return nil }
      throw .last()
    }
    return try OpenFile(descriptor: opened).bytes(at: 0, limit: limit)
  }

  /// Refuses a file, if there is one, of which the disk does not give every byte.
  func checkReadable(_ name: String) throws(JournalError) {
    let opened = unsafe openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if opened < 0 {
      if errno == ENOENT { return }
      throw .last()
    }
    let file = OpenFile(descriptor: opened)
    var place = 0
    var count = 1
    while count > 0 {
      count = try file.bytes(at: place, limit: 1 << 20).count
      place += count
    }
  }

  /// Makes a file of these bytes that only its owner can read, whole or not at all, and lasting.
  func create(_ name: String, _ bytes: [UInt8]) throws(JournalError) {
    let draft = ".\(name).new"
    remove(draft)
    let file = try open(draft, O_RDWR | O_CREAT | O_EXCL)
    try file.write(bytes, at: 0)
    try file.sync()
    try rename(draft, to: name)
  }

  /// Opens a file to read and write, and makes an empty one if there is none.
  func open(_ name: String) throws(JournalError) -> OpenFile { try open(name, O_RDWR | O_CREAT) }

  /// Returns up to `limit` bytes of a file that SQLite has open, by SQLite's own descriptor.
  ///
  /// To open and close another would drop SQLite's locks on it: they are the process's.
  func bytes(
    ofOpen name: String,
    at start: Int,
    limit: Int
  ) throws(JournalError) -> [UInt8] {
    let wanted = try status(of: name)
    for descriptor in try OpenFolder("/proc/self/fd", isMade: false).names().compactMap(Int32.init)
    {
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0, status.st_ino == wanted.st_ino,
        status.st_dev == wanted.st_dev
      else { continue }
      return try readBytes(descriptor, at: start, limit: limit)
    }
    throw .storage(code: EBADF)
  }

  /// Whether a file, which has to be one, holds nothing.
  func isEmpty(_ name: String) throws(JournalError) -> Bool {
    let status = try status(of: name)
    guard status.st_mode & S_IFMT == S_IFREG else { throw .storage(code: EINVAL) }
    return status.st_size == 0
  }

  private func status(of name: String) throws(JournalError) -> stat {
    var status = stat()
    if unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) != 0 { throw .last() }
    return status
  }

  private func open(_ name: String, _ flags: Int32) throws(JournalError) -> OpenFile {
    let opened = unsafe openat(descriptor, name, flags | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if opened < 0 { throw .last() }
    let file = OpenFile(descriptor: opened)
    // Whatever the umask took away is given back.
    if flags & O_CREAT != 0, fchmod(opened, 0o600) != 0 { throw .last() }
    return file
  }

  /// Gives a file another name, in the place of what had it, and makes that last.
  func rename(_ name: String, to other: String) throws(JournalError) {
    if unsafe renameat(descriptor, name, descriptor, other) != 0 { throw .last() }
    try sync()
  }

  /// Makes the names in the folder last.
  func sync() throws(JournalError) {
    if fsync(descriptor) != 0 { throw .last() }
  }

  /// Makes the names of this folder and of those above it last, as far as they may be looked into.
  ///
  /// What is beyond a mount was there before.
  func syncAbove() throws(JournalError) {
    var below = stat()
    if unsafe fstat(descriptor, &below) != 0 { throw .last() }
    var above = unsafe openat(descriptor, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if above >= 0 { _ = close(above) } }
    while above >= 0 {
      var status = stat()
      if unsafe fstat(above, &status) != 0 { throw .last() }
      // The root is above itself.
      if status.st_dev != below.st_dev || status.st_ino == below.st_ino { return }
      if fsync(above) != 0 { throw .last() }
      below = status
      let next = unsafe openat(above, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      _ = close(above)
      above = next
    }
  }

  /// Removes a file, if there is one.
  func remove(_ name: String) { _ = unsafe unlinkat(descriptor, name, 0) }
}

/// An open file, closed when the value goes out of use.
struct OpenFile: ~Copyable {
  private let descriptor: Int32

  deinit { _ = close(descriptor) }

  fileprivate init(descriptor: Int32) { self.descriptor = descriptor }

  /// Returns up to `limit` bytes from a place on.
  func bytes(at start: Int, limit: Int) throws(JournalError) -> [UInt8] {
    try readBytes(descriptor, at: start, limit: limit)
  }

  /// Writes bytes at a place.
  func write(_ bytes: [UInt8], at start: Int) throws(JournalError) {
    let code: Int32 = unsafe bytes.withUnsafeBytes { buffer in
      var count = 0
      while count < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[count...])
        let put = unsafe pwrite(descriptor, rest.baseAddress, rest.count, off_t(start + count))
        if put < 0, errno != EINTR { return errno }
        count += max(put, 0)
      }
      return 0
    }
    if code != 0 { throw .system(code) }
  }

  /// Makes what was written last.
  func sync() throws(JournalError) {
    if fsync(descriptor) != 0 { throw .last() }
  }
}

private func readBytes(
  _ descriptor: Int32,
  at start: Int,
  limit: Int
) throws(JournalError) -> [UInt8] {
  var code: Int32 = 0
  var status = stat()
  if unsafe fstat(descriptor, &status) != 0 { throw .last() }
  let capacity = min(limit, max(0, Int(status.st_size) - start))
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
    while count < capacity {
      let rest = unsafe buffer.baseAddress.map { unsafe $0 + count }
      let taken = unsafe pread(descriptor, rest, capacity - count, off_t(start + count))
      if taken == 0 { return }
      if taken > 0 {
        count += taken
      } else if errno != EINTR {
        code = errno
        return
      }
    }
  }
  if code != 0 { throw .system(code) }
  return bytes
}

/// Makes a folder and those above it, for their owner only.
private func makeFolders(_ path: String) throws(JournalError) {
  var made = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    made += (made.isEmpty || made == "/" ? "" : "/") + part
    if unsafe mkdir(made, 0o700) == 0 {
      // Whatever the umask took away is given back.
      if unsafe chmod(made, 0o700) != 0 { throw .last() }
    } else if errno != EEXIST {
      // A folder above that may not be looked into is no hindrance: opening will tell.
      var status = stat()
      let code = errno
      if unsafe stat(made, &status) == 0 { continue }
      let isNoPlace = [ENOTDIR, ENOENT, ELOOP, ENAMETOOLONG].contains(code)
      throw isNoPlace ? .cannotCreate(code: code) : .system(code)
    }
  }
}

extension JournalError {
  /// The error the last call left in `errno`.
  fileprivate static func last() -> JournalError { .system(errno) }

  fileprivate static func system(_ code: Int32) -> JournalError {
    switch code {
    case ENOSPC, EDQUOT: .diskFull
    case EROFS, EACCES, EPERM: .readOnly
    default: .storage(code: code)
    }
  }
}

extension SymmetricKey {
  /// The key's bytes, to seal them.
  var bytes: Data { unsafe withUnsafeBytes { unsafe Data($0) } }
}
