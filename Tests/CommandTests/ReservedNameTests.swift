import TestSupport
import Testing

/// A guide named like a command could not be opened: `beforehand NAME` runs the command.
struct ReservedNameTests {
  @Test func `no guide may be named like a command`() throws {
    let names = try commands()
    #expect(names.isSuperset(of: ["check", "journal", "talk", "try"]))
    #expect(try refused(names) == names)
  }

  @Test func `no guide may be named like a command that is planned`() throws {
    let planned: Set<String> = [
      "audit", "compare", "counsel", "export", "import", "ipdas", "keys", "kiosk",
      "language-server", "retention", "self-test", "sources",
    ]
    #expect(try refused(planned) == planned)
    // A command that has been built is no longer a plan.
    #expect(try planned.intersection(commands()) == [])
  }

  @Test func `any other name is free`() throws {
    #expect(try refused(["checks", "beforehand", "a-guide"]) == [])
  }

  @Test(arguments: [["check"], ["logic", "visit"], ["diff", "Content"], ["try", "visit"]])
  func `every command of authors refuses the same names`(_ arguments: [String]) throws {
    let program = try Program(plainFolder)
    let taken = try Program(folder(with: ["kiosk"]))
    #expect(try program.run(arguments).status == 0)
    #expect(try taken.run(arguments).status == 65)
  }

  @Test func `for patients, a guide with such a name is closed, and the others are open`() throws {
    let taken = try Program(folder(with: ["kiosk"]))
    #expect(try taken.run().status == 0)
    let ending = try taken.run("visit")
    #expect(ending.status == 0)
    let errors =
      "Closed until their errors are fixed: kiosk. For details, run `beforehand check`.\n"
    #expect(ending.errors == errors)
  }

  /// The commands that the program's own help lists.
  private func commands() throws -> Set<String> {
    let help = try Program(withContent: false).run("--help").output
    let list = try #require(help.firstRange(of: "SUBCOMMANDS:\n"))
    let name = #/(?m)^  ([a-z][a-z-]*) /#
    return Set(help[list.upperBound...].matches(of: name).map { String($0.1) })
  }

  /// The names among these that no guide may have.
  private func refused(_ names: Set<String>) throws -> Set<String> {
    let ending = try Program(folder(with: names)).run("check", "--format", "line")
    let line = #/guides/([a-z-]+)\.guide:1:1: error: .* \[guide-named-like-command\]/#
    return Set(ending.output.matches(of: line).map { String($0.1) })
  }

  private func folder(with names: Set<String>) -> Folder {
    var folder = plainFolder
    for name in names {
      folder["guides/\(name).guide"] = "title: A guide\nkind: form\n\n# start: Start\nCome early.\n"
    }
    return folder
  }
}
