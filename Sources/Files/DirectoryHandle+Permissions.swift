import Glibc

extension DirectoryHandle {
  /// Makes the folder (0700) and the files called `names` (0600) accessible to their owner only.
  ///
  /// Names that are missing or that are not regular files are skipped.
  public func makePrivate(_ names: [String]) throws(FileError) {
    var status = stat()
    if unsafe fstat(descriptor, &status) != 0 { throw .last() }
    if status.st_mode & 0o777 != 0o700, fchmod(descriptor, 0o700) != 0 { throw .last() }
    for name in names {
      guard let status = try? self.status(of: name), status.isFile,
        status.st_mode & 0o777 != 0o600
      else { continue }
      if unsafe fchmodat(descriptor, name, 0o600, 0) != 0 { throw .last() }
    }
  }

  /// Throws if this user cannot write to the folder.
  public func checkWritable() throws(FileError) {
    if unsafe faccessat(descriptor, ".", W_OK, 0) != 0 { throw .last() }
  }
}
