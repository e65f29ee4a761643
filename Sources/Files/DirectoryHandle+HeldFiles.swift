import Glibc

extension DirectoryHandle {
  /// Reads a file that a library in this process, such as SQLite, holds open, through the library's own
  /// descriptor.
  ///
  /// Opening and closing another one would drop the library's locks: they belong to the process.
  ///
  /// - Parameters:
  ///   - name: The file.
  ///   - start: How many bytes to skip.
  ///   - limit: How many bytes to return at most.
  /// - Returns: The bytes; fewer than `limit` only at the end of the file.
  /// - Throws: `.system` with EBADF if nothing in this process holds the file open.
  public func bytes(
    ofHeld name: String,
    at start: Int,
    limit: Int
  ) throws(FileError) -> [UInt8] {
    let wanted = try status(of: name)
    for descriptor in try DirectoryHandle("/proc/self/fd").names().compactMap(Int32.init) {
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0, status.st_ino == wanted.st_ino,
        status.st_dev == wanted.st_dev
      else { continue }
      return try readBytes(descriptor, at: start, limit: limit)
    }
    throw .system(code: EBADF)
  }
}
