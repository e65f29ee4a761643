import Documents
import FoundationEssentials
import GuideCheck
import GuideReview
import TestSupport
import Testing

struct GraphTests {
  private func graph(untested: Bool = false) throws -> Graph {
    var folder = plainFolder
    folder["guides/visit.guide"] = """
      title: A "visit"
      kind: form

      # start: Welcome
      ? bipolar

      unless bipolar is no:
        => cautions

      -> last when bipolar is no

      # topics: More
      menu

      ## risks: Risks
      There are risks.

      ## cautions: Cautions
      Tell your team.

      # last: Goodbye
      Goodbye.
      -> end

      promise: see risks before last  when bipolar is yes
      """
    let result = folder.checked()
    let library = try #require(result.library, "\(result.text)")
    let guide = try #require(library.guide(named: "visit"))
    let last = Set(library[guide].steps.filter { library[$0].name == "last" })
    return Graph(of: guide, in: library, untested: untested ? last : [])
  }

  @Test func `the outline names each way and its condition`() throws {
    #expect(
      TerminalRenderer(width: 80).lines(try graph(untested: true).outline.blocks) == [
        "", "== A \"visit\" ==", "",
        "# start: Welcome",
        "  - asks “Have you ever had bipolar disorder?”",
        "  - visits cautions, unless “Have you ever had bipolar disorder?” is",
        "    answered “No”",
        "  - goes to last, when “Have you ever had bipolar disorder?” is answered",
        "    “No”",
        "  - goes on to topics", "",
        "# topics: More", "  - offers risks", "  - offers cautions", "  - goes on to last", "",
        "## risks: Risks", "", "## cautions: Cautions", "",
        "# last: Goodbye (no test reaches this)", "  - goes to end", "",
        "Promises",
        "  - see risks before last when bipolar is yes",
      ]
    )
  }

  @Test func `Graphviz and Mermaid get every place and way, words escaped`() throws {
    let graph = try graph(untested: true)
    #expect(graph.dot.contains("label=\"A \\\"visit\\\"\""))
    #expect(graph.dot.components(separatedBy: " -> ").count == graph.edges.count + 1)
    #expect(graph.dot.contains("fillcolor"))
    // All promises in one box: side by side they would make the picture wide and small.
    let note = #"[label="promise: see risks before last when bipolar is\l  yes\l", shape=note]"#
    #expect(graph.dot.contains(note))
    #expect(graph.mermaid.contains(#"promises>"promise: see risks"#))
    let arrows = graph.mermaid.split(separator: "\n").filter { $0.contains("->") }
    #expect(arrows.count == graph.edges.count)
    #expect(graph.mermaid.hasPrefix("flowchart TD\n"))
    #expect(graph.mermaid.contains("class n4 untested"))
  }

  @Test func `every step of the content can be reached, and every walk goes on or ends`() throws {
    let library = try #require(try Folder.real().checked().library)
    for index in library.guides.indices {
      let graph = Graph(of: GuideID(index), in: library)
      for (place, node) in graph.nodes.enumerated() {
        #expect(place == 0 || graph.edges.contains { $0.to == place }, "\(node.name)")
        let goesOn = graph.edges.contains {
          $0.from == place && ($0.kind == .goes || $0.kind == .goesOn)
        }
        #expect(goesOn == (node.kind == .step), "\(node.name)")
      }
    }
    let shelf = Graph(of: library)
    #expect(shelf.nodes.count == library.guides.count)
    #expect(
      shelf.nodes.indices.dropFirst().allSatisfy { place in
        shelf.edges.contains { $0.from == 0 && $0.to == place }
      }
    )
  }
}
