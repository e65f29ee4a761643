import Files
import Foundation
import Testing

/// Who may look in, and who holds what.
struct OwnershipTests {
  @Test func `a lock keeps out a second handle until it is given free or closed`() throws {
    let scratch = try Scratch()
    let second = try scratch.opened()
    func holdBriefly() throws {
      let first = try scratch.opened()
      try first.lock()
      #expect(throws: FileError.locked) { try second.lock() }
      first.unlock()
      try second.lock()
      #expect(throws: FileError.locked) { try first.lock() }
      second.unlock()
      try first.lock()
    }
    try holdBriefly()
    try second.lock()
  }

  @Test func `a lock keeps out other processes`() throws {
    let scratch = try Scratch()
    let folder = try scratch.opened()
    #expect(try run("flock", "--nonblock", scratch.path, "true").isDone)
    try folder.lock()
    #expect(try !run("flock", "--nonblock", scratch.path, "true").isDone)
  }

  @Test func `what is made is its owner's only, whatever the umask`() throws {
    let scratch = try Scratch()
    let old = umask(0o777)
    defer { umask(old) }
    try DirectoryHandle.make(scratch.file("one/two"))
    let folder = try DirectoryHandle(scratch.file("one/two"))
    _ = try folder.writableFile("a")
    try folder.replace("b", with: [], draft: ".draft", access: .ownerOnly)
    #expect(try scratch.mode("one") == 0o700)
    #expect(try scratch.mode("one/two") == 0o700)
    #expect(try scratch.mode("one/two/a") == 0o600)
    #expect(try scratch.mode("one/two/b") == 0o600)
  }

  @Test func `a folder and its files are made private, but not what a link leads to`() throws {
    let scratch = try Scratch()
    try scratch.makeFolder("data/folder")
    for name in ["outside", "data/a", "data/b"] {
      try scratch.write("", to: name)
      try scratch.setMode(0o666, of: name)
    }
    try scratch.link("data/link", to: "../outside")
    for name in ["data", "data/folder"] { try scratch.setMode(0o755, of: name) }
    let folder = try scratch.opened().folder("data")
    try folder.makePrivate(["a", "link", "folder", "missing"])
    #expect(try scratch.mode("data") == 0o700)
    #expect(try scratch.mode("data/a") == 0o600)
    #expect(try scratch.mode("data/b") == 0o666)
    #expect(try scratch.mode("data/folder") == 0o755)
    #expect(try scratch.mode("outside") == 0o666)
    try folder.checkWritable()
  }

  @Test func `folders are made where they are missing, and nowhere else`() throws {
    let scratch = try Scratch()
    try scratch.makeFolder("there")
    try scratch.setMode(0o755, of: "there")
    try scratch.write("", to: "file")
    try DirectoryHandle.make(scratch.file("there/one/two/"))
    #expect(try scratch.mode("there") == 0o755)
    try DirectoryHandle(scratch.file("there/one/two")).syncAbove()
    // Making again changes nothing.
    try DirectoryHandle.make(scratch.file("there/one/two"))
    #expect(throws: FileError.otherKind(code: ENOTDIR)) {
      try DirectoryHandle.make(scratch.file("file/below"))
    }
    #expect(throws: FileError.nameTooLong) {
      try DirectoryHandle.make(scratch.file(String(repeating: "a", count: 300)))
    }
    #expect(throws: FileError.missing) { _ = try DirectoryHandle(scratch.file("nowhere")) }
  }

  @Test func `a file held open is read without a loss of the locks on it`() throws {
    let scratch = try Scratch()
    try scratch.write("0123456789", to: "file")
    try scratch.write("", to: "other")
    let folder = try scratch.opened()
    let holder = try FileHandle(forUpdating: URL(filePath: scratch.file("file")))
    var lock = flock(l_type: Int16(F_WRLCK), l_whence: 0, l_start: 0, l_len: 1, l_pid: 0)
    #expect(unsafe fcntl(holder.fileDescriptor, F_SETLK, &lock) == 0)
    #expect(try folder.bytes(ofHeld: "file", at: 8, limit: 9) == Array("89".utf8))
    #expect(try isLocked(scratch.file("file")))
    // Whereas this is what would be lost.
    _ = try folder.file("file").contents(limit: 10)
    #expect(try !isLocked(scratch.file("file")))
    try holder.close()
    #expect(throws: FileError.system(code: EBADF)) {
      try folder.bytes(ofHeld: "other", at: 0, limit: 9)
    }
    #expect(throws: FileError.missing) { try folder.bytes(ofHeld: "missing", at: 0, limit: 9) }
  }

  /// Whether a process has locked the file's first byte.
  private func isLocked(_ path: String) throws -> Bool {
    let script = """
      import fcntl, sys
      fcntl.lockf(open(sys.argv[1], "r+b"), fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 0)
      """
    return try !run("python3", "-c", script, path).isDone
  }
}
