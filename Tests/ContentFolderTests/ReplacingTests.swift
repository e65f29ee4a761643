import ContentFolder
import Foundation
import SourceText
import Testing

struct ReplacingTests {
  @Test func `replaces the bytes and keeps the mode`() throws {
    let scratch = try Scratch(["a.guide": "old"])
    let path = "\(scratch.path)/a.guide"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try replaceFile(at: path, with: Array("new".utf8))
    #expect(try readFile(at: path).bytes == Array("new".utf8))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["a.guide"])
  }

  @Test func `leaves a link a link`() throws {
    let scratch = try Scratch(["a.guide": "old"])
    try scratch.link("b.guide", to: "a.guide")
    try replaceFile(at: "\(scratch.path)/b.guide", with: Array("new".utf8))
    #expect(try readFile(at: "\(scratch.path)/a.guide").bytes == Array("new".utf8))
    let target = try FileManager.default.destinationOfSymbolicLink(
      atPath: "\(scratch.path)/b.guide"
    )
    #expect(target == "a.guide")
  }

  @Test func `says when nothing can be made there`() throws {
    #expect(throws: ContentError.notCreated(path: "/nowhere/a.guide", code: ENOENT)) {
      try replaceFile(at: "/nowhere/a.guide", with: [])
    }
  }

  @Test func `says what cannot be read as a file`() throws {
    let scratch = try Scratch()
    #expect(throws: ContentError.notAFile(path: scratch.path)) { try readFile(at: scratch.path) }
    #expect(throws: ContentError.notAFile(path: "/dev/null")) { try readFile(at: "/dev/null") }
    #expect(throws: ContentError.missing(path: "/nowhere")) { try readFile(at: "/nowhere") }
    try scratch.writeZeros(16 << 20 + 1, to: "a.guide")
    #expect(throws: ContentError.tooLarge(path: "\(scratch.path)/a.guide")) {
      try readFile(at: "\(scratch.path)/a.guide")
    }
  }
}
