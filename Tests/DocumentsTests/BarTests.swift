import Documents
import Testing

struct BarTests {
  private var ratings: [Block.Bar] {
    [
      bar("Keeping my memory clear", 4),
      bar("費用", 0), bar("Fewer visits", nil),
    ]
  }

  private func bar(_ label: String, _ value: Int?) -> Block.Bar {
    Block.Bar(label: label, value: value, most: 5, words: value.map { "\($0) of 5" } ?? "not rated")
  }

  @Test func `bars stand beside their matter, with the number`() {
    #expect(
      TerminalRenderer(width: 80, glyphs: .shapes).lines([.bars(ratings)]) == [
        "", "  Keeping my memory clear  ████░  4 of 5", "  費用                     ░░░░░  0 of 5",
        "  Fewer visits             not rated",
      ]
    )
    #expect(
      TerminalRenderer(width: 80, glyphs: .signs).lines([.bars(ratings)])[1]
        == "  Keeping my memory clear  ####-  4 of 5"
    )
  }

  @Test func `if a matter is too long, its bar is below it`() {
    let long = [bar("Getting well, even if I lose some memories", 5)]
    #expect(
      TerminalRenderer(width: 40, glyphs: .shapes).lines([.bars(long)]) == [
        "", "  Getting well, even if I lose some", "  memories", "    █████  5 of 5",
      ]
    )
  }

  @Test func `without pictures the words say the same`() {
    #expect(
      TerminalRenderer(width: 80).lines([.bars(ratings)]) == [
        "", "  Keeping my memory clear: 4 of 5", "  費用: 0 of 5", "  Fewer visits: not rated",
      ]
    )
  }
}
