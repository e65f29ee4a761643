import SourceText
import Testing

@testable import ContentFolder

struct LimitTests {
  @Test func `holds what the people of a clinic may ever write`() {
    let limits = Limits()
    #expect(limits.files == 64)
    #expect(limits.fileBytes == 16 * 1024 * 1024)
    #expect(limits.folderBytes == 64 * 1024 * 1024)
  }

  @Test func `leaves out a file that is too large`() throws {
    let scratch = try Scratch.small()
    try scratch.write(String(repeating: "a", count: 50), to: "guides/large.guide")
    try scratch.write(String(repeating: "a", count: 51), to: "guides/larger.guide")
    let text = try scratch.folder.read(.everything, limits: Limits(fileBytes: 50))
    #expect(text.diagnostics.found(in: scratch) == ["guides/larger.guide oversize-file"])
    #expect(text.files.contains { $0.source.bytes.count == 50 })
  }

  @Test func `leaves out what no longer fits into the folder`() throws {
    let scratch = try Scratch(["house.guide": "", "guides/a.guide": "12", "guides/c.guide": "1"])
    try scratch.write("12", to: "guides/b.guide")
    let limits = Limits(fileBytes: 10, folderBytes: 3)
    let text = try scratch.folder.read(.everything, limits: limits)
    #expect(text.diagnostics.found(in: scratch) == ["guides/b.guide folder-too-large"])
    #expect(text.files.map(\.name) == ["guides/a.guide", "guides/c.guide", "house.guide"])
  }

  @Test func `reads 64 guides and no more`() throws {
    let scratch = try Scratch(["house.guide": ""])
    for number in 10..<74 { try scratch.write("", to: "guides/g\(number).guide") }
    #expect(try scratch.read(.everything).diagnostics.isEmpty)
    try scratch.write("", to: "guides/g99.guide")
    let text = try scratch.read(.everything)
    #expect(text.diagnostics.found(in: scratch) == ["guides too-many-files"])
    #expect(text.files.count == 65)
  }
}
