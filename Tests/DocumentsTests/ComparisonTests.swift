import Documents
import SourceText
import TestSupport
import Testing

struct ComparisonTests {
  private let heads = ["Ketamine by IV", "ECT", "Keep my care as it is for now"]

  private var blocks: [Block] {
    let texts = ["About six visits, over three weeks.", "日本語 é 日本語", "The visits you have now."]
    return [
      .heads(heads),
      .row("How many visits?", zip(heads, texts).map { Block.Cell(head: $0, text: $1) }),
    ]
  }

  @Test func `options stand in columns where these are wide enough`() {
    #expect(
      TerminalRenderer(width: 72, glyphs: .shapes).lines(blocks) == [
        "",
        "Ketamine by IV          ECT                     Keep my care as it is",
        "                                                for now",
        "----------------------  ----------------------  ----------------------",
        "",
        "How many visits?",
        "About six visits, over  日本語 é 日本語         The visits you have",
        "three weeks.                                    now.",
      ]
    )
  }

  @Test(arguments: [(69, GlyphSet.shapes), (132, .signs), (132, .words)])
  func `else they are told one after the other`(_ width: Int, _ glyphs: GlyphSet) {
    #expect(
      TerminalRenderer(width: width, glyphs: glyphs).lines(blocks) == [
        "", "How many visits?", "",
        "- Ketamine by IV: About six visits, over three weeks.",
        "- ECT: 日本語 é 日本語",
        "- Keep my care as it is for now: The visits you have now.",
      ]
    )
  }

  /// Wide and combining characters too: each cell begins in its column.
  @Test func `columns of random words stand straight, and lose no word`() {
    var dice = SeededGenerator(seed: 9)
    let words = ["a", "memory", "日本語", "e\u{301}e\u{301}", "👩‍👩‍👧", "विश्व", "six,", "un·like·ly"]
    for _ in 0..<300 {
      let count = Int.random(in: 2...5, using: &dice)
      let width = Int.random(in: 40...132, using: &dice)
      let cells = (0..<count).map { head in
        let text = (0..<Int.random(in: 1...30, using: &dice)).map { _ in
          words.randomElement(using: &dice) ?? ""
        }
        return Block.Cell(head: "Option \(head)", text: text.joined(separator: " "))
      }
      let renderer = TerminalRenderer(width: width, glyphs: .shapes)
      let lines = renderer.lines([.heads(cells.map(\.head)), .row("Why?", cells)])
      #expect(lines.allSatisfy { displayWidth(of: $0) <= width })
      let given = cells.flatMap { $0.text.split(separator: " ") }.sorted()
      let isGrid = lines.contains { $0.hasPrefix("---") }
      let shown = lines.drop { !$0.hasPrefix("Why?") }.dropFirst()
        .flatMap { $0.split(separator: " ") }.sorted()
      if isGrid { #expect(shown == given) }
      #expect(isGrid == ((width - 2 * (count - 1)) / count >= 22))
      guard isGrid else { continue }
      let column = (width - 2 * (count - 1)) / count
      for line in lines.drop(while: { !$0.hasPrefix("Why?") }).dropFirst() {
        #expect(hasGaps(line, column, count), "\(line)")
      }
    }
  }

  /// Whether the two cells before each column are empty.
  private func hasGaps(_ line: String, _ column: Int, _ count: Int) -> Bool {
    var place = 0
    for character in line {
      let isGap = place % (column + 2) >= column
      if isGap, place / (column + 2) < count, character != " " { return false }
      place += displayWidth(of: character)
    }
    return true
  }
}
