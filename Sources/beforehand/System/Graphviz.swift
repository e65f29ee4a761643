import ContentFolder
import FoundationEssentials

/// Has Graphviz draw a graph.
///
/// - Parameter dot: The graph, in the language of Graphviz.
/// - Returns: The picture, as SVG.
/// - Throws: That there is no Graphviz, or that it could not draw this.
func picture(ofDot dot: String) async throws -> String {
  let name = "beforehand-\(UUID()).dot"
  let path = FileManager.default.temporaryDirectory.appending(path: name).path
  try replaceFile(at: path, with: Array(dot.utf8))
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
