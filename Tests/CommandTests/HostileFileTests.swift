import Foundation
import Testing

struct HostileFileTests {
  private let guide = "Content/guides/what-to-expect.guide"

  @Test(.enabled(if: isSuperuser, "only the superuser can become nobody"))
  func `says which file may not be read`() throws {
    let program = try Program()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o000],
      ofItemAtPath: "\(program.path)/\(guide)"
    )
    let ending = try program.run("check", asNobody: true)
    #expect(ending.status == 65)
    #expect(ending.output.contains("error[unreadable-file]"))
    #expect(ending.output.contains("--> \(guide):1:1"))
    let alone = try program.run("check", guide, asNobody: true)
    #expect(alone.status == 66)
    #expect(alone.errors.contains("Permission denied"))
  }

  @Test(.enabled(if: isSuperuser, "only the superuser can become nobody"))
  func `changes nothing where nothing may be changed`() throws {
    let program = try Program()
    try program.change("\nwhen time is short:", to: "\nwhn time is short:", in: guide)
    let before = try program.text(of: guide)
    let ending = try program.run("check", "--fix", asNobody: true)
    #expect(ending.status == 73)
    #expect(ending.errors.contains("Permission denied"))
    #expect(try program.text(of: guide) == before)
  }

  @Test func `follows no link out of the folder`() throws {
    let program = try Program()
    let place = "\(program.path)/\(guide)"
    try FileManager.default.moveItem(atPath: place, toPath: "\(program.path)/moved.guide")
    try FileManager.default.createSymbolicLink(
      atPath: place,
      withDestinationPath: "\(program.path)/moved.guide"
    )
    let ending = try program.run("check")
    #expect(ending.status == 65)
    #expect(ending.output.contains("error[link-in-content]"))
    #expect(ending.output.contains("--> \(guide):1:1"))
  }

  @Test func `says why the house file cannot be used`() throws {
    let program = try Program()
    try FileManager.default.moveItem(
      atPath: "\(program.path)/Content/house.guide",
      toPath: "\(program.path)/house.guide"
    )
    try FileManager.default.createSymbolicLink(
      atPath: "\(program.path)/Content/house.guide",
      withDestinationPath: "../house.guide"
    )
    let ending = try program.run("check", "--format", "line")
    #expect(ending.status == 65)
    #expect(ending.output.hasPrefix("Content/house.guide:1:1: error: this is a link"))
  }

  @Test func `takes no file that is too large`() throws {
    let program = try Program()
    let file = try FileHandle(forWritingTo: URL(filePath: "\(program.path)/\(guide)"))
    try file.truncate(atOffset: 1 << 40)
    try file.close()
    let ending = try program.run("check")
    #expect(ending.status == 65)
    #expect(ending.output.contains("error[oversize-file]"))
  }

  @Test func `says where a file is not UTF-8`() throws {
    let program = try Program()
    let url = URL(filePath: "\(program.path)/\(guide)")
    var bytes = try Data(contentsOf: url)
    bytes[40] = 0xFF
    try bytes.write(to: url)
    let ending = try program.run("check", "--format", "line")
    #expect(ending.status == 65)
    #expect(ending.output.contains("\(guide):1:41: error: "))
    #expect(ending.output.contains("[not-text]"))
  }

  @Test func `says where the sources are not JSON`() throws {
    let program = try Program()
    try program.write("[\n  {\"id\": }\n]", to: "Content/evidence/sources.json")
    let ending = try program.run("check", "--format", "line")
    #expect(ending.status == 65)
    #expect(
      ending.output == "Content/evidence/sources.json:2:10: error: this is not JSON [json-shape]\n"
    )
  }

  @Test func `lets nothing in a name reach the terminal`() throws {
    let program = try Program()
    try program.write("", to: "Content/guides/a\u{1B}[2Jb.guide")
    for format in ["text", "line"] {
      let ending = try program.run("check", "--format", format)
      #expect(ending.status == 65)
      #expect(ending.output.contains("a␛[2Jb.guide"))
      #expect(!ending.output.contains("\u{1B}"))
    }
    let missing = try program.run("check", "a\u{1B}[2Jb")
    #expect(missing.errors == "There is no `a␛[2Jb`.\n")
  }
}
