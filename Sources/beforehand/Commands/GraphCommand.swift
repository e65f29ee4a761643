import ArgumentParser
import Authoring
import Documents
import GuideReview

/// `beforehand graph`: the paths through a guide.
struct GraphCommand: AsyncParsableCommand {
  /// The output format.
  enum Layout: String, CaseIterable, ExpressibleByArgument {
    case dot
    case mermaid
    case outline
    case svg
  }

  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Show the paths through a guide: steps, conditions, visits, and promises.",
    discussion: """
      Without a guide, this shows what the shelf offers, and which guides visit or name each other.
      """
  )

  @Argument(help: "The name of a guide in the content folder, or a .guide file.")
  var guide: String?

  @Option(
    help: "`outline` for people, `dot` for Graphviz, `mermaid`, or `svg`, which needs Graphviz."
  )
  var format = Layout.outline

  @Flag(help: "Mark the steps that no transcript or example reaches.")
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
