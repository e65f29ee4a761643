import SourceText

/// Renders a document as a page for a browser and its printer: one file, with no scripts and nothing to
/// fetch.
///
/// A browser treats any text in the document as plain text.
public struct HTMLRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// The page of a document.
  public func page(_ document: Document) -> String {
    let anchors = Anchors(document.blocks, isSheet: document.layout == .sheet)
    return """
      <!DOCTYPE html>
      <html lang="\(escaped(document.language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <title>\(escaped(document.title))</title>
      <style>
      \(pageStyle)\(document.layout == .sheet ? "\n" + sheetStyle : "")
      </style>
      </head>
      <body>
      <main>
      \(elements(document.blocks, anchors).joined(separator: "\n"))
      </main>
      </body>
      </html>
      """
  }

  /// The most items of a list on a sheet that are in one column.
  private static let longList = 7

  /// The elements of blocks; items and choices in a row become one list.
  private func elements(_ blocks: [Block], _ anchors: Anchors) -> [String] {
    var elements: [String] = []
    var rest = blocks[...]
    while let block = rest.first {
      let list = List(of: block)
      let run = list == nil ? rest.prefix(1) : rest.prefix { List(of: $0) == list }
      rest = rest.dropFirst(run.count)
      if let list {
        // A long list of short lines is in two columns where a sheet is to hold all of it.
        let isLong = anchors.isSheet && list == .items && run.count > Self.longList
        elements.append(isLong ? "<ul class=\"long\">" : "<\(list.tag)>")
        elements += run.map { self.list(item: $0, anchors) }
        elements.append("</\(list.end)>")
      } else {
        elements.append(element(block, anchors))
      }
    }
    return elements
  }

  /// The element that groups neighboring blocks of the same kind.
  private enum List {
    case items
    case numberedItems
    case choices
    case details
    case rows

    init?(of block: Block) {
      switch block {
      case .item: self = .items
      case .annotated(.item, _): self = .items
      case .numberedItem, .annotated(.numberedItem, _): self = .numberedItems
      case .choice: self = .choices
      case .detail: self = .details
      case .heads, .row: self = .rows
      default: return nil
      }
    }

    var tag: String {
      switch self {
      case .items: "ul"
      case .numberedItems: "ol"
      case .choices: "ol class=\"choices\""
      case .details: "ul class=\"details\""
      case .rows: "table class=\"comparison\""
      }
    }

    var end: Substring { tag.prefix { $0 != " " } }
  }

  private func list(item block: Block, _ anchors: Anchors) -> String {
    switch block {
    case .item(let words), .detail(let words): return "<li>\(words.html)</li>"
    case .choice(let key, let words):
      return "<li><span class=\"key\">\(escaped(key))</span> \(words.html)</li>"
    case .numberedItem(let number, let words):
      return "<li value=\"\(number)\">\(words.html)</li>"
    case .annotated(.numberedItem(let number, let words), let remarks):
      let beside = "<div>\(words.html)</div>\(aside(remarks))"
      return "<li value=\"\(number)\"><div class=\"annotated\">\(beside)</div></li>"
    case .annotated(.item(let words), let remarks):
      let beside = "<div>\(words.html)</div>\(aside(remarks))"
      return "<li><div class=\"annotated\">\(beside)</div></li>"
    case .heads(let heads):
      let cells = heads.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined()
      return "<tr><td></td>\(cells)</tr>"
    case .row(let title, let cells):
      let words = cells.map { "<td>\(escaped($0.text))</td>" }.joined()
      return "<tr><th scope=\"row\">\(escaped(title))</th>\(words)</tr>"
    default: return element(block, anchors)
    }
  }

  private func element(_ block: Block, _ anchors: Anchors) -> String {
    switch block {
    case .heading(let title, let level):
      let anchor = anchors.name(of: block).map { " id=\"\($0)\"" } ?? ""
      return "<h\(min(level, 6))\(anchor)>\(title.html)</h\(min(level, 6))>"
    case .paragraph(let words): return "<p>\(words.html)</p>"
    case .prompt(let words): return "<p class=\"prompt\">\(words.html)</p>"
    case .note(let words): return "<p class=\"note\">\(words.html)</p>"
    case .condition(let words): return "<p class=\"condition\">\(words.html)</p>"
    case .remark(let words): return "<p class=\"remark\">\(words.html)</p>"
    case .field(let label): return "<p class=\"field\"><span>\(escaped(label))</span></p>"
    case .writingLines(let count):
      return "<div class=\"write\">\(String(repeating: "<div></div>", count: count))</div>"
    case .newSheet:
      return "<div class=\"new-sheet\(anchors.isFull ? " full" : "")\"></div>"
    case .code(let lines):
      return "<pre>\(lines.map { escaped($0) }.joined(separator: "\n"))</pre>"
    case .table(let rows):
      let cells = rows.map {
        "<tr><th scope=\"row\">\($0.name.html)</th><td>\($0.words.html)</td></tr>"
      }
      return "<table class=\"facts\">\n\(cells.joined(separator: "\n"))\n</table>"
    case .bars(let bars):
      return "<table class=\"bars\">\n\(bars.map(row).joined(separator: "\n"))\n</table>"
    case .picture(let picture):
      let legend = picture.legend(.shapes).map { "<p class=\"note\">\(escaped($0))</p>\n" } ?? ""
      return legend + picture.groups.map(figure).joined(separator: "\n")
    case .nested(let blocks):
      return "<div class=\"nested\">\n\(elements(blocks, anchors).joined(separator: "\n"))\n</div>"
    case .annotated(let block, let remarks):
      return "<div class=\"annotated\">\(element(block, anchors))\(aside(remarks))</div>"
    case .contents(let title):
      let links = anchors.all.map { "<li><a href=\"#\($0.name)\">\($0.title)</a></li>" }
      return """
        <nav aria-label="\(escaped(title))"><p>\(escaped(title))</p>
        <ol>\(links.joined(separator: "\n"))</ol></nav>
        """
    case .choice, .detail, .heads, .item, .numberedItem, .row: return list(item: block, anchors)
    }
  }

  private func aside(_ remarks: [RichText]) -> String {
    "<aside>\(remarks.map { "<p>\($0.html)</p>" }.joined())</aside>"
  }

  private func row(_ bar: Block.Bar) -> String {
    let share = bar.most > 0 ? 100 * (bar.value ?? 0) / bar.most : 0
    return
      "<tr><th scope=\"row\">\(escaped(bar.label))</th><td><span class=\"bar\"><span "
      + "style=\"width: \(share)%\"></span></span></td><td>\(escaped(bar.words))</td></tr>"
  }

  /// One hundred people, in rows as in the terminal.
  private func figure(_ group: Picture.Group) -> String {
    let people = (0..<100).map { place in
      let kind = place < group.filled ? "had" : place < group.filled + group.maybe ? "may" : "not"
      let (x, y) = (place % Picture.iconsInRow * 12, place / Picture.iconsInRow * 12)
      return kind == "not"
        ? "<circle class=\"not\" cx=\"\(x + 5)\" cy=\"\(y + 5)\" r=\"2\"/>"
        : "<rect class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\" width=\"10\" height=\"10\"/>"
    }
    let (width, height) = (Picture.iconsInRow * 12 - 2, 100 / Picture.iconsInRow * 12 - 2)
    return
      "<figure><svg viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(escaped(group.caption))\">"
      + "\(people.joined())</svg><figcaption>\(escaped(group.caption))</figcaption></figure>"
  }
}

