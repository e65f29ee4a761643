import Files
import Foundation
import Testing

struct ReadingTests {
  @Test(.timeLimit(.minutes(1)))
  func `a pipe, a folder or a device where a file should be is refused, without waiting`() throws {
    let scratch = try Scratch()
    try scratch.makePipe("pipe")
    try scratch.makeFolder("folder")
    let folder = try scratch.opened()
    let otherKind = FileError.otherKind(code: EINVAL)
    #expect(throws: otherKind) { try folder.file("pipe").contents(limit: 9) }
    #expect(throws: otherKind) { try folder.file("folder").contents(limit: 9) }
    #expect(throws: otherKind) { try OpenFile(scratch.file("pipe")).contents(limit: 9) }
    #expect(throws: otherKind) { try OpenFile(scratch.path).contents(limit: 9) }
    #expect(throws: otherKind) { try OpenFile("/dev/zero").contents(limit: 9) }
    #expect(throws: otherKind) { try folder.isEmpty("pipe") }
  }

  @Test func `a file where a folder should be is refused`() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "file")
    let folder = try scratch.opened()
    #expect(throws: FileError.otherKind(code: ENOTDIR)) { _ = try folder.folder("file") }
    #expect(throws: FileError.otherKind(code: ENOTDIR)) {
      _ = try DirectoryHandle(scratch.file("file"))
    }
  }

  @Test func `below a folder no link is followed`() throws {
    let scratch = try Scratch()
    try scratch.write("words", to: "file")
    try scratch.makeFolder("folder")
    try scratch.link("to-file", to: "file")
    try scratch.link("to-folder", to: "folder")
    try scratch.link("to-nothing", to: "nothing")
    let folder = try scratch.opened()
    for name in ["to-file", "to-folder", "to-nothing"] {
      #expect(throws: FileError.link) { _ = try folder.file(name) }
      #expect(throws: FileError.link) { _ = try folder.writableFile(name) }
      #expect(throws: FileError.link) { _ = try folder.folder(name) }
      #expect(try folder.contains(name))
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.file("nothing")))
  }

  @Test func `a path that a person named leads through links`() throws {
    let scratch = try Scratch()
    try scratch.makeFolder("folder")
    try scratch.write("words", to: "folder/file")
    try scratch.link("to-folder", to: "folder")
    try scratch.link("to-file", to: "to-folder/file")
    #expect(try OpenFile(scratch.file("to-file")).contents(limit: 9) == Array("words".utf8))
    #expect(try DirectoryHandle(scratch.file("to-folder")).names() == ["file"])
    let real = try #require(resolvedPath(scratch.file("to-file")))
    #expect(real.hasSuffix("/folder/file"))
    #expect(resolvedPath(scratch.file("nothing")) == nil)
  }

  @Test func `what is not one name is not there`() throws {
    let scratch = try Scratch()
    try scratch.makeFolder("folder")
    try scratch.write("words", to: "folder/file")
    try scratch.write("words", to: "file")
    let folder = try scratch.opened()
    for name in ["", ".", "..", "folder/file", "/etc/passwd", "file\0"] {
      #expect(throws: FileError.missing) { _ = try folder.file(name) }
      #expect(throws: FileError.missing) { _ = try folder.writableFile(name) }
      #expect(throws: FileError.missing) { _ = try folder.folder(name) }
      #expect(throws: FileError.missing) { try folder.rename("file", to: name) }
      #expect(throws: FileError.missing) { try folder.rename(name, to: "other") }
      #expect(try !folder.contains(name))
      folder.remove(name)
    }
    #expect(try scratch.names == ["file", "folder"])
    #expect(try scratch.text(of: "folder/file") == "words")
  }

  @Test func `a file has at most as many bytes as are taken`() throws {
    let scratch = try Scratch()
    try scratch.write("words", to: "file")
    let folder = try scratch.opened()
    #expect(try folder.file("file").contents(limit: 5) == Array("words".utf8))
    #expect(throws: FileError.tooLarge) { try folder.file("file").contents(limit: 4) }
    #expect(throws: FileError.missing) { _ = try folder.file("other") }
  }

  @Test func `bytes from a place on are cut at the limit and at the end`() throws {
    let scratch = try Scratch()
    try scratch.write("0123456789", to: "file")
    let file = try scratch.opened().file("file")
    #expect(try file.bytes(at: 0, limit: 4) == Array("0123".utf8))
    #expect(try file.bytes(at: 8, limit: 4) == Array("89".utf8))
    #expect(try file.bytes(at: 11, limit: 4) == [])
    try file.checkReadable()
  }

  @Test func `says whether a file holds nothing`() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "empty")
    try scratch.write("words", to: "full")
    let folder = try scratch.opened()
    #expect(try folder.isEmpty("empty"))
    #expect(try !folder.isEmpty("full"))
    #expect(throws: FileError.missing) { try folder.isEmpty("other") }
  }
}
