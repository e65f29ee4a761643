import ArgumentParser
import ContentFolder
import Documents
import FoundationEssentials
import GuideCheck
import GuideEngine
import GuideReview
import SourceText

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
    let reading = try GuideReading(guide ?? "house", in: content)
    let graph =
      guide == nil
      ? Graph(of: reading.library)
      : Graph(of: reading.guide, in: reading.library, untested: try untested(reading.library))
    switch format {
    case .dot: print(graph.dot)
    case .mermaid: print(graph.mermaid)
    case .outline: print(TerminalRenderer(width: 80).text(of: graph.outline))
    case .svg: print(try await drawn(graph))
    }
  }

  /// The steps no test comes to, if they are asked for.
  private func untested(_ library: Library) throws -> Set<StepID> {
    guard coverage else { return [] }
    let named = content.content.map { ["--content", $0] } ?? []
    var steps: Set<StepID> = []
    for case .step(let step) in try TestCommand.parse(named).covered(library, guides: []).missing {
      steps.insert(step)
    }
    return steps
  }

  /// The picture that Graphviz draws.
  private func drawn(_ graph: Graph) async throws -> String {
    let name = "beforehand-\(UUID()).dot"
    let path = FileManager.default.temporaryDirectory.appending(path: name).path
    try replaceFile(at: path, with: Array(graph.dot.utf8))
    defer { try? FileManager.default.removeItem(atPath: path) }
    guard let (bytes, status) = await output(of: "dot", ["-Tsvg", path]) else {
      let message =
        "Graphviz, which draws pictures, is not on this machine: there is no `dot`. Install it, as "
        + "`apt install graphviz` does on Debian and Ubuntu; `--format outline` needs nothing."
      throw Failure(message, exit: .configuration)
    }
    guard status == 0 else { throw Failure("Graphviz could not draw this.", exit: .bug) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
