import GuideCheck
import Testing

@testable import TerminalUI

struct FigureWordsTests {
  @Test(arguments: [
    (108, 195, 55), (70, 170, 41), (1, 200, 1), (1, 201, 0), (0, 50, 0), (50, 50, 100),
    (91, 336, 27), (60, 340, 18),
  ])
  func `both frames add up to a hundred, rounded to whole people`(
    part: Int,
    whole: Int,
    hundred: Int
  ) {
    #expect(FigureWords.perHundred(part, of: whole) == hundred)
    #expect(
      FigureWords.words(.people(part, of: whole))
        == "about \(hundred) out of 100 people; \(100 - hundred) did not (\(part) of \(whole) people)"
    )
  }

  @Test func `below fifty people only the count is told`() {
    #expect(FigureWords.words(.people(4, of: 8)) == "4 of 8 people; 4 did not")
  }

  @Test func `a range is told in both frames`() {
    #expect(
      FigureWords.words(.range(61, 84, of: 100)) == "61 to 84 out of 100 people; 16 to 39 did not"
    )
  }
}
