import SourceText
import Testing

@testable import GuideEngine
@testable import TerminalUI

struct BarTests {
  private let ratings = [
    Rating(label: "Keeping my memory clear", value: 4, most: 5),
    Rating(label: "費用", value: 0, most: 5), Rating(label: "Fewer visits", value: nil, most: 5),
  ]

  @Test func `bars stand beside their matter, with the number`() {
    #expect(
      Layout(width: 80, drawing: .shapes).lines([.bars(ratings)]) == [
        "", "  Keeping my memory clear  ████░  4 of 5", "  費用                     ░░░░░  0 of 5",
        "  Fewer visits             not rated",
      ]
    )
    #expect(
      Layout(width: 80, drawing: .signs).lines([.bars(ratings)])[1]
        == "  Keeping my memory clear  ####-  4 of 5"
    )
  }

  @Test func `where a matter is too long, its bar stands under it`() {
    let long = [Rating(label: "Getting well, even if I lose some memories", value: 5, most: 5)]
    #expect(
      Layout(width: 40, drawing: .shapes).lines([.bars(long)]) == [
        "", "  Getting well, even if I lose some", "  memories", "    █████  5 of 5",
      ]
    )
  }

  @Test func `without pictures the words say the same`() {
    #expect(
      Layout(width: 80).lines([.bars(ratings)]) == [
        "", "  Keeping my memory clear: 4 of 5", "  費用: 0 of 5", "  Fewer visits: not rated",
      ]
    )
  }
}
