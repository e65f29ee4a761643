import Glibc

/// An open file, closed when the value goes out of use.
public struct OpenFile: ~Copyable {
  let descriptor: Int32

  deinit { _ = Glibc.close(descriptor) }

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Opens the file at `path` to read it, following links: a person named it.
  ///
  /// It can also be a folder, a pipe, or a device: `contents(limit:)` refuses those.
  public init(_ path: String) throws(FileError) {
    // Without O_NONBLOCK, opening a pipe would wait until somebody writes to it.
    let opened = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    if opened < 0 { throw .last() }
    self.init(descriptor: opened)
  }

  /// Returns all bytes of a regular file, at most `limit`.
  ///
  /// - Throws: `.tooLarge` if there are more, `.otherKind` if it is not a regular file.
  public func contents(limit: Int) throws(FileError) -> [UInt8] {
    let status = try statusOfFile(descriptor)
    guard status.isFile else { throw .otherKind(code: EINVAL) }
    guard status.st_size <= limit else { throw .tooLarge }
    return try readBytes(descriptor, at: 0, count: Int(status.st_size))
  }

  /// Returns up to `limit` bytes from the offset `start` on; fewer only at the end of the file.
  public func bytes(at start: Int, limit: Int) throws(FileError) -> [UInt8] {
    try readBytes(descriptor, at: start, limit: limit)
  }

  /// Throws if the disk cannot return every byte of the file.
  public func checkReadable() throws(FileError) {
    var place = 0
    var count = 1
    while count > 0 {
      count = try bytes(at: place, limit: 1 << 20).count
      place += count
    }
  }

  /// Writes all of `bytes` at the offset `start`.
  public func write(_ bytes: [UInt8], at start: Int) throws(FileError) {
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
    if code != 0 { throw FileError(code: code) }
  }

  /// Makes what was written durable, even if power fails.
  public func sync() throws(FileError) {
    if fsync(descriptor) != 0 { throw .last() }
  }

  /// Closes the file now, so that an error on closing is not lost.
  consuming func close() throws(FileError) {
    let descriptor = descriptor
    discard self
    if Glibc.close(descriptor) != 0 { throw .last() }
  }

  /// Lets only the owner read and write the file, whatever the umask.
  func makePrivate() throws(FileError) { try setPermissions(0o600) }

  func setPermissions(_ permissions: mode_t) throws(FileError) {
    if fchmod(descriptor, permissions) != 0 { throw .last() }
  }
}

/// Returns up to `limit` bytes from the offset `start` on.
func readBytes(_ descriptor: Int32, at start: Int, limit: Int) throws(FileError) -> [UInt8] {
  let rest = max(0, Int(try statusOfFile(descriptor).st_size) - start)
  return try readBytes(descriptor, at: start, count: min(limit, rest))
}

/// Returns `count` bytes from the offset `start` on, or fewer if the file ends before.
private func readBytes(
  _ descriptor: Int32,
  at start: Int,
  count: Int
) throws(FileError) -> [UInt8] {
  var code: Int32 = 0
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
    while filled < count {
      let rest = unsafe buffer.baseAddress.map { unsafe $0 + filled }
      let taken = unsafe pread(descriptor, rest, count - filled, off_t(start + filled))
      if taken == 0 { return }
      if taken > 0 {
        filled += taken
      } else if errno != EINTR {
        code = errno
        return
      }
    }
  }
  if code != 0 { throw FileError(code: code) }
  return bytes
}

private func statusOfFile(_ descriptor: Int32) throws(FileError) -> stat {
  var status = stat()
  if unsafe fstat(descriptor, &status) != 0 { throw .last() }
  return status
}
