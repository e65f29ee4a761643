import ArgumentParser
import Authoring
import Documents
import GuideReview

/// `beforehand graph`: the ways through a guide, drawn.
struct GraphCommand: AsyncParsableCommand {
  /// How it is written.
  enum Layout: String, CaseIterable, ExpressibleByArgument {
    case dot
    case mermaid
    case outline
    case svg
  }

  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Show the ways through a guide: steps, conditions, visits, promises.",
    discussion: "Without a guide: what the shelf offers, and which guide visits or names which."
  )

  @Argument(help: "The name of a guide of the content folder, or a .guide file.")
  var guide: String?

  @Option(
    help: "`outline` for reading, `dot` for Graphviz, `mermaid`, or `svg`, which needs Graphviz."
  )
  var format = Layout.outline

  @Flag(help: "Mark the steps that no transcript and no example comes to.")
  var coverage = false

  @OptionGroup var content: ContentOptions

  func run() async throws {
    let graph = try Graph(
      of: guide,
      marksUntested: coverage,
      in: content.location,
      today: today()
    )
    switch format {
    case .dot: print(graph.dot)
    case .mermaid: print(graph.mermaid)
    case .outline: print(TerminalRenderer(width: 80).text(of: graph.outline))
    case .svg: print(try await picture(ofDot: graph.dot))
    }
  }
}
