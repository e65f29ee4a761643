import Glibc

extension DirectoryHandle {
  /// Locks the folder for this handle, without waiting.
  ///
  /// The kernel releases the lock when the handle closes or the process ends, however it ends.
  ///
  /// - Throws: `.locked` while another handle holds the lock.
  public func lock() throws(FileError) {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { throw .locked }
      if errno != EINTR { throw .last() }
    }
  }

  /// Releases the lock, if this handle holds it.
  public func unlock() { _ = flock(descriptor, LOCK_UN) }
}
