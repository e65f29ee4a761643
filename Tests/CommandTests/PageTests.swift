import Foundation
import TestSupport
import Testing

/// The page of a kept session, for people and for programs.
struct PageTests {
  /// A program with a kept session in its journal.
  private func kept() throws -> Program {
    let program = try Program()
    let ending = try program.run(
      "what-to-expect",
      "--keep",
      environment: data(program),
      typing: ["1", "yes", "until", "until", "1"]
    )
    #expect(ending.status == 0, "\(ending.errors)")
    return program
  }

  private func data(_ program: Program) -> [String: String] {
    ["BEFOREHAND_DATA": "\(program.path)/data"]
  }

  @Test func `prints the page of the session kept last`() throws {
    let program = try kept()
    let page = try program.run("page", environment: data(program))
    #expect(page.status == 0)
    let lines = page.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "== My page for the visit ==")
    for line in [
      "== What I want to ask first ==",
      "== What I want to tell my team ==",
      "- Bipolar disorder or very high mood, in me or my family",
      "== Help ==",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    #expect(lines.contains { $0.hasSuffix("Can we go over this once more: Getting home?") })
    #expect(lines.contains { $0.hasPrefix("Name: ____") })
    #expect(lines.contains { $0.hasPrefix("Prepared on ") })
    #expect(lines.contains { $0.hasPrefix("- Version of the guides: ") })
    #expect(lines.contains { $0.hasPrefix("- Kept on this computer as ") })
  }

  @Test func `writes JSON as its schema says`() throws {
    let program = try kept()
    let page = try program.run("page", "--json", environment: data(program))
    let written = try JSONSerialization.jsonObject(with: Data(page.output.utf8))
    let schema = try Schema(at: "Sources/beforehand/Schemas/page.schema.json")
    #expect(schema.problems(with: written) == [])
    #expect(schema.problems(with: ["format": "beforehand page 1"]) != [])
    let fields = try #require(written as? [String: Any])
    #expect(
      fields["tell"] as? [String] == [
        "All my medicines, and any alcohol or drugs I use",
        "Bipolar disorder or very high mood, in me or my family",
      ]
    )
    // What it names can be asked for by name.
    let handle = try #require(fields["handle"] as? String)
    let named = try program.run("page", handle, "--json", environment: data(program))
    #expect(named.output == page.output)
  }

  @Test func `a web page is one document without scripts`() throws {
    let program = try kept()
    let page = try program.run("page", "--html", environment: data(program))
    #expect(page.output.hasPrefix("<!DOCTYPE html>"))
    #expect(page.output.hasSuffix("</html>\n"))
    #expect(!page.output.contains("<script"))
    #expect(page.output.contains("Can we go over this once more: Getting home?"))
  }

  @Test func `large print has short lines, and a blank one under each`() throws {
    let program = try kept()
    let page = try program.run("page", "--large-print", environment: data(program))
    let lines = page.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count > 20)
    for (number, line) in lines.enumerated() {
      #expect(line.count <= 40)
      if number % 2 == 1 { #expect(line == "") }
    }
  }

  @Test func `says what is not there`() throws {
    let program = try Program()
    let nothing = try program.run("page", environment: data(program))
    #expect(nothing.status == 66)
    #expect(nothing.errors.hasPrefix("Nothing is kept on this computer"))
    let two = try program.run("page", "--json", "--large-print", environment: data(program))
    #expect(two.status == 64)
    let web = try program.run("page", "--json", "--html", environment: data(program))
    #expect(web.status == 64)
    let mistyped = try kept()
    let named = try mistyped.run("page", "maple-rivr-1", environment: data(mistyped))
    #expect(named.status == 66)
    #expect(named.errors.contains("One of its words may be river."))
  }
}
