import Foundation
import TestSupport
import Testing

/// `beforehand help`, from any folder.
struct HelpTests {
  @Test func `the language is the handbook, whole`() throws {
    let ending = try Program(withContent: false).run("help", "language")
    #expect(ending.status == 0)
    #expect(ending.output.hasPrefix("\n== The handbook for authors ==\n"))
    let file = Repository.root.appending(path: "Content/HANDBOOK.md")
    let written = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let headings = written.matches(of: /(?m)^##+ ([A-Z].*)$/).map { "\n== \($0.1) ==\n" }
    #expect(headings.count > 20)
    for heading in headings { #expect(ending.output.contains(heading)) }
  }

  @Test(arguments: [40, 80, 132])
  func `no line is wider than the terminal, examples as they are`(_ width: Int) throws {
    let ending = try Program(withContent: false)
      .run(["help", "language"], environment: ["COLUMNS": "\(width)", "LC_ALL": "C"])
    let lines = ending.output.split(separator: "\n").filter { !$0.hasPrefix("  ") }
    #expect(lines.count > 200)
    #expect(lines.filter { $0.count > width } == [])
    #expect(ending.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(ending.output.split(separator: "\n").allSatisfy { $0.count <= max(width, 80) })
  }

  @Test(
    arguments: [
      ("when", "Conditions"), ("->", "Going on"), ("( )", "Ask a question"), ("menu", "Menus"),
      ("again", "Teach-backs"), ("transcript", "Tests"), ("claims", "Cite"), ("SIGN", "Review"),
      ("amount", "Fill in"), ("let", "Equations"), ("promise", "Promises"),
    ])
  func `a mark, or a word of a title, is a chapter`(_ word: String, _ title: String) throws {
    let ending = try Program(withContent: false).run("help", "language", word)
    #expect(ending.status == 0)
    #expect(ending.output.hasPrefix("\n== \(title)"))
    #expect(ending.output.count < 5000)
  }

  @Test func `a word of the text is where the text has it`() throws {
    let program = try Program(withContent: false)
    let loops = try program.run("help", "language", "loops")
    #expect(loops.status == 0)
    #expect(loops.output.hasPrefix("\n== Limits =="))
    #expect(loops.output.contains("Each step or topic is read once."))
    let phone = try program.run("help", "language", "PHONE").output
    #expect(phone.contains("== A content folder of your own =="))
    #expect(phone.contains("The header can have"))
    let several = try program.run("help", "language", "breakfast").output
    #expect(several.split(separator: "\n").filter { $0.hasPrefix("== ") }.count >= 2)
    let phrase = try program.run("help", "language", "counted", "twice").output
    #expect(phrase.hasPrefix("\n== Limits =="))
  }

  @Test func `what it does not have, it says, and what it has`() throws {
    let ending = try Program(withContent: false).run("help", "language", "xylophone")
    #expect(ending.status == 64)
    #expect(ending.errors.hasPrefix("The handbook does not have `xylophone`. Its chapters are:\n"))
    #expect(ending.errors.contains("\n  Limits\n"))
  }

  @Test func `commands have their help as before`() throws {
    let program = try Program(withContent: false)
    #expect(try program.run("help").output == program.run("--help").output)
    #expect(try program.run("help", "check").output == program.run("check", "--help").output)
    let nested = try program.run("help", "journal", "list")
    #expect(nested.output == (try program.run("journal", "list", "--help").output))
    #expect(nested.status == 0)
  }

  @Test(arguments: [["--version"], ["check", "--version"], ["journal", "list", "--version"]])
  func `says which version it is`(_ arguments: [String]) throws {
    let ending = try Program(withContent: false).run(arguments)
    #expect(ending.status == 0)
    #expect(ending.output == "1.0.0-development\n")
    #expect(ending.errors == "")
  }
}
