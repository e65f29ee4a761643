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

  @Test func `marks what no test comes to`() throws {
    let program = try Program()
    let mark = "(no test comes here)"
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
    #expect(ending.errors.hasPrefix("Graphviz, which draws pictures, is not on this machine"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dot")))
  func `Graphviz draws it`() throws {
    let ending = try Program().run("graph", "get-help-now", "--format", "svg")
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(ending.output.contains("<svg"))
  }
}
