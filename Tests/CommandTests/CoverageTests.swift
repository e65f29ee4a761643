import Foundation
import TestSupport
import Testing

/// What is printed, and by which code the command ends; what is covered is tested with `Authoring`.
struct CoverageTests {
  private let guide = "Content/guides/small.guide"

  private func program(_ example: String = "") throws -> Program {
    var folder = plainFolder
    folder["house.guide"] += "\n  => small\n"
    folder["guides/small.guide"] = SmallGuide.text + example
    return try Program(folder)
  }

  @Test func `lists what no test covers, with counts, and runs nothing`() throws {
    let ending = try program().run("test", "--coverage", guide)
    #expect(ending.status == 0)
    let start = """
      small: 0 of 3 steps, 0 of 6 options, 0 of 4 conditions
        \(guide):11: no test reaches `first`

      """
    #expect(ending.output.hasPrefix(start))
    #expect(ending.output.hasSuffix("\n\n0 of 13 covered\n"))
    #expect(!ending.output.contains("passed"))
    #expect(try program().run("test", "--coverage", "--record").status == 64)
  }

  @Test func `a content folder can be named instead of files, and only alone`() throws {
    let program = try program("\nexample: many\n  tea is yes\n  cups is 5\n  sees many\n")
    let ending = try program.run("test", "Content")
    #expect(ending.status == 0)
    #expect(ending.output == "passed  small: many\n\n1 passed, 0 failed\n")
    #expect(ending.output == (try program.run("test").output))
    let mixed = try program.run("test", "Content", guide)
    #expect(mixed.status == 64)
    #expect(mixed.errors.contains("`Content` is a folder. Name a folder by itself."))
  }

  @Test func `writes transcripts for what is missing, and fails so that they are read`() throws {
    let program = try program()
    let ending = try program.run("test", "--write-missing", guide)
    #expect(ending.status == 65)
    let path = "Content/transcripts/small-covers-first.transcript"
    #expect(ending.output.hasPrefix("wrote  \(path)\n"))
    #expect(ending.output.contains("\n\nRead them before you keep them"))
    #expect(try program.run("test", path).status == 0)
    let second = try program.run("test", "--write-missing", guide)
    #expect(second.output == "Nothing is missing.\n")
    #expect(second.status == 0)
  }

  @Test func `says what no conversation covers`() throws {
    let program = try program()
    try program.change("=> many when cups is at least 4", to: "=> many when seen first", in: guide)
    let line = "\(guide):23: no conversation makes `seen first` false\n"
    #expect(try program.run("test", "--write-missing", guide).output.contains(line))
  }
}
