import Foundation
import Testing

struct CoverageTests {
  private let guide = "Content/guides/small.guide"

  /// A program whose content has one more guide, and no transcript.
  private func program(_ example: String = "") throws -> Program {
    let program = try Program()
    try FileManager.default.removeItem(atPath: "\(program.path)/Content/transcripts")
    try program.write(SmallGuide.text + example, to: guide)
    return program
  }

  @Test func `lists what no test takes, with counts`() throws {
    let program = try program()
    let ending = try program.run("test", "--coverage", guide)
    #expect(ending.status == 0)
    #expect(
      ending.output == """
        small: 0 of 3 steps, 0 of 6 options, 0 of 4 conditions
          Content/guides/small.guide:11: no test comes to `first`
          Content/guides/small.guide:14: no test answers `tea` with `yes`
          Content/guides/small.guide:16: no test answers `tea` with `no`
          Content/guides/small.guide:17: no test answers `tea` with `unsure`
          Content/guides/small.guide:13: no test skips `tea`
          Content/guides/small.guide:19: no test finds that `tea is yes or unsure`
          Content/guides/small.guide:19: no test finds otherwise than `tea is yes or unsure`
          Content/guides/small.guide:20: no test answers `cups`
          Content/guides/small.guide:20: no test skips `cups`
          Content/guides/small.guide:23: no test finds that `cups is at least 4`
          Content/guides/small.guide:23: no test finds otherwise than `cups is at least 4`
          Content/guides/small.guide:26: no test comes to `last`
          Content/guides/small.guide:29: no test comes to `many`

        0 of 13 taken

        """
    )
  }

  @Test func `nothing in the guides that patients read is left untested`() throws {
    let lines = try Program().run("test", "--coverage").output.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("  ") } == [])
    #expect(lines.last?.hasSuffix(" taken") == true)
  }

  @Test func `a content folder can be named instead of files, and only alone`() throws {
    let program = try program("\nexample: many\n  tea is yes\n  cups is 5\n  sees many\n")
    let ending = try program.run("test", "Content")
    #expect(ending.status == 0)
    #expect(ending.output.contains("passed  small: many\n"))
    #expect(ending.output == (try program.run("test").output))
    let mixed = try program.run("test", "Content", guide)
    #expect(mixed.status == 64)
    #expect(mixed.errors.contains("`Content` is a folder; name it alone."))
  }

  @Test func `counts what examples and transcripts take, what they take back included`() throws {
    let program = try program("\nexample: many\n  tea is yes\n  cups is 5\n  sees many\n")
    let first = try program.run("test", "--coverage", guide).output
    #expect(first.hasPrefix("small: 3 of 3 steps, 2 of 6 options, 2 of 4 conditions\n"))
    try FileManager.default.createDirectory(
      atPath: "\(program.path)/Content/transcripts",
      withIntermediateDirectories: true
    )
    let typed = "> no\n> back\n> unsure\n> skip\n> back\n> back\n> skip\n"
    try program.write("guide: small\n\n\(typed)", to: "Content/transcripts/all.transcript")
    let second = try program.run("test", "--coverage", guide).output
    #expect(second == "small: 3 of 3 steps, 6 of 6 options, 4 of 4 conditions\n\n13 of 13 taken\n")
  }

  @Test func `writes transcripts for what is missing, which pass and leave nothing missing`() throws
  {
    let program = try program()
    let ending = try program.run("test", "--write-missing", guide)
    #expect(ending.status == 65)
    let folder = "Content/transcripts"
    #expect(ending.output.hasPrefix("wrote  \(folder)/small-covers-first.transcript\n"))
    #expect(ending.output.contains("\n\nRead them before you keep them"))
    let first = try program.text(of: "\(folder)/small-covers-first.transcript")
    #expect(
      first.hasPrefix("# Proposed, not yet read by anybody. As nothing else did, it\n# - comes")
    )
    #expect(try program.run("test").status == 0)
    let covered = try program.run("test", "--coverage", guide).output
    #expect(covered.hasSuffix("\n\n13 of 13 taken\n"))
    #expect(try program.run("test", "--write-missing", guide).output == "Nothing is missing.\n")
    #expect(try program.run("test", "--write-missing", guide).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(program.path)/\(folder)")
    // Four answers to one question take four conversations.
    #expect(names.count == 4)
    for name in names { try program.write("guide: get-help-now\n\n> 1\n", to: "\(folder)/\(name)") }
    #expect(try program.run("test", "--write-missing", guide).status == 65)
    #expect(try program.text(of: "\(folder)/small-covers-first.transcript").hasSuffix("> 1\n"))
    #expect(try program.text(of: "\(folder)/small-covers-first-2.transcript") == first)
  }

  @Test func `says what no conversation takes`() throws {
    let program = try program()
    try program.change("cups is at least 4", to: "cups is at most 10", in: guide)
    let ending = try program.run("test", "--write-missing", guide)
    #expect(ending.status == 65)
    let line = "small.guide:23: no conversation finds otherwise than `cups is at most 10`\n"
    #expect(!ending.output.contains(line))
    try program.change("=> many when cups is at most 10", to: "=> many when seen first", in: guide)
    let second = try program.run("test", "--write-missing", guide)
    #expect(
      second.output.contains("small.guide:23: no conversation finds otherwise than `seen first`\n")
    )
  }

  @Test func `covers the real content with what it writes`() throws {
    let program = try Program()
    try FileManager.default.removeItem(atPath: "\(program.path)/Content/transcripts")
    let ending = try program.run("test", "--write-missing")
    #expect(ending.status == 65)
    #expect(!ending.output.contains("no conversation"))
    #expect(try program.run("test").status == 0)
    #expect(try program.run("test", "--write-missing").output == "Nothing is missing.\n")
  }

  @Test func `says that it runs nothing`() throws {
    let program = try Program()
    #expect(try program.run("test", "--coverage", "--record").status == 64)
    let ending = try program.run("test", "--coverage")
    #expect(ending.status == 0)
    #expect(ending.output.hasPrefix("house: "))
    #expect(!ending.output.contains("passed"))
  }
}

/// A guide with every kind of turn.
enum SmallGuide {
  static let text = """
    title: Tea
    kind: education
    for: everybody
    reviewed: 2026-11-21
    review-by: 2027-05-21
    update-policy: Read again every year.
    author: not yet reviewed by a clinician
    funding: none

    // What every guide of the house must say is left out here.
    # first: Tea

    ? tea: Do you drink tea?
      ( ) yes: Yes
        tell: I drink tea.
      ( ) no: No
      ( ) unsure: I am not sure

    when tea is yes or unsure:
      ? cups: How many cups a day?
        [number 0 to 10 cups]

    => many when cups is at least 4


    # last: The end
    Thank you.

    ## many: Many cups
    That is many.

    """
}
