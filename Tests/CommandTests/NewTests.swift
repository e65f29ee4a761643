import Foundation
import TestSupport
import Testing

struct NewTests {
  private let teaching = [
    "new", "--title", "A day at the eye clinic", "--for", "adults with a visit", "--about",
    "What happens at the eye clinic.",
  ]
  private let guide = "Content/guides/a-day-at-the-eye-clinic.guide"

  @Test func `a new guide passes every check and test, and is walked`() throws {
    let program = try Program()
    let ending = try program.run(teaching)
    #expect(ending.status == 0, "\(ending.output)\(ending.errors)")
    #expect(ending.output.contains("wrote  \(guide)\n"))
    let check = try program.run("check")
    #expect(check.status == 0)
    #expect(check.output.contains(": no problems found."))
    #expect(try program.run("format", "--check", "Content").status == 0)
    let tests = try FileManager.default.contentsOfDirectory(
      atPath: "\(program.path)/Content/transcripts"
    ).filter { $0.hasPrefix("a-day-at-the-eye-clinic") }
    #expect(tests.count >= 2)
    let test = try program.run(["test", guide] + tests.map { "Content/transcripts/\($0)" })
    #expect(test.status == 0, "\(test.output)")
    let walk = try program.run(
      "a-day-at-the-eye-clinic",
      "--keep-nothing",
      typing: ["2", "1", "1", "1", "1"]
    )
    #expect(walk.status == 0)
    #expect(walk.output.contains("I have a worry that I would like to talk about."))
    #expect(try program.run("test", "--coverage", guide).output.contains("no test") == false)
  }

  @Test func `a decision aid too, each choice in every row`() throws {
    let program = try Program()
    let ending = try program.run(
      [
        "new", "--title", "Drops or not", "--for", "adults", "--about", "Two ways.",
        "--decision-aid",
      ]
        + ["--condition", "Dry eyes", "--decision", "Should I take drops?"]
        + ["--choice", "Drops", "--choice", "Drops!", "--choice", "\u{6c34}"]
    )
    #expect(ending.status == 0, "\(ending.output)\(ending.errors)")
    let text = try program.text(of: "Content/guides/drops-or-not.guide")
    for line in [
      "option drops: Drops\n", "option choice-2: Drops!\n", "option choice-3: \u{6c34}\n",
    ] {
      #expect(text.contains(line))
    }
    #expect(try program.run("check").status == 0)
    #expect(try program.run("test", "Content/guides/drops-or-not.guide").status == 0)
  }

  @Test func `what was answered is not lost if the questions end early`() throws {
    let program = try Program(plainFolder)
    let typed = ["Eye drops", "", "adults with 'dry' eyes", "50% get better", "50%", "Half: 50%"]
    let ending = try program.run("new", typing: typed)
    #expect(ending.status == 64)
    let command =
      "beforehand new --title 'Eye drops' --name eye-drops --for 'adults with '\\''dry'\\'' eyes'"
    #expect(ending.errors.hasSuffix("To continue with your answers so far:\n  \(command)\n"))
    let nothing = try program.run("new", typing: [])
    #expect(!nothing.errors.contains("To continue"))
  }

  @Test func `asks for what is not given, one line each`() throws {
    let program = try Program(plainFolder)
    let answers = ["", "Eye drops", "", "adults", "50% get better", "Two ways.", "2", "Dry eyes"]
    let ending = try program.run(
      "new",
      typing: answers + ["Drops", "Should I take drops?", "Drops", "A wait"]
    )
    #expect(ending.status == 0, "\(ending.output)\(ending.errors)")
    #expect(ending.output.contains("Type a few words."))
    #expect(ending.output.contains("this chance is written in prose"))
    #expect(ending.output.contains("Press Enter for eye-drops."))
    let text = try program.text(of: "Content/guides/eye-drops.guide")
    #expect(text.contains("option a-wait: A wait\n"))
    // Where the house has no claim to say it with, help is named all the same.
    #expect(text.contains("Need help now? Type **help** at any time.\n"))
    #expect(try program.run("check").status == 0)
  }

  @Test func `nothing is written over, and nothing half`() throws {
    let program = try Program(plainFolder)
    #expect(try program.run("new", typing: ["Eye drops", "", "adults"]).status == 64)
    #expect(try program.run(teaching + ["--name", "visit"]).status == 64)
    #expect(try program.run(teaching + ["--name", "check"]).status == 64)
    #expect(try program.run(teaching + ["--name", "../out"]).status == 64)
    #expect(try program.run(teaching + ["--choice", "A"]).status == 64)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: "\(program.path)/Content/guides"
    )
    #expect(names == ["visit.guide"])
    if isSuperuser { #expect(try program.run(teaching, asNobody: true).status == 73) }
    try program.change("Bring", to: "Bring [@nothing]", in: "Content/guides/visit.guide")
    #expect(try program.run(teaching + ["--name", "other"]).status == 65)
    #expect(!FileManager.default.fileExists(atPath: "\(program.path)/Content/guides/other.guide"))
  }
}
