import Foundation
import TestSupport
import Testing

struct GraphTests {
  @Test func `shows a guide, and the shelf`() throws {
    let program = try Program()
    let outline = try program.run("graph", "what-to-expect")
    #expect(outline.status == 0, "\(outline.errors)")
    #expect(outline.output.contains("\n# start: "))
    let shelf = try program.run("graph", "--format", "mermaid")
    #expect(shelf.output.hasPrefix("flowchart TD\n"))
    #expect(shelf.output.contains("|\"offers\"|"))
    #expect(try program.run("graph", "nothing").status == 66)
    #expect(try program.run("graph", "--format", "nothing").status == 64)
  }

  @Test func `marks what no test reaches`() throws {
    let program = try Program()
    let mark = "(no test reaches this)"
    let tested = try program.run("graph", "get-help-now", "--coverage")
    #expect(tested.status == 0, "\(tested.errors)")
    #expect(!tested.output.contains(mark))
    #expect(try Program(plainFolder).run("graph", "visit", "--coverage").output.contains(mark))
  }

  @Test func `a picture needs Graphviz, and says so`() throws {
    let ending = try Program().run(
      "graph",
      "get-help-now",
      "--format",
      "svg",
      environment: ["PATH": "/nowhere"]
    )
    #expect(ending.status == 78)
    #expect(ending.errors.hasPrefix("Graphviz, which draws the picture, is not installed"))
  }

  @Test func `all that Graphviz draws is shown, and nothing that it complains about`() throws {
    let program = try Program()
    // More than a pipe holds, and only if nothing can be typed to it.
    try putGraphviz(
      """
      [ "$1" = -Tsvg ] && grep -q digraph "$2" && [ -z "$(cat)" ] || exit 1
      echo noise >&2
      seq 1 200000
      """,
      in: program
    )
    let drawn = try drawing(in: program)
    #expect(drawn.status == 0)
    #expect(drawn.errors == "")
    let lines = drawn.output.split(separator: "\n")
    #expect(lines.count == 200_000)
    #expect(lines.last == "200000")
  }

  @Test(arguments: ["exit 3", "kill -9 $$"])
  func `a graph that Graphviz cannot draw is an error`(ending: String) throws {
    let program = try Program()
    try putGraphviz("echo half\n\(ending)", in: program)
    let drawn = try drawing(in: program)
    #expect(drawn.status == 70)
    #expect(drawn.output == "")
    #expect(drawn.errors == "Graphviz could not draw this graph.\n")
  }

  /// A program called `dot`, found before any other.
  private func putGraphviz(_ script: String, in program: Program) throws {
    let folder = "\(program.path)/bin"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try program.write("#!/bin/sh\n\(script)\n", to: "bin/dot")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755],
      ofItemAtPath: "\(folder)/dot"
    )
  }

  private func drawing(in program: Program) throws -> Program.Ending {
    try program.run(
      "graph",
      "get-help-now",
      "--format",
      "svg",
      environment: ["PATH": "\(program.path)/bin:/usr/bin:/bin"],
      typing: ["typed"]
    )
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dot"),
      "Graphviz is not installed"
    )
  )
  func `Graphviz draws it`() throws {
    let ending = try Program().run("graph", "get-help-now", "--format", "svg")
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(ending.output.contains("<svg"))
  }
}
