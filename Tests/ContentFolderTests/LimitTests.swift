import ContentFolder
import SourceText
import Testing

struct LimitTests {
  @Test func `leaves out a file that is too large`() throws {
    let scratch = try Scratch.small()
    try scratch.writeZeros(16 << 20, to: "guides/large.guide")
    try scratch.writeZeros(16 << 20 + 1, to: "guides/larger.guide")
    let text = try scratch.folder.read(.everything)
    #expect(text.diagnostics.found(in: scratch) == ["guides/larger.guide oversize-file"])
    #expect(text.files.contains { $0.source.bytes.count == 16 << 20 })
  }

  @Test func `leaves out what comes after the folder is full`() throws {
    let scratch = try Scratch.small()
    for name in ["a", "b", "c", "d"] {
      try scratch.writeZeros(16 << 20, to: "guides/\(name).guide")
    }
    let text = try scratch.folder.read(.everything)
    #expect(text.diagnostics.found(in: scratch) == ["guides/d.guide folder-too-large"])
    #expect(text.files.contains { $0.name == "guides/one.guide" })
  }

  @Test func `reads 64 guides and no more`() throws {
    let scratch = try Scratch(["house.guide": ""])
    for number in 10..<74 { try scratch.write("", to: "guides/g\(number).guide") }
    #expect(try scratch.folder.read(.everything).diagnostics.isEmpty)
    try scratch.write("", to: "guides/g99.guide")
    let text = try scratch.folder.read(.everything)
    #expect(text.diagnostics.found(in: scratch) == ["guides too-many-files"])
    #expect(text.files.count == 65)
  }
}