/// The anchors that link a list of contents to headings, and the kind of page they are on.
private struct Anchors {
  private(set) var all: [(title: String, name: String)] = []
  private var names: [Block: String] = [:]
  /// Whether the document is a sheet to take along.
  let isSheet: Bool
  /// Whether there is so much on its last sheet that it needs smaller letters.
  let isFull: Bool

  /// The most blocks that a sheet has room for in letters of the usual size.
  private static let fullSheet = 30

  init(_ blocks: [Block], isSheet: Bool) {
    self.isSheet = isSheet
    let start = blocks.lastIndex(of: .newSheet).map { $0 + 1 } ?? blocks.count
    isFull = blocks.count - start > Self.fullSheet
    for block in blocks {
      guard case .heading(let title, let level) = block, level == 2, names[block] == nil else {
        continue
      }
      let name = "section-\(all.count + 1)"
      names[block] = name
      all.append((title.html, name))
    }
  }

  func name(of block: Block) -> String? { names[block] }
}

/// Nothing can be fetched, and nothing can run.
private let policy = "default-src 'none'; style-src 'unsafe-inline'"

extension RichText {
  /// The text as HTML.
  fileprivate var html: String {
    runs.map { $0.isStrong ? "<strong>\(content($0.text))</strong>" : content($0.text) }.joined()
  }
}

/// The text, escaped so that a browser shows it as plain text and nothing in it is hidden.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in visible(text).unicodeScalars {
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

/// The text as content of an element: words that are isolated, because they are written from right to
/// left, become elements of their own.
private func content(_ text: String) -> String {
  isolatedParts(of: text)
    .map { $0.isIsolated ? "<bdi>\(escaped($0.text))</bdi>" : escaped($0.text) }.joined()
}
