import Foundation
import Testing

struct CheckTests {
  private let guide = "Content/guides/what-to-expect.guide"

  @Test func `finds no problem in the content`() throws {
    let ending = try Program().run("check")
    #expect(ending.status == 0)
    #expect(ending.errors == "")
    let summary =
      #/\d+ guides, \d+ claims, \d+ figures, \d+ sources: no problems found\. No guide is\s+signed\s+yet\.\n/#
    #expect(ending.output.wholeMatch(of: summary) != nil)
  }

  @Test func `shows each problem and fails`() throws {
    let program = try Program()
    try program.change("\nwhen time is short:", to: "\nwhn time is short:", in: guide)
    try program.change("[@ride-home]", to: "[@ride-hom]", in: guide)
    let ending = try program.run("check")
    #expect(ending.status == 65)
    #expect(ending.output.contains("error[misspelt-mark]: `whn` looks like a misspelled `when`\n"))
    #expect(ending.output.contains("^^^ did you mean `when`?\n"))
    #expect(
      ending.output.hasSuffix(
        "\n\n2 errors in 1 file. 1 fix can be applied with --fix. Closed until their errors\n"
          + "are fixed, and not tried: what-to-expect.\n"
      )
    )
    #expect(!ending.output.contains("\u{1B}"))
  }

  @Test func `writes a line a problem for editors`() throws {
    let program = try Program()
    #expect(try program.run("check", "--format", "line").output == "")
    try program.change("[@ride-home]", to: "[@ride-hom]", in: guide)
    let ending = try program.run("check", "--format", "line")
    #expect(ending.status == 65)
    let line = #/Content/guides/what-to-expect\.guide:\d+:\d+: error: .* \[unknown-claim\]\n/#
    #expect(ending.output.wholeMatch(of: line) != nil)
  }

  @Test func `fixes what is certain, and says so`() throws {
    let program = try Program()
    let before = try program.text(of: guide)
    try program.change("\nwhen time is short:", to: "\nwhn time is short:", in: guide)
    let ending = try program.run("check", "--fix")
    #expect(ending.status == 0)
    #expect(ending.output.contains(": fixed: change it to `when`\n"))
    #expect(ending.output.contains(": no problems found. "))
    #expect(try program.text(of: guide) == before)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: "\(program.path)/Content/guides"
    )
    #expect(!names.contains { $0.hasPrefix(".") })
  }

  @Test func `fixes before it writes for programs`() throws {
    let program = try Program()
    try program.change("\nwhen time is short:", to: "\nwhn time is short:", in: guide)
    let ending = try program.run("check", "--fix", "--json")
    #expect(ending.output == "[]\n")
    #expect(ending.errors.contains(": fixed: change it to `when`\n"))
  }

  @Test func `a source is never guessed`() throws {
    let program = try Program()
    try program.change("[@ride-home]", to: "[@ride-hom]", in: guide)
    let broken = try program.text(of: guide)
    let ending = try program.run("check", "--fix")
    #expect(ending.status == 65)
    #expect(ending.output.contains("did you mean `ride-home`?"))
    #expect(try program.text(of: guide) == broken)
  }

  @Test func `does not fail over a warning`() throws {
    let program = try Program()
    try program.write("", to: "Content/guides/notes.txt")
    let ending = try program.run("check")
    #expect(ending.status == 0)
    #expect(ending.output.hasPrefix("warning[file-not-read]"))
    #expect(ending.output.hasSuffix("1 warning in 1 file.\n"))
  }

  @Test func `warns on the day something is due`() throws {
    let program = try Program()
    let claims = "Content/evidence/claims.guide"
    // A rule that has ended is an error; what is only due is not.
    let day = ["BEFOREHAND_TODAY": "2099-01-01"]
    let text = try program.text(of: claims)
    let place = try #require(text.firstRange(of: "\nclaim telehealth-rule: ")).upperBound
    let line = try #require(text[place...].firstRange(of: "\n")).lowerBound
    try program.write(text[..<line] + "\n  ends: 2026-12-31" + text[line...], to: claims)
    #expect(try program.run("check", environment: day).output.contains("error[claim-has-ended]"))
    try program.write(text, to: claims)
    let ending = try program.run("check", environment: day)
    #expect(ending.status == 0)
    #expect(ending.output.contains("warning[review-is-due]"))
    #expect(try program.run("check", environment: ["BEFOREHAND_TODAY": "soon"]).status == 78)
  }

  @Test func `checks a lone guide against the content's evidence`() throws {
    let program = try Program()
    let text = try program.text(of: guide)
    try program.write(text, to: "what-to-expect.guide")
    #expect(try program.run("check", "what-to-expect.guide").status == 0)
    try program.change("[@ride-home]", to: "[@ride-hom]", in: "what-to-expect.guide")
    let ending = try program.run("check", "--format", "line", "what-to-expect.guide")
    #expect(ending.status == 65)
    #expect(ending.output.hasPrefix("what-to-expect.guide:"))
    #expect(try program.run("check").status == 0)
  }

  @Test func `says nothing of problems in files that were not named`() throws {
    let program = try Program()
    try program.change("[@ride-home]", to: "[@ride-hom]", in: guide)
    let ending = try program.run("check", "Content/guides/get-help-now.guide")
    #expect(ending.status == 0)
    let output = ending.output.replacing("\n", with: " ")
    #expect(
      output.contains(
        ": no problems found here. Closed until their errors are fixed, and not tried: "
          + "what-to-expect. The rest of the content has 1 error. "
          + "For details, run `check` without naming a file."
      )
    )
  }

  @Test func `checks the folders that are named`() throws {
    let program = try Program(withContent: false)
    let other = try Program()
    #expect(try program.run("check", "\(other.path)/Content").status == 0)
    #expect(try program.run("check", "--content", "\(other.path)/Content").status == 0)
    let environment = ["BEFOREHAND_CONTENT": "\(other.path)/Content"]
    #expect(try program.run("check", environment: environment).status == 0)
  }

  @Test(arguments: [
    ["check", "nope.guide"], ["check", "--content", "nope"], ["check", "/dev/null"],
    ["check", "."], ["format", "nope.guide"], ["check"],
  ])
  func `says that a file does not exist`(_ arguments: [String]) throws {
    let program = try Program(withContent: false)
    let ending = try program.run(arguments)
    #expect(ending.status == 66)
    #expect(ending.output == "")
    #expect(ending.errors.contains("`"))
  }

  @Test(arguments: [["check", "--nope"], ["check", "--format", "nope"], ["--nope"], ["a", "b"]])
  func `says how it is used`(_ arguments: [String]) throws {
    let ending = try Program().run(arguments)
    #expect(ending.status == 64)
    #expect(ending.errors.contains("Usage: beforehand"))
  }
}
