import GuideCheck
import SourceText

extension LogicDocument {
  /// The document as lines of at most `width` cells.
  public func lines(width: Int = 80) -> [String] {
    var lines: [String] = []
    var last: Block.Kind?
    for block in blocks {
      let indent = String(repeating: "  ", count: block.depth)
      if last != nil, !(block.kind == .item && last == .item), block.kind != .note {
        lines.append("")
      }
      last = block.kind
      let text = visible(block.text)
      switch block.kind {
      case .heading(let level):
        lines += wrapped(text, width: width)
        if level < 3 {
          lines.append(
            String(repeating: level == 1 ? "=" : "-", count: min(displayWidth(of: text), width))
          )
        }
      case .paragraph, .condition:
        lines += wrapped(text, width: width, indent: indent, hanging: indent)
      case .item:
        lines += wrapped(text, width: width, indent: indent + "- ", hanging: indent + "  ")
      case .note:
        lines += wrapped(text, width: width, indent: indent + "  | ", hanging: indent + "  | ")
      case .line: lines.append("\(text): " + String(repeating: "_", count: 40))
      }
    }
    return lines
  }

  /// The document as a page for a browser and its printer: one file, no script, nothing fetched.
  public var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <title>\(escaped(guide.title))</title>
    <style>
    body { font: 12pt/1.45 serif; max-width: 42em; margin: 2em auto; padding: 0 1em; }
    h2 { border-bottom: 1px solid; margin-top: 2em; break-after: avoid; }
    h3 { break-after: avoid; }
    p { margin: 0.5em 0; }
    .item::before { content: "\\2022  "; }
    .condition { font-weight: bold; }
    .note { font: 9.5pt/1.4 sans-serif; border-left: 2px solid; padding-left: 0.6em; }
    .line { border-bottom: 1px solid; margin: 2em 0; }
    @media print { body { margin: 0; max-width: none; } }
    </style>
    </head>
    <body>
    \(blocks.map(element).joined(separator: "\n"))
    </body>
    </html>
    """
  }

  private func element(_ block: Block) -> String {
    let text = escaped(visible(block.text))
    let indent = block.depth == 0 ? "" : " style=\"margin-left: \(2 * block.depth)em\""
    switch block.kind {
    case .heading(let level): return "<h\(level)>\(text)</h\(level)>"
    case .paragraph: return "<p\(indent)>\(text)</p>"
    case .item: return "<p class=\"item\"\(indent)>\(text)</p>"
    case .condition: return "<p class=\"condition\"\(indent)>\(text)</p>"
    case .note: return "<p class=\"note\"\(indent)>\(text)</p>"
    case .line: return "<p class=\"line\">\(text)</p>"
    }
  }
}

/// Nothing is fetched and nothing runs.
private let policy = "default-src 'none'; style-src 'unsafe-inline'"

/// The text with nothing in it that a browser takes for more than text.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
