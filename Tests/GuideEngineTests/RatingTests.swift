import Testing

@testable import GuideEngine

struct RatingTests {
  private static let guides = SmallGuides(
    """
    # start: Start
    weigh: How much does each matter?
      memory: My memory
      fast: Feeling better soon
      visits: Fewer visits
      cost: A lower price

    Goodbye.
    """
  )

  private func walked(_ answers: String...) throws -> Walker {
    var walk = try Walker(Self.guides)
    for answer in answers { walk.answer(answer) }
    return walk
  }

  @Test func `ratings come back after the last row, what counts most first, ties together`() throws
  {
    #expect(
      try walked("4", "2", "4", "5").seen == [
        "A lower price: 5 of 5; My memory: 4 of 5; Fewer visits: 4 of 5; Feeling better soon: 2 of 5",
        "Goodbye.", "finish",
      ]
    )
  }

  @Test func `a row that is skipped is not rated, and zero is a rating`() throws {
    #expect(
      try walked("skipped", "0", "3", "skipped").seen.first
        == "Fewer visits: 3 of 5; Feeling better soon: 0 of 5; My memory: not rated; "
        + "A lower price: not rated"
    )
  }

  @Test func `a changed rating is shown again`() throws {
    var walk = try walked("4", "2", "4", "5")
    #expect(
      walk.change("fast", to: "5").first
        == "Feeling better soon: 5 of 5; A lower price: 5 of 5; My memory: 4 of 5; Fewer visits: 4 of 5"
    )
    #expect(!walk.change("fast", to: "5").contains { $0.contains("of 5") })
  }
}
