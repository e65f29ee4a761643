import Glibc

/// An open folder, closed when the value goes out of use.
///
/// Files in it are reached by name: a single name, never a path, and links are not followed. So nothing
/// leads out of the folder, and it stays the same folder even if somebody renames it meanwhile.
///
///     let folder = try DirectoryHandle("Content")
///     for name in try folder.names() { print(name) }
///     let bytes = try folder.file("house.guide").contents(limit: 1 << 20)
public struct DirectoryHandle: ~Copyable {
  /// The path that it was opened with.
  public let path: String

  let descriptor: Int32

  deinit { _ = close(descriptor) }

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  /// Opens the folder at `path`, following links: a person named it.
  public init(_ path: String) throws(FileError) {
    let opened = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if opened < 0 { throw .last() }
    self.init(path: path, descriptor: opened)
  }

  /// Opens the folder called `name` in this one.
  ///
  /// - Throws: `.link` for a link, even for one to a folder.
  public func folder(_ name: String) throws(FileError) -> DirectoryHandle {
    try checkName(name)
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let opened = unsafe openat(descriptor, name, flags)
    if opened >= 0 { return DirectoryHandle(path: "\(path)/\(name)", descriptor: opened) }
    // For a link to a folder, the system reports that it is not a folder.
    let error = FileError.last()
    if case .otherKind = error, let status = try? status(of: name), status.isLink { throw .link }
    throw error
  }

  /// Opens the file called `name` to read it.
  ///
  /// It can also be a folder, a pipe, or a device: `OpenFile.contents(limit:)` refuses those.
  public func file(_ name: String) throws(FileError) -> OpenFile {
    // Without O_NONBLOCK, opening a pipe would wait until somebody writes to it.
    try openFile(name, O_RDONLY | O_NONBLOCK)
  }

  /// Opens the file called `name` to read and write it, and creates it if it is missing.
  ///
  /// Afterwards only its owner can read and write it, whether it is new or not.
  public func writableFile(_ name: String) throws(FileError) -> OpenFile {
    let file = try openFile(name, O_RDWR | O_CREAT)
    try file.makePrivate()
    return file
  }

  /// Opens a file by name; a new one is private from the start.
  func openFile(_ name: String, _ flags: Int32) throws(FileError) -> OpenFile {
    try checkName(name)
    let opened = unsafe openat(descriptor, name, flags | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if opened < 0 { throw .last() }
    return OpenFile(descriptor: opened)
  }

  /// Whether anything has this name, even a link that leads nowhere.
  public func contains(_ name: String) throws(FileError) -> Bool {
    do throws(FileError) {
      _ = try status(of: name)
      return true
    } catch .missing {
      return false
    }
  }

  /// Whether the file called `name` is empty.
  ///
  /// - Throws: `.missing` if there is none, `.otherKind` if it is not a regular file.
  public func isEmpty(_ name: String) throws(FileError) -> Bool {
    let status = try status(of: name)
    guard status.isFile else { throw .otherKind(code: EINVAL) }
    return status.st_size == 0
  }

  /// What the system knows about a name; for a link, about the link itself.
  func status(of name: String) throws(FileError) -> stat {
    try checkName(name)
    var status = stat()
    if unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) != 0 { throw .last() }
    return status
  }
}

/// Refuses what is not the name of something in a folder: the folder itself, its parent, or a path.
func checkName(_ name: String) throws(FileError) {
  let isOneName = !name.isEmpty && name != "." && name != ".."
  guard isOneName, !name.utf8.contains(where: { $0 == slash || $0 == 0 }) else { throw .missing }
}

let slash = UInt8(ascii: "/")

extension stat {
  var isFile: Bool { st_mode & S_IFMT == S_IFREG }
  var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
  /// Who may do what: the twelve bits that `chmod` sets.
  var permissions: mode_t { st_mode & 0o7777 }
}
