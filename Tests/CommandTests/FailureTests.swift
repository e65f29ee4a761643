import Foundation
import TestSupport
import Testing

/// In which words and by which code a command ends that could not do its work.
struct FailureTests {
  private let small: Program

  /// A program with a guide whose promise is broken.
  init() throws {
    var folder = plainFolder
    folder["house.guide"] += "\n  => small\n"
    folder["guides/small.guide"] = SmallGuide.text + "\npromise: see many before end\n"
    small = try Program(folder)
  }

  @Test func `a folder that cannot be made is named`() throws {
    try small.write("", to: "Content/transcripts")
    let ending = try small.run("check", "--save")
    #expect(ending.status == 73)
    #expect(ending.errors == "The folder `Content/transcripts` could not be created.\n")
  }

  @Test func `of two files in one place, one is named`() throws {
    for folder in ["one", "two"] {
      try FileManager.default.createDirectory(
        atPath: "\(small.path)/\(folder)",
        withIntermediateDirectories: true
      )
      try small.write("title: A \(folder)\nkind: form\n", to: "\(folder)/visit.guide")
    }
    let ending = try small.run("check", "one/visit.guide", "two/visit.guide")
    #expect(ending.status == 64)
    let message = "Two files belong in the same place; `one/visit.guide` is one.\n"
    #expect(ending.errors == message)
  }

  @Test func `a day to come, and the house, are not signed`() throws {
    let sign = ["sign", "--name", "A", "--role", "B"]
    let tomorrow = try small.run(sign + ["small", "--date", "2026-11-29"])
    #expect(tomorrow.status == 64 && tomorrow.errors == "2026-11-29 is in the future.\n")
    let house = try small.run(sign + ["house"])
    #expect(house.status == 64)
    #expect(house.errors.hasPrefix("`house` cannot be signed."))
    let broken = try small.run(sign + ["small"])
    #expect(broken.status == 65)
    #expect(broken.errors == "The content has errors. To see them, run `beforehand check`.\n")
  }

  @Test func `what was given for a new guide and will not do is named by its option`() throws {
    let new = ["new", "--title", "A", "--for", "adults", "--about", "B."]
    let taken = try small.run(new + ["--name", "visit"])
    #expect(taken.status == 64)
    #expect(taken.errors == "--name: A guide with that name already exists.\n")
    let aid = new + ["--decision-aid", "--condition", "C", "--decision", "D?", "--choice", ""]
    #expect(try small.run(aid).errors == "--choice: Type a few words.\n")
  }

  @Test func `an unknown guide or problem comes with similar names`() throws {
    let guide = try small.run("logic", "smal")
    #expect(guide.status == 66)
    #expect(guide.errors == "There is no guide called `smal`. Did you mean `small`?\n")
    let problem = try small.run("explain", "unknown-clam")
    #expect(problem.status == 66)
    #expect(
      problem.errors.hasPrefix(
        "There is no problem called `unknown-clam`. Did you mean `unknown-claim`"
      )
    )
    #expect(problem.errors.hasSuffix("`beforehand explain` lists them all.\n"))
  }
}
