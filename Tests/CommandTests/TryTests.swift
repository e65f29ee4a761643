import Foundation
import TestSupport
import Testing

/// The preview at the end of a pipe; what it shows is tested with `Authoring`.
struct TryTests {
  private let guide = "Content/guides/small.guide"

  private func program() throws -> Program {
    var folder = plainFolder
    folder["house.guide"] += "\n  => small\n"
    folder["guides/small.guide"] = SmallGuide.text
    return try Program(folder)
  }

  @Test func `walks a guide as a patient does, and keeps nothing`() throws {
    let program = try program()
    let ending = try program.run("try", "small", typing: ["yes", "5", "1"])
    #expect(ending.status == 0)
    #expect(ending.output.contains("\nDo you drink tea?\n\n  1  Yes\n  2  No\n"))
    #expect(ending.output.contains("\n> 5\n\n== Many cups ==\n"))
    #expect(ending.output.contains("\nThe session ends here for the patient."))
    let names = try FileManager.default.subpathsOfDirectory(atPath: program.path)
    #expect(!names.contains { $0.hasSuffix(".sqlite") })
  }

  @Test func `the author's lines are echoed once, as any other`() throws {
    let ending = try program().run("try", guide, typing: ["no", ":where", ":q"])
    #expect(ending.status == 0)
    #expect(ending.output.contains("\n> :where\n\n  step small/last, \(guide):26\n"))
    #expect(ending.output.components(separatedBy: "> :where").count == 2)
    #expect(!ending.output.contains("input has ended"))
  }

  @Test func `says why a transcript could not be written`() throws {
    let ending = try program().run("try", "small", typing: [":save no/such/folder"])
    #expect(ending.status == 0)
    #expect(ending.output.contains("No file can be created next to"))
  }

  @Test func `says when there is nothing to try`() throws {
    let program = try program()
    let ending = try program.run("try", "smal")
    #expect(ending.status == 66)
    #expect(ending.errors == "There is no guide called `smal`. Did you mean `small`?\n")
    try program.change("# last:", to: "# first:", in: guide)
    #expect(try program.run("try", "small").status == 65)
  }
}
