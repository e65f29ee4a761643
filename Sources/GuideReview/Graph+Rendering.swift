public import Documents
import SourceText

extension Graph {
  /// The graph as an outline: each place, and under it where the path goes from there.
  public var outline: Document {
    var blocks: [Block] = [.heading(RichText(title), level: 1)]
    for (index, node) in nodes.enumerated() where node.kind != .end {
      let ways = edges.filter { $0.from == index }
      // A guide that is only visited is listed where it is.
      if node.kind == .guide, ways.isEmpty { continue }
      let mark = node.kind == .topic ? "## " : node.kind == .step ? "# " : ""
      let untested = node.isUntested ? " (no test reaches this)" : ""
      blocks.append(.note(RichText("\(mark)\(node.name): \(node.title)\(untested)")))
      let asked = node.asked.map { "asks \($0)" }
      let goes = ways.map { edge in
        let condition = edge.words.isEmpty ? "" : ", \(edge.words)"
        return "\(edge.kind.rawValue) \(nodes[edge.to].name)\(condition)"
      }
      blocks += (asked + goes).map { .detail(RichText("- \($0)")) }
    }
    if !notes.isEmpty { blocks.append(.note("Promises")) }
    return Document(title: title, blocks: blocks + notes.map { .detail(RichText("- \($0)")) })
  }

  /// The graph for Graphviz.
  public var dot: String {
    var lines = [
      "digraph guide {", "  graph [label=\(quoted(title)), labelloc=t, rankdir=TB];",
      "  node [shape=box, fontname=\"sans-serif\", fontsize=11];",
      "  edge [fontname=\"sans-serif\", fontsize=9];",
    ]
    for (index, node) in nodes.enumerated() {
      // Shading only repeats what the words say.
      let words = node.isUntested ? "\(node.title) (no test reaches this)" : node.title
      let fill = node.isUntested ? ", style=filled, fillcolor=\"#dddddd\"" : ""
      lines.append("  n\(index) [label=\(quoted(words)), shape=\(shape(node))\(fill)];")
    }
    for edge in edges {
      let style = edge.kind == .goesOn || edge.kind == .goes ? "solid" : "dashed"
      lines.append("  n\(edge.from) -> n\(edge.to) [label=\(quoted(label(edge))), style=\(style)];")
    }
    if !notes.isEmpty {
      // One box for all promises, because side by side they would make the picture wide and small.
      let label = promises.map { quotable($0) + "\\l" }.joined()
      lines.append("  promises [label=\"\(label)\", shape=note];")
    }
    return (lines + ["}"]).joined(separator: "\n")
  }

  /// The graph for Mermaid.
  public var mermaid: String {
    var lines = ["flowchart TD"]
    for (index, node) in nodes.enumerated() {
      let words = escaped(node.isUntested ? "\(node.title) (no test reaches this)" : node.title)
      switch node.kind {
      case .step: lines.append("  n\(index)[\"\(words)\"]")
      case .topic: lines.append("  n\(index)([\"\(words)\"])")
      case .guide: lines.append("  n\(index)[[\"\(words)\"]]")
      case .end: lines.append("  n\(index)((\"\(words)\"))")
      }
    }
    for edge in edges {
      let arrow = edge.kind == .goesOn || edge.kind == .goes ? "-->" : "-.->"
      let words = escaped(label(edge))
      lines.append("  n\(edge.from) \(arrow)\(words.isEmpty ? "" : "|\"\(words)\"|") n\(edge.to)")
    }
    if !notes.isEmpty {
      lines.append("  promises>\"\(promises.map { escapedLine($0) }.joined(separator: "<br>"))\"]")
    }
    let untested = nodes.indices.filter { nodes[$0].isUntested }.map { "n\($0)" }
    if !untested.isEmpty {
      lines += [
        "  classDef untested fill:#ddd", "  class \(untested.joined(separator: ",")) untested",
      ]
    }
    return lines.joined(separator: "\n")
  }

  private func shape(_ node: Node) -> String {
    switch node.kind {
    case .step: "box"
    case .topic: "ellipse"
    case .guide: "folder"
    case .end: "doublecircle"
    }
  }

  private func label(_ edge: Edge) -> String {
    let kind = edge.kind == .goesOn || edge.kind == .goes ? "" : edge.kind.rawValue
    return [kind, edge.words].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The promises, wrapped into lines.
  private var promises: [String] {
    notes.flatMap { wrapped(visible("promise: \($0)"), width: 48, hanging: "  ") }
  }

  /// A text for Graphviz, wrapped into lines.
  private func quoted(_ text: String) -> String {
    let lines = wrapped(visible(text), width: 36).map { quotable($0) }
    return "\"\(lines.joined(separator: "\\n"))\""
  }

  private func quotable(_ line: String) -> String {
    line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  /// A text for Mermaid, wrapped into lines.
  private func escaped(_ text: String) -> String {
    wrapped(visible(text), width: 36).map { escapedLine($0) }.joined(separator: "<br>")
  }

  private func escapedLine(_ line: String) -> String {
    line.replacing("#", with: "#35;").replacing("\"", with: "#quot;")
      .replacing("<", with: "#lt;").replacing(">", with: "#gt;").replacing("&", with: "#amp;")
  }
}
