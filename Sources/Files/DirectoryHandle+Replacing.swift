import Glibc

/// Which step of replacing a file failed, and so which file has the name now.
public enum ReplacementError: Error, Hashable, Sendable {
  /// The draft could not be created.
  ///
  /// The file is unchanged.
  case notCreated(FileError)
  /// The draft could not be written or put in place.
  ///
  /// The file is unchanged, and the draft is gone.
  case notWritten(FileError)
  /// The new file is in place, but a power failure could still bring back the old one.
  case notLasting(FileError)

  /// What the system reported.
  public var reason: FileError {
    switch self {
    case .notCreated(let reason), .notWritten(let reason), .notLasting(let reason): reason
    }
  }
}

extension DirectoryHandle {
  /// Who can use a file that replaces another.
  public enum Access: Sendable {
    /// Only its owner can read and write it (0600).
    case ownerOnly
    /// The same people as before: it keeps the old file's mode and, if the system allows it, its
    /// owner and group.
    ///
    /// If there was no file, everyone can read the new one (0644).
    case asBefore
  }

  /// Replaces the file called `name`, or creates it, whole or not at all, and durably.
  ///
  /// The bytes are written to a draft beside it, which is synced and then renamed; last, the folder is
  /// synced.
  ///
  /// - Parameters:
  ///   - name: The file to replace or create.
  ///   - bytes: Its new contents.
  ///   - draft: The name of the draft. Nothing may have this name yet, and no other writer may use it.
  ///   - access: Who can use the new file.
  /// - Throws: Which step failed, and so which file has the name now.
  public func replace(
    _ name: String,
    with bytes: [UInt8],
    draft: String,
    access: Access
  ) throws(ReplacementError) {
    try put(bytes, in: name, draft: draft, access: access) { () throws(FileError) in
      try move(draft, to: name)
    }
  }

  /// Replaces the file called `name`, or creates it, with a hidden draft that no other process uses.
  public func replace(
    _ name: String,
    with bytes: [UInt8],
    access: Access
  ) throws(ReplacementError) {
    try replace(name, with: bytes, draft: Self.hiddenDraft(of: name), access: access)
  }

  /// Creates the file called `name` for its owner only, whole or not at all, and durably.
  ///
  /// - Throws: `.exists` as the reason if anything has this name, even if it got it only now.
  public func create(_ name: String, with bytes: [UInt8]) throws(ReplacementError) {
    let draft = Self.hiddenDraft(of: name)
    do throws(FileError) {
      if try contains(name) { throw .exists }
    } catch {
      throw .notCreated(error)
    }
    try put(bytes, in: name, draft: draft, access: .ownerOnly) { () throws(FileError) in
      try moveToNewName(draft, name)
    }
  }

  /// The name of a draft beside a file: hidden, so that nobody who lists the folder meanwhile takes it for
  /// one of its files.
  static func hiddenDraft(of name: String) -> String { ".\(name.prefix(200)).\(getpid())" }

  private func put(
    _ bytes: [UInt8],
    in name: String,
    draft: String,
    access: Access,
    placing place: () throws(FileError) -> Void
  ) throws(ReplacementError) {
    let file: OpenFile
    do throws(FileError) {
      try checkName(name)
      file = try openFile(draft, O_WRONLY | O_CREAT | O_EXCL)
    } catch {
      throw .notCreated(error)
    }
    do throws(FileError) {
      try file.write(bytes, at: 0)
      switch access {
      case .ownerOnly: try file.makePrivate()
      case .asBefore: try file.resemble(try? status(of: name))
      }
      try file.sync()
      try file.close()
      try place()
    } catch {
      remove(draft)
      throw .notWritten(error)
    }
    do throws(FileError) { try sync() } catch { throw .notLasting(error) }
  }

  /// Renames a file to a name that nothing has yet.
  private func moveToNewName(_ name: String, _ other: String) throws(FileError) {
    if unsafe linkat(descriptor, name, descriptor, other, 0) == 0 {
      remove(name)
      return
    }
    // Some disks have no second names; this name was free a moment ago.
    guard errno == EPERM || errno == ENOTSUP || errno == ENOSYS else { throw .last() }
    if try contains(other) { throw .exists }
    try move(name, to: other)
  }

  /// Renames a file durably, replacing the file that has the new name.
  public func rename(_ name: String, to other: String) throws(FileError) {
    try move(name, to: other)
    try sync()
  }

  private func move(_ name: String, to other: String) throws(FileError) {
    for name in [name, other] { try checkName(name) }
    if unsafe renameat(descriptor, name, descriptor, other) != 0 { throw .last() }
  }

  /// Makes the names in the folder durable, even if power fails.
  public func sync() throws(FileError) {
    if fsync(descriptor) != 0 { throw .last() }
  }

  /// Removes a file, if it is there and can be removed.
  public func remove(_ name: String) {
    guard (try? checkName(name)) != nil else { return }
    _ = unsafe unlinkat(descriptor, name, 0)
  }
}

extension OpenFile {
  /// Takes on the mode and, if possible, the owner of the file that it is about to replace.
  fileprivate borrowing func resemble(_ former: stat?) throws(FileError) {
    guard let former, !former.isLink else { return try setPermissions(0o644) }
    // Only root can give a file away, but others can edit it too.
    _ = fchown(descriptor, former.st_uid, former.st_gid)
    try setPermissions(former.permissions)
  }
}

/// Replaces the file at `path`, or creates it, whole or not at all, and durably.
///
/// A link stays a link: what it leads to is replaced. The new file has the access of the old one.
///
/// - Parameters:
///   - path: The file to replace or create.
///   - bytes: Its new contents.
/// - Throws: Which step failed, and so which file is at `path` now.
public func replaceFile(at path: String, with bytes: [UInt8]) throws(ReplacementError) {
  let target = resolvedPath(path) ?? path
  let cut = target.utf8.lastIndex(of: slash).map { target.utf8.index(after: $0) }
  let name = cut.map { String(target[$0...]) } ?? target
  let folder: DirectoryHandle
  do throws(FileError) {
    folder = try DirectoryHandle(cut.map { String(target[..<$0]) } ?? ".")
  } catch {
    throw .notCreated(error)
  }
  try folder.replace(name, with: bytes, access: .asBefore)
}
