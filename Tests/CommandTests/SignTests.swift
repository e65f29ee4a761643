import Foundation
import TestSupport
import Testing

struct SignTests {
  private let sign = ["sign", "visit", "--name", "Jane Roe", "--role", "psychiatrist"]

  /// The plain folder, its guide as patients read it, and another guide that rests on another claim.
  private func program() throws -> Program {
    var folder = plainFolder
    let header = """
      kind: education
      for: adults
      reviewed: 2026-11-21
      review-by: 2027-05-21
      update-policy: Read again every six months.
      author: not yet reviewed by a clinician
      funding: none
      """
    folder["guides/visit.guide"] =
      "title: A visit\n\(header)\n\n# start: Welcome\nBring someone with you. [@drive-1]\n\n? bipolar\n"
    folder["guides/other.guide"] =
      "title: Other\n\(header)\n\n# start: Other\nOther words. [@other-1]\n"
    folder["evidence/claims.guide"] += """

      claim other-1: Something else.
        about: driving
        source: a-study
        certainty: low
        verified: 2026-11-21
      """
    folder["glossary.guide"] = """
      title: Words
      kind: glossary

      term someone: A person you trust.
      term upkeep: Later visits.
      """
    return try Program(folder)
  }

  private func signed() throws -> Program {
    let program = try program()
    let ending = try program.run(sign)
    #expect(ending.status == 0, "\(ending.errors)")
    return program
  }

  /// What somebody reads who opens a guide and stops.
  private func read(_ guide: String, _ program: Program) throws -> String {
    let walk = try program.run(guide, "--keep-nothing", typing: ["stop here"])
    #expect(walk.status == 0)
    return walk.output.split(separator: "\n").joined(separator: " ")
  }

  @Test func `records who signed what, and patients are told`() throws {
    let program = try signed()
    let record = try program.text(of: "Content/signatures.guide")
    #expect(
      record.contains("\nsignature visit: Jane Roe\n  role: psychiatrist\n  date: 2026-11-28\n")
    )
    #expect(try program.run("format", "--check", "Content/signatures.guide").status == 0)
    let check = try program.run("check")
    #expect(check.status == 0)
    #expect(check.output.hasSuffix("no problems found. Not signed yet:\nother.\n"))
    let logic = try program.run("logic", "visit")
    #expect(
      logic.output.contains(
        "\nSigned by                     Jane Roe, psychiatrist, on 2026-11-28\n"
      )
    )
    #expect(
      try read("visit", program)
        .contains("Reviewed by Jane Roe, psychiatrist, on November 28, 2026.")
    )
    #expect(try read("other", program).contains("No clinician has reviewed it yet."))
  }

  @Test(arguments: [
    ("guides/visit.guide", "Bring someone", "Take someone", "the guide itself"),
    ("evidence/claims.guide", "Ketamine slows", "Ketamine speeds", "the evidence it uses"),
    ("house.guide", "Have you", "Had you", "what it uses from the house or the glossary"),
    ("glossary.guide", "you trust", "you know", "what it uses from the house or the glossary"),
  ])
  func `counts no longer once the text has changed`(
    file: String,
    old: String,
    new: String,
    part: String
  ) throws {
    let program = try signed()
    try program.change(old, to: new, in: "Content/\(file)")
    let check = try program.run("check")
    #expect(check.status == 0, "\(check.output)")
    #expect(check.output.contains("warning[signature-is-outdated]"))
    #expect(check.output.contains("changed since then: \(part)\n"))
    #expect(try read("visit", program).contains("No clinician has reviewed it yet."))
    // Signed again, the old record makes room.
    #expect(try program.run(sign).status == 0)
    #expect(!(try program.run("check").output.contains("warning")))
    let record = try program.text(of: "Content/signatures.guide")
    #expect(record.components(separatedBy: "Jane").count == 2)
  }

  @Test func `still counts after changes to text that its guide does not show`() throws {
    let program = try signed()
    try program.change("Other words", to: "More words", in: "Content/guides/other.guide")
    try program.change("Something else", to: "Something", in: "Content/evidence/claims.guide")
    try program.change("Later visits", to: "Visits", in: "Content/glossary.guide")
    try program.change("Beforehand", to: "Before", in: "Content/house.guide")
    let check = try program.run("check")
    #expect(check.output.hasSuffix("no problems found. Not signed yet:\nother.\n"))
  }

  @Test func `asks for what is not given`() throws {
    let program = try program()
    let left = try program.run("sign", "visit", typing: ["Jane Roe", "psychiatrist", "no"])
    #expect(left.status == 64)
    #expect(try program.run("sign", "visit", typing: ["Jane Roe"]).status == 64)
    #expect(!FileManager.default.fileExists(atPath: "\(program.path)/Content/signatures.guide"))
    let ending = try program.run("sign", "visit", typing: ["Jane Roe", "", "psychiatrist", "yes"])
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(
      ending.output.contains("A name or a role must be on one line, with 1 to 200 characters.")
    )
    #expect(
      try program.text(of: "Content/signatures.guide")
        .contains("signature visit: Jane Roe\n  role: psychiatrist\n  date: 2026-11-28\n")
    )
  }

  @Test func `bears the day on the paper`() throws {
    let program = try program()
    #expect(try program.run(sign + ["--date", "2026-11-27"]).status == 0)
    #expect(try program.text(of: "Content/signatures.guide").contains("date: 2026-11-27"))
    #expect(try program.run(sign + ["--date", "2026-11-29"]).status == 64)
    #expect(try program.run(sign + ["--date", "today"]).status == 64)
  }

  @Test func `several people can sign`() throws {
    let program = try signed()
    #expect(try program.run("sign", "visit", "--name", "Ana", "--role", "nurse").status == 0)
    let logic = try program.run("logic", "visit")
    #expect(logic.output.contains("\nSigned by                     Jane Roe, psychiatrist"))
    #expect(logic.output.contains("\nSigned by                     Ana, nurse"))
  }

  @Test func `refuses what cannot be signed`() throws {
    let program = try program()
    #expect(try program.run("sign", "nothing", "--name", "A", "--role", "B").status == 66)
    #expect(try program.run("sign", "house", "--name", "A", "--role", "B").status == 64)
    #expect(try program.run("sign", "visit", "--name", "A\nB", "--role", "B").status == 64)
    #expect(try program.run("sign", "visit", "--name", "", "--role", "B").status == 64)
    #expect(try program.run("sign", "visit", "--name", "A").status == 64)
    try program.change("[@drive-1]", to: "[@nothing]", in: "Content/guides/visit.guide")
    #expect(try program.run(sign).status == 65)
    #expect(!FileManager.default.fileExists(atPath: "\(program.path)/Content/signatures.guide"))
  }
}
