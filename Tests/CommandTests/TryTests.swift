import Foundation
import Testing

struct TryTests {
  private let guide = "Content/guides/small.guide"

  private func program() throws -> Program {
    let program = try Program()
    try program.write(SmallGuide.text, to: guide)
    return program
  }

  /// What is shown behind each typed line.
  private func shown(_ output: String, after line: String) throws -> String {
    let start = try #require(output.range(of: "\n> \(line)\n")).upperBound
    let rest = output[start...]
    return String(rest[..<(rest.range(of: "\n> ")?.lowerBound ?? rest.endIndex)])
  }

  @Test func `walks a guide as a patient does, and keeps nothing`() throws {
    let program = try program()
    let ending = try program.run("try", "small", typing: ["yes", "5", "1"])
    #expect(ending.status == 0)
    #expect(ending.output.contains("\nDo you drink tea?\n\n  1  Yes\n  2  No\n"))
    #expect(try shown(ending.output, after: "5").contains("\n== Many cups ==\n"))
    #expect(ending.output.contains("\nHere it ends for the patient."))
    let names = try FileManager.default.subpathsOfDirectory(atPath: program.path)
    #expect(!names.contains { $0.hasSuffix(".sqlite") })
  }

  @Test func `says where it stands, with the line of the file`() throws {
    let ending = try program().run("try", guide, typing: ["no", ":where", "back", ":where"])
    #expect(
      try shown(ending.output, after: ":where")
        == "\n  step small/last, \(guide):26\n  the walk is over\n"
        + "  1 question answered or skipped on the way\n"
    )
    #expect(ending.output.contains("\n  asks small/tea, \(guide):13\n"))
  }

  @Test func `shows every value, and why each condition is as it is`() throws {
    let typed = ["1", ":why", "4", ":values", ":why"]
    let output = try program().run("try", "small", typing: typed).output
    #expect(
      try shown(output, after: ":why") == "\nunder yes of tea: shown\n  tea: yes\n\n"
        + "\(guide):19: when tea is yes or unsure: shown\n  tea: yes\n"
    )
    #expect(try shown(output, after: ":values") == "\n  small/tea: yes\n  small/cups: 4\n")
    #expect(output.contains("\n\(guide):23: when cups is at least 4: shown\n  cups: 4\n"))
    let both = try program().run("try", "bipolar-cautions", typing: ["2", "1", ":why"]).output
    #expect(both.contains(": when time is short: not shown\n"))
    #expect(both.contains(": unless time is short: shown\n"))
  }

  @Test func `sets, forgets and goes`() throws {
    let typed = [
      ":set cups 7", ":set tea cofee", ":set tea yes", ":values", ":set cups 2", ":forget tea",
      ":go many", ":go tea", ":go mny",
    ]
    let output = try program().run("try", "small", typing: typed).output
    #expect(try shown(output, after: ":set cups 7").contains("cups is not asked yet."))
    #expect(try shown(output, after: ":set tea cofee").contains("is not one of the choices"))
    #expect(try shown(output, after: ":set tea yes").contains("\n== Many cups ==\n"))
    #expect(try shown(output, after: ":values") == "\n  small/tea: yes\n  small/cups: 7\n")
    #expect(!(try shown(output, after: ":set cups 2").contains("Many cups")))
    #expect(try shown(output, after: ":forget tea").contains("Do you drink tea?"))
    let going = try shown(output, after: ":go many")
    #expect(going.contains("\nYour answers do not lead there. These do: begin `small`; answer"))
    #expect(going.contains("\n== Many cups ==\n"))
    #expect(try shown(output, after: ":go tea") == "\nThere is no step called tea.\n")
    #expect(try shown(output, after: ":go mny").contains("Did you mean many?"))
  }

  @Test func `shows what the patient reads, and what goes to the lists`() throws {
    let output = try program().run("try", "small", typing: ["yes", ":sides"]).output
    let sides = try shown(output, after: ":sides")
    #expect(sides.contains("\n== The patient reads ==\n"))
    #expect(sides.contains("How many cups a day?"))
    #expect(sides.contains("\n== On the lists ==\n\n  tell: I drink tea.\n"))
  }

  @Test func `writes the walk so far as a transcript that passes`() throws {
    let program = try program()
    let typed = ["1", "9", "back", "3", ":save mine", ":save mine", ":save no/such/folder"]
    let ending = try program.run("try", "small", typing: typed)
    #expect(ending.status == 0)
    let path = "Content/transcripts/mine.transcript"
    #expect(try shown(ending.output, after: ":save mine").contains("Written: \(path)."))
    #expect(ending.output.contains("There is a \(path) already. Choose another name."))
    #expect(ending.output.contains("No file can be made beside"))
    #expect(try program.text(of: path).hasPrefix("guide: small\n\nNo one reads this"))
    #expect(try program.run("test", path).status == 0)
  }

  @Test func `takes no word from the patient`() throws {
    let typed = ["?", " :where", ":help", ":q"]
    let ending = try program().run("try", "small", typing: typed)
    #expect(ending.status == 0)
    #expect(try shown(ending.output, after: "?").contains("quit: leave"))
    #expect(try shown(ending.output, after: "?").contains(":go STEP goes to a step"))
    #expect(!(try shown(ending.output, after: " :where").contains("small.guide")))
    #expect(try shown(ending.output, after: ":help").contains("There is no :help."))
    #expect(!ending.output.contains("input has ended"))
  }

  @Test func `says when there is nothing to try`() throws {
    let program = try program()
    let ending = try program.run("try", "smal")
    #expect(ending.status == 66)
    #expect(ending.errors.contains("Did you mean small?"))
    try program.change("# last:", to: "# first:", in: guide)
    #expect(try program.run("try", "small").status == 65)
  }
}
