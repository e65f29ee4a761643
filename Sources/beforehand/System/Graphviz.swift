import ContentFolder
import FoundationEssentials

/// Draws a graph with Graphviz.
///
/// - Parameter dot: The graph, in the language of Graphviz.
/// - Returns: The picture, as SVG.
/// - Throws: A failure if Graphviz is not installed or cannot draw the graph.
func picture(ofDot dot: String) async throws -> String {
  let name = "beforehand-\(UUID()).dot"
  let path = FileManager.default.temporaryDirectory.appending(path: name).path
  try replaceFile(at: path, with: Array(dot.utf8))
  defer { try? FileManager.default.removeItem(atPath: path) }
  guard let (bytes, status) = await output(of: "dot", ["-Tsvg", path]) else {
    let message =
      "Graphviz, which draws the picture, is not installed: the program `dot` was not found. On "
      + "Debian or Ubuntu, run `apt install graphviz`, or use `--format outline` instead."
    throw Failure(message, exit: .configuration)
  }
  guard status == 0 else { throw Failure("Graphviz could not draw this graph.", exit: .bug) }
  return String(decoding: bytes, as: UTF8.self)
}
