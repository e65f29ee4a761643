import Glibc

// The one file here that speaks to the system, and so the only one with anything unsafe in it.

/// Why a file or folder could not be read.
enum ReadFault: Error, Equatable {
  case missing
  /// A symbolic link stands in its place.
  case link
  /// A folder, a pipe or a device where a file should be, or a file where a folder should be.
  case otherKind
  case tooLarge
  case unreadable(code: Int32)

  /// The fault the last call left in `errno`.
  static func last() -> ReadFault {
    switch errno {
    case ENOENT: .missing
    case ELOOP: .link
    case ENOTDIR, EISDIR, ENXIO: .otherKind
    case let code: .unreadable(code: code)
    }
  }
}

/// An open folder, closed when the value goes out of use.
///
/// Below it no name leads elsewhere: each is one name, not a path, and no link is followed.
struct Handle: ~Copyable {
  private let descriptor: Int32

  deinit { _ = close(descriptor) }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  /// Opens the folder at `path`, through links too: a person named it.
  init(folder path: String) throws(ReadFault) {
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { throw .last() }
  }

  /// Opens the folder called `name` in this one.
  func folder(_ name: String) throws(ReadFault) -> Handle {
    guard isOneName(name) else { throw .missing }
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let opened = unsafe openat(descriptor, name, flags)
    if opened >= 0 { return Handle(descriptor: opened) }
    // For a link, a folder that must not be followed reports the wrong kind, not the link.
    let fault = ReadFault.last()
    throw fault == .otherKind && isLink(name) ? .link : fault
  }

  /// Returns the bytes of the file called `name` in this folder.
  func bytes(of name: String, limit: Int) throws(ReadFault) -> [UInt8] {
    guard isOneName(name) else { throw .missing }
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write into it.
    let opened = unsafe openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if opened < 0 { throw .last() }
    return try Handle(descriptor: opened).ownBytes(limit: limit)
  }

  /// Returns the bytes of the file at `path`, through links too: a person named it.
  static func bytes(at path: String, limit: Int) throws(ReadFault) -> [UInt8] {
    let opened = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    if opened < 0 { throw .last() }
    return try Handle(descriptor: opened).ownBytes(limit: limit)
  }

  /// Returns the names in this folder in order, hidden ones left out, `limit` at most.
  func names(limit: Int) throws(ReadFault) -> [String] {
    // The stream closes its descriptor, so it gets one of its own, with a position of its own.
    let opened = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if opened < 0 { throw .last() }
    guard let stream = unsafe fdopendir(opened) else {
      let fault = ReadFault.last()
      _ = close(opened)
      throw fault
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while names.count < limit, let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private func ownBytes(limit: Int) throws(ReadFault) -> [UInt8] {
    var status = stat()
    if unsafe fstat(descriptor, &status) != 0 { throw .last() }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .otherKind }
    guard status.st_size <= limit else { throw .tooLarge }
    var fault: ReadFault?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count {
        let rest = unsafe buffer[count...]
        let taken = unsafe rest.withMemoryRebound(to: UInt8.self) { rest in
          unsafe read(descriptor, rest.baseAddress, rest.count)
        }
        if taken == 0 { return }
        if taken > 0 {
          count += taken
        } else if errno != EINTR {
          fault = .last()
          return
        }
      }
    }
    if let fault { throw fault }
    return bytes
  }

  private func isLink(_ name: String) -> Bool {
    var status = stat()
    return unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
      && status.st_mode & S_IFMT == S_IFLNK
  }
}

/// Whether `name` names something in a folder, and not the folder, its parent or a path.
private func isOneName(_ name: String) -> Bool {
  !name.isEmpty && name != "." && name != ".." && !name.utf8.contains { $0 == slash || $0 == 0 }
}

private let slash = UInt8(ascii: "/")

/// Puts `bytes` in the place of the file at `path`, whole or not at all.
///
/// The new file has the mode of the old. A link stays a link: what it leads to is replaced.
public func replaceFile(at path: String, with bytes: [UInt8]) throws(ContentError) {
  let target = resolved(path) ?? path
  let cut = target.utf8.lastIndex(of: slash).map { target.utf8.index(after: $0) }
  let folder = cut.map { String(target[..<$0]) } ?? ""
  let name = cut.map { String(target[$0...]) } ?? target
  // Hidden, so that nobody who reads the folder meanwhile takes it for a guide.
  let draft = "\(folder).\(name).\(getpid())"
  var status = stat()
  let isNew = unsafe stat(target, &status) != 0
  let created = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
  if created < 0 { throw .notCreated(path: path, code: errno) }
  var code = written(bytes, to: created)
  if code == 0, !isNew {
    // Only its owner may give a file away; whoever may not write still may edit.
    _ = fchown(created, status.st_uid, status.st_gid)
  }
  let mode = isNew ? 0o644 : status.st_mode & 0o7777
  if code == 0, fchmod(created, mode) != 0 || fsync(created) != 0 { code = errno }
  if close(created) != 0, code == 0 { code = errno }
  if code == 0, unsafe rename(draft, target) != 0 { code = errno }
  if code != 0 {
    _ = unsafe unlink(draft)
    throw .notWritten(path: path, code: code)
  }
}

/// Writes all bytes; the `errno` of what prevented it, or zero.
private func written(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
  unsafe bytes.withUnsafeBytes { buffer in
    var count = 0
    while count < buffer.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[count...])
      let put = unsafe write(descriptor, rest.baseAddress, rest.count)
      if put < 0, errno != EINTR { return errno }
      count += max(put, 0)
    }
    return 0
  }
}

/// Returns `path` with every link in it followed, or nil if nothing is there.
private func resolved(_ path: String) -> String? {
  guard let real = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(real) }
  return unsafe String(cString: real)
}

/// The folder this program lies in, if the system tells.
public func programFolder() -> String? {
  guard let program = resolved("/proc/self/exe") else { return nil }
  return program.lastIndex(of: "/").map { String(program[..<$0]) }
}

/// Returns what the system calls an `errno`.
public func systemMessage(_ code: Int32) -> String {
  unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
}
