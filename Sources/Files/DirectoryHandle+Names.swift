import Glibc

extension DirectoryHandle {
  /// The names in this folder.
  ///
  /// - Parameters:
  ///   - hasHidden: Whether to include names that begin with a period.
  ///   - limit: How many names to return at most. If there are more, the system decides which.
  /// - Returns: The names, sorted, without `.` and `..`.
  /// - Throws: What the system reports. A folder that can be read only in part returns nothing.
  public func names(hasHidden: Bool = true, limit: Int = .max) throws(FileError) -> [String] {
    // The stream closes its descriptor, so it gets its own, with its own position.
    let opened = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if opened < 0 { throw .last() }
    guard let stream = unsafe fdopendir(opened) else {
      let error = FileError.last()
      _ = close(opened)
      throw error
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while names.count < limit {
      // There is no entry both at the end and after an error: only `errno` tells them apart.
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno != 0 { throw .last() }
        break
      }
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if hasHidden ? name != "." && name != ".." : !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
