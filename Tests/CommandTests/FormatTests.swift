import Foundation
import Testing

struct FormatTests {
  private let guide = "Content/guides/what-to-expect.guide"

  @Test func `finds nothing to change in the content`() throws {
    for arguments in [["format", "--check"], ["format"], ["format", "Content"]] {
      let ending = try Program().run(arguments)
      #expect(ending.status == 0)
      #expect(ending.output.hasSuffix(" files: nothing to change.\n"))
    }
  }

  @Test func `names what would change, and changes it when asked`() throws {
    let program = try Program()
    let before = try program.text(of: guide)
    try program.change("\n\n", to: "\r\n\r\n\r\n", in: guide)
    let spoiled = try program.text(of: guide)
    let check = try program.run("format", "--check")
    #expect(check.status == 65)
    #expect(check.output == "\(guide): would change\n")
    #expect(try program.text(of: guide) == spoiled)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o604],
      ofItemAtPath: "\(program.path)/\(guide)"
    )
    let ending = try program.run("format", guide)
    #expect(ending.status == 0)
    #expect(ending.output == "\(guide): formatted\n")
    #expect(try program.text(of: guide) == before)
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(program.path)/\(guide)")
    #expect(attributes[.posixPermissions] as? Int == 0o604)
    #expect(try program.run("format", "--check").status == 0)
  }

  @Test func `leaves a file with errors alone`() throws {
    let program = try Program()
    try program.write("# start  no colon", to: "a.guide")
    let ending = try program.run("format", "a.guide", guide)
    #expect(ending.status == 65)
    #expect(ending.errors == "a.guide: has errors; to see them, run `beforehand check`\n")
    #expect(try program.text(of: "a.guide") == "# start  no colon")
  }
}
