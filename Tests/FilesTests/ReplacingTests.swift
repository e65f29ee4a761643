import Files
import Foundation
import TestSupport
import Testing

struct ReplacingTests {
  private let new = Array("new".utf8)

  @Test func `a file is replaced whole, and nothing is left beside it`() throws {
    let scratch = try Scratch()
    try scratch.write("the old words", to: "file")
    let folder = try scratch.opened()
    try folder.replace("file", with: new, draft: ".draft", access: .ownerOnly)
    #expect(try scratch.text(of: "file") == "new")
    try folder.replace("other", with: [], draft: ".draft", access: .ownerOnly)
    #expect(try scratch.text(of: "other") == "")
    #expect(try scratch.names == ["file", "other"])
  }

  @Test func `who may use the new file is as it was before, or the owner only`() throws {
    let scratch = try Scratch()
    let folder = try scratch.opened()
    try folder.replace("new", with: new, draft: ".draft", access: .asBefore)
    #expect(try scratch.mode("new") == 0o644)
    for mode in [0o600, 0o640, 0o755] {
      try scratch.setMode(mode, of: "new")
      try folder.replace("new", with: new, draft: ".draft", access: .asBefore)
      #expect(try scratch.mode("new") == mode)
    }
    try folder.replace("new", with: new, draft: ".draft", access: .ownerOnly)
    #expect(try scratch.mode("new") == 0o600)
    // A link may be used by all, what is put in its place may not.
    try scratch.link("link", to: "nothing")
    try folder.replace("link", with: new, draft: ".draft", access: .asBefore)
    #expect(try scratch.mode("link") == 0o644)
  }

  @Test func `where the draft cannot be made, nothing is changed, and nobody's file is taken`()
    throws
  {
    let scratch = try Scratch()
    try scratch.write("old", to: "file")
    try scratch.write("another writer's", to: ".draft")
    let folder = try scratch.opened()
    #expect(throws: ReplacementError.notCreated(.exists)) {
      try folder.replace("file", with: new, draft: ".draft", access: .asBefore)
    }
    #expect(try scratch.text(of: "file") == "old")
    #expect(try scratch.text(of: ".draft") == "another writer's")
  }

  @Test func `where the draft cannot be put in place, all is as it was`() throws {
    let scratch = try Scratch()
    try scratch.makeFolder("file")
    let folder = try scratch.opened()
    #expect(throws: ReplacementError.notWritten(.otherKind(code: EISDIR))) {
      try folder.replace("file", with: new, draft: ".draft", access: .asBefore)
    }
    #expect(try scratch.names == ["file"])
  }

  @Test(.enabled(if: SmallDisk.isAvailable, "\(SmallDisk.need)"))
  func `on a full disk the old file stays, and the draft goes`() throws {
    try SmallDisk.with(size: "64k") { disk in
      let scratch = try Scratch(in: disk)
      try scratch.write("old", to: "file")
      let folder = try scratch.opened()
      #expect(throws: ReplacementError.notWritten(.noSpace(code: ENOSPC))) {
        let large = [UInt8](repeating: 7, count: 128 << 10)
        try folder.replace("file", with: large, draft: ".draft", access: .asBefore)
      }
      #expect(try scratch.text(of: "file") == "old")
      #expect(try scratch.names == ["file"])
      #expect(throws: ReplacementError.notWritten(.noSpace(code: ENOSPC))) {
        try replaceFile(
          at: scratch.file("file"),
          with: [UInt8](repeating: 7, count: 128 << 10)
        )
      }
      #expect(try scratch.names == ["file"])
    }
  }

  @Test func `a path leads to what is replaced through links, and says where nothing can be`()
    throws
  {
    let scratch = try Scratch()
    try scratch.makeFolder("folder")
    try scratch.write("old", to: "folder/file")
    try scratch.link("link", to: "folder/file")
    try replaceFile(at: scratch.file("link"), with: new)
    #expect(try scratch.text(of: "folder/file") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: scratch.file("link"))
        == "folder/file"
    )
    #expect(throws: ReplacementError.notCreated(.missing)) {
      try replaceFile(at: scratch.file("nowhere/file"), with: new)
    }
    #expect(throws: ReplacementError.notCreated(.otherKind(code: ENOTDIR))) {
      try replaceFile(at: scratch.file("folder/file/other"), with: new)
    }
  }

  @Test func `a renamed file takes the place of another`() throws {
    let scratch = try Scratch()
    try scratch.write("old", to: "file")
    try scratch.write("new", to: "other")
    let folder = try scratch.opened()
    try folder.rename("other", to: "file")
    #expect(try scratch.text(of: "file") == "new")
    #expect(throws: FileError.missing) { try folder.rename("other", to: "file") }
    folder.remove("other")
    folder.remove("file")
    #expect(try scratch.names == [])
  }

  @Test func `bytes are written from their place on`() throws {
    let scratch = try Scratch()
    try scratch.write("0123456789", to: "file")
    let file = try scratch.opened().writableFile("file")
    try file.write(Array("abc".utf8), at: 4)
    try file.write(Array("xyz".utf8), at: 9)
    try file.sync()
    #expect(try scratch.text(of: "file") == "0123abc78xyz")
  }
}
