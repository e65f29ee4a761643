import Documents
import TestSupport
import Testing

struct HTMLRendererTests {
  private static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a & b < c > d", "it's",
    "\u{1B}[2J", "\u{202E}abc", "</style></main>", "&lt;", "日本語", "",
  ]

  /// A block of each kind, with these words in it.
  private static func blocks(_ words: String) -> [Block] {
    let rich = RichText([.init(words), .init(words, isStrong: true)])
    let picture = Picture(
      groups: [Picture.Group(caption: words, filled: 12, maybe: 3)],
      legend: { "\(words) \($0) \($1 ?? " ") \($2)" }
    )
    return [
      .heading(rich, level: 1), .contents(words), .heading(rich, level: 2), .paragraph(rich),
      .item(rich), .annotated(.item(rich), [rich]), .numberedItem(1, rich),
      .annotated(.numberedItem(2, rich), [rich]), .prompt(rich), .choice("1", rich), .note(rich),
      .detail(rich), .picture(picture),
      .bars([.init(label: words, value: 3, most: 5, words: words)]), .heads([words, words]),
      .row(words, [.init(head: words, text: words), .init(head: words, text: words)]),
      .table([.init(rich, rich)]), .code([words, words]), .condition(rich),
      .nested([.paragraph(rich), .nested([.item(rich)])]), .remark(rich), .field(words),
      .annotated(.paragraph(rich), [rich, rich]),
    ]
  }

  @Test(arguments: hostile)
  func `a browser takes words for words, and every element is closed`(_ words: String) throws {
    let empty: [Block] = [.writingLines(2), .newSheet]
    let document = Document(title: words, language: words, blocks: Self.blocks(words) + empty)
    let page = HTMLRenderer().page(document)
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("\u{1B}"))
    let elements = try #require(Elements(page))
    #expect(Set(elements.names).isSubset(of: Elements.known))
    #expect(elements.attributes.isSubset(of: Elements.attributes))
  }

  @Test func `words from right to left are isolated, and no mark of that is seen`() {
    let words = "\u{5E9}\u{5DC}\u{5D5}\u{5DD} 5 < 6"
    let page = HTMLRenderer().page(
      Document(title: "Page", blocks: [.item(RichText("Said: \(isolated(words)) \u{2013} 3"))])
    )
    #expect(
      page.contains("<li>Said: <bdi>\u{5E9}\u{5DC}\u{5D5}\u{5DD} 5 &lt; 6</bdi> \u{2013} 3</li>")
    )
    #expect(!page.contains("2068"))
    // A mark that nothing has isolated is made visible.
    let alone = HTMLRenderer().page(
      Document(title: "Page", blocks: [.item(RichText("a\u{2068}b\u{2069}c"))])
    )
    #expect(alone.contains("2068") && !alone.contains("<bdi>"))
  }

  @Test func `a sheet has room to write, and a second sheet begins on a new page`() {
    let blocks: [Block] = [.choice("1", "Ask"), .writingLines(2), .newSheet, .paragraph("More")]
    let sheet = HTMLRenderer().page(Document(title: "Page", blocks: blocks, layout: .sheet))
    #expect(sheet.contains("<div class=\"write\"><div></div><div></div></div>"))
    #expect(sheet.contains("<div class=\"new-sheet\"></div>"))
    #expect(sheet.contains("size: letter"))
    let pages = HTMLRenderer().page(Document(title: "Page", blocks: blocks))
    #expect(!pages.contains("size: letter"))
  }

  @Test func `no word of a document is lost`() throws {
    var dice = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      let words = (0..<12).map { "w\($0)x" }
      let blocks = words.compactMap { Self.blocks($0).randomElement(using: &dice) }
      let page = HTMLRenderer().page(Document(title: "t", blocks: blocks))
      let text = try #require(Elements(page)).text
      for (word, block) in zip(words, blocks) { #expect(text.contains(word), "\(block)") }
    }
  }

  @Test func `a contents list leads to each section once, and to nothing else`() throws {
    let page = HTMLRenderer().page(
      Document(
        title: "A guide",
        blocks: [
          .heading("A guide", level: 1), .contents("In this document"), .heading("One", level: 2),
          .heading("Inside", level: 3), .heading("Two & more", level: 2),
        ]
      )
    )
    #expect(page.contains("<a href=\"#section-1\">One</a>"))
    #expect(page.contains("<a href=\"#section-2\">Two &amp; more</a>"))
    #expect(page.contains("<h2 id=\"section-1\">One</h2>"))
    #expect(page.contains("<h2 id=\"section-2\">Two &amp; more</h2>"))
    #expect(!page.contains("section-3"))
  }

  @Test func `items in a row are one list, and rows one table`() {
    let page = HTMLRenderer().page(
      Document(
        title: "t",
        blocks: [
          .item("a"), .item("b"), .paragraph("p"), .item("c"), .numberedItem(1, "d"),
          .numberedItem(2, "e"), .heads(["x", "y"]),
          .row("r", [.init(head: "x", text: "1"), .init(head: "y", text: "2")]),
        ]
      )
    )
    #expect(page.contains("<ul>\n<li>a</li>\n<li>b</li>\n</ul>"))
    #expect(page.contains("<ul>\n<li>c</li>\n</ul>"))
    #expect(page.contains("<ol>\n<li value=\"1\">d</li>\n<li value=\"2\">e</li>\n</ol>"))
    #expect(page.components(of: "<table").count == 2)
    #expect(page.contains("<tr><th scope=\"row\">r</th><td>1</td><td>2</td></tr>"))
  }

  @Test func `nothing is fetched and nothing runs`() {
    let page = HTMLRenderer().page(Document(title: "t", blocks: []))
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'"))
    for word in ["http:", "https:", "url(", "@import", "src="] { #expect(!page.contains(word)) }
  }
}

extension String {
  fileprivate func components(of separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}

/// The elements of a page, read by a reader that shares nothing with the renderer; nil if one is not closed
/// where it should be.
private struct Elements {
  private(set) var names: [String] = []
  private(set) var attributes: Set<String> = []
  private(set) var text = ""

  static let known: Set = [
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "ul", "ol",
    "li", "span", "strong", "table", "tr", "th", "td", "div", "aside", "nav", "a", "pre", "figure",
    "svg", "rect", "circle", "figcaption", "bdi",
  ]
  static let attributes: Set = [
    "lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "scope", "style",
    "aria-label", "viewBox", "role", "x", "y", "cx", "cy", "r", "width", "height",
    "value",
  ]

  init?(_ page: String) {
    var open: [String] = []
    var rest = page[...]
    while let start = rest.firstIndex(of: "<") {
      text += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ">") else { return nil }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { return nil }
        continue
      }
      let name = String(tag.prefix { $0 != " " && $0 != "/" })
      names.append(name)
      addAttributes(of: tag.dropFirst(name.count))
      if name != "meta", !tag.hasSuffix("/") { open.append(name) }
    }
    if !open.isEmpty { return nil }
    text = text.replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  private mutating func addAttributes(of tag: Substring) {
    let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
    for (place, part) in parts.enumerated() where place % 2 == 0 {
      let name = part.filter { $0 != " " && $0 != "=" && $0 != "/" }
      if !name.isEmpty { attributes.insert(String(name)) }
    }
  }
}
