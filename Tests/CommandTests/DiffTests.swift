import Foundation
import TestSupport
import Testing

struct DiffTests {
  private func program() throws -> Program {
    var folder = plainFolder
    folder["guides/visit.guide"] = """
      title: A visit
      kind: form

      # start: Welcome
      ? bipolar

      unless bipolar is no:
        Tell your team. [@drive-1]
      """
    return try Program(folder)
  }

  private let told = """
    == visit ==

    Who reads something different
      - A person who answers “I am not sure” to “Have you ever had bipolar
        disorder?”, and skips the rest, no longer sees: claim *drive-1*, subject
        *driving*

    (Everyone was compared, whatever they answer and open, in the order of the
    guide, and whatever they have gone through before.)

    """

  private let nothing = "Nothing that a person reads has changed.\n"

  @Test func `two files of one guide, or a file and the folder, are compared`() throws {
    let program = try program()
    try program.write(try program.text(of: "Content/guides/visit.guide"), to: "old.guide")
    try program.write(try program.text(of: "Content/guides/visit.guide"), to: "visit.guide")
    try program.change("no:", to: "no or unsure:", in: "Content/guides/visit.guide")
    let ending = try program.run("diff", "old.guide", "Content/guides/visit.guide")
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(ending.output == told)
    #expect(try program.run("diff", "visit.guide").output == told)
    #expect(try program.run("diff", "Content", "Content").output == nothing)
  }

  @Test func `writes what its schema says`() throws {
    let program = try program()
    try program.write(try program.text(of: "Content/guides/visit.guide"), to: "visit.guide")
    let schema = try Schema(at: "Sources/beforehand/Schemas/diff.schema.json")
    let same = try program.run("diff", "Content", "--json")
    #expect(same.output == #"{"house":[],"guides":[]}"# + "\n")
    try program.change("no:", to: "no or unsure:", in: "Content/guides/visit.guide")
    let ending = try program.run("diff", "visit.guide", "--json")
    let written = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
    #expect(schema.problems(with: written) == [])
    #expect(ending.output.contains(#""isExact":true"#))
    #expect(ending.output.contains("no longer sees: claim *drive-1*"))
    // A schema that allows everything would also be kept.
    #expect(schema.problems(with: ["house": [], "guides": [["name": "visit"]]]) != [])
  }

  @Test func `a guide that is new, or gone, is named`() throws {
    let program = try program()
    try FileManager.default.copyItem(
      atPath: "\(program.path)/Content",
      toPath: "\(program.path)/New"
    )
    try program.write(
      try program.text(of: "Content/guides/visit.guide"),
      to: "New/guides/other.guide"
    )
    try program.change("=> visit", to: "=> visit\n  => other", in: "New/house.guide")
    #expect(try program.run("diff", "Content", "New").output == "other: a new guide\n")
    #expect(try program.run("diff", "New").output == "other: no longer there\n")
    #expect(try program.run("diff", "New", "--guide", "visit").output == nothing)
    let unknown = try program.run("diff", "New", "--guide", "visi")
    #expect(unknown.status == 66)
    #expect(unknown.errors.contains("Did you mean `visit`?"))
  }

  @Test func `what changes because of another guide, or for every guide, is told`() throws {
    var folder = plainFolder
    folder["house.guide"].append("\n  => other\n")
    folder["guides/other.guide"] = """
      title: Other
      kind: form

      # words: Other
      Bring something to read. [@drive-1]

      """
    folder["guides/visit.guide"] = """
      title: A visit
      kind: form

      # start: Welcome
      unless seen driving:
        Do not drive today. [@drive-1]

      Bring someone with you.

      """
    let program = try Program(folder)
    try FileManager.default.moveItem(
      atPath: "\(program.path)/Content",
      toPath: "\(program.path)/Old"
    )
    try FileManager.default.copyItem(atPath: "\(program.path)/Old", toPath: "\(program.path)/New")
    try program.change("read. [@drive-1]", to: "read.", in: "New/guides/other.guide")
    try program.change("title: Beforehand", to: "title: Ahead", in: "New/house.guide")
    let ending = try program.run("diff", "Old", "New")
    #expect(ending.status == 0, "\(ending.errors)")
    let text = ending.output
    #expect(
      text.contains("== Every guide ==\n\nAround the guides\n  - title: [-Beforehand-] {+Ahead+}")
    )
    #expect(
      text.contains(
        """
        == visit ==

        Who reads something different
          - A person who has gone through “Other” before and has read about driving
            before, and skips every question, now sees: claim *drive-1*, subject
            *driving*
        """
      ),
      "\(text)"
    )
    try program.change("title: A visit", to: "title: The visit", in: "New/guides/visit.guide")
    let titled = try program.run("diff", "Old", "New", "--guide", "visit").output
    #expect(titled.contains("About the guide\n  - title: [-A-] {+The+} visit"))
  }

  @Test func `the content folder is compared with itself at a revision`() throws {
    let program = try program()
    let outside = try program.run("diff", "HEAD")
    #expect(outside.status == 66)
    #expect(
      outside.errors.contains(
        "`HEAD` is not a file or a folder. It cannot be a revision, because `Content` is"
      )
    )
    for arguments in [
      ["init", "-q"], ["add", "Content"],
      ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "A"],
    ] {
      let git = Process()
      git.executableURL = URL(filePath: "/usr/bin/git")
      git.arguments = ["-C", program.path] + arguments
      try git.run()
      git.waitUntilExit()
      #expect(git.terminationStatus == 0)
    }
    #expect(try program.run("diff", "HEAD").output == nothing)
    #expect(try program.run("diff", "HEAD", "HEAD").output == nothing)
    try program.change("no:", to: "no or unsure:", in: "Content/guides/visit.guide")
    let ending = try program.run("diff", "HEAD")
    #expect(ending.output == told, "\(ending.errors)")
    let unknown = try program.run("diff", "nowhere")
    #expect(unknown.status == 66)
    #expect(unknown.errors == "`nowhere` is not a file, a folder, or a revision that git knows.\n")
    // No option of git's can be slipped in.
    #expect(try program.run("diff", "--", "--output=x").status == 66)
    #expect(try program.run("diff", "HEAD", environment: ["PATH": "/nowhere"]).status == 78)
  }

  @Test func `says how it is used, and what cannot be compared`() throws {
    let program = try program()
    #expect(try program.run("diff").status == 64)
    #expect(try program.run("diff", "nowhere.guide").status == 66)
    try program.write("# start  no colon", to: "visit.guide")
    let broken = try program.run("diff", "visit.guide")
    #expect(broken.status == 65)
    #expect(broken.errors.contains("so it cannot be compared. The first is at visit.guide:1:"))
  }
}
