import Glibc

extension DirectoryHandle {
  /// Makes the folder at `path`, and those above it that are missing, for their owner only (0700).
  ///
  /// - Throws: `.missing`, `.otherKind`, `.link`, or `.nameTooLong` if there cannot be a folder at this
  ///   path; otherwise whatever the system reports.
  public static func make(_ path: String) throws(FileError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += (made.isEmpty || made == "/" ? "" : "/") + part
      if unsafe mkdir(made, 0o700) == 0 {
        // Restores what the umask took away.
        if unsafe chmod(made, 0o700) != 0 { throw .last() }
      } else if errno != EEXIST {
        let error = FileError.last()
        // A folder above that this user cannot read does not matter: opening will tell.
        var status = stat()
        if unsafe stat(made, &status) != 0 { throw error }
      }
    }
  }

  /// Makes the names of this folder and those above it durable, as far up as this user can read.
  ///
  /// It stops at a mount: what is above it was there before.
  public func syncAbove() throws(FileError) {
    var below = stat()
    if unsafe fstat(descriptor, &below) != 0 { throw .last() }
    var above = unsafe openat(descriptor, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if above >= 0 { _ = close(above) } }
    while above >= 0 {
      var status = stat()
      if unsafe fstat(above, &status) != 0 { throw .last() }
      // The root is its own parent.
      if status.st_dev != below.st_dev || status.st_ino == below.st_ino { return }
      if fsync(above) != 0 { throw .last() }
      below = status
      let next = unsafe openat(above, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      _ = close(above)
      above = next
    }
  }
}
