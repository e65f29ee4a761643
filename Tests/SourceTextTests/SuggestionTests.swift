import SourceText
import Testing

struct SuggestionTests {
  @Test func `offers the nearest first, then by the alphabet`() {
    let names = ["start", "topics", "stare", "stairs", "star", "matters", "strat"]
    #expect(suggestions(for: "start", among: names) == ["star", "stare", "strat"])
    #expect(
      suggestions(for: "mornign", among: ["evening", "morning", "mourning"]) == [
        "morning", "mourning",
      ]
    )
  }

  @Test func `offers at most four, or as many as asked`() {
    let names = ["card", "cart", "care", "carp", "cars"]
    #expect(suggestions(for: "car", among: names) == ["card", "care", "carp", "cars"])
    #expect(suggestions(for: "car", among: names, limit: 1) == ["card"])
    #expect(suggestions(for: "car", among: names, limit: 0) == [])
    #expect(suggestions(for: "car", among: names, limit: -1) == [])
  }

  @Test func `counts a swap of neighbors as one change`() {
    #expect(suggestions(for: "ab", among: ["ba"]) == ["ba"])
    #expect(suggestions(for: "abc", among: ["cab"]) == [])
  }

  @Test func `needs less than a third changed`() {
    #expect(suggestions(for: "abcdef", among: ["abcdxy"]) == [])
    #expect(suggestions(for: "abcdefg", among: ["abcdexy"]) == ["abcdexy"])
  }

  @Test func `takes one change in any name of two letters`() {
    #expect(suggestions(for: "no", among: ["to", "n", "so"]) == ["so", "to"])
    #expect(suggestions(for: "a", among: ["b", "ab", ""]) == [])
  }

  @Test func `does not mind upper and lower case, and never offers the name itself`() {
    #expect(suggestions(for: "RISKS", among: ["RISKS", "risks", "risk"]) == ["risks", "risk"])
  }

  @Test func `offers a name once however often it is there`() {
    #expect(suggestions(for: "risk", among: ["risks", "risks"]) == ["risks"])
  }

  @Test func `counts changes in letters, not in bytes`() {
    #expect(suggestions(for: "cafe", among: ["caf\u{E9}"]) == ["caf\u{E9}"])
  }

  @Test func `has nothing for no name, or for one beyond all measure`() {
    #expect(suggestions(for: "", among: ["", "a", "ab"]) == [])
    let name = String(repeating: "a", count: 64)
    #expect(suggestions(for: name, among: [name + "a"]) == [])
    #expect(suggestions(for: name + "a", among: [name]) == [])
    #expect(suggestions(for: name, among: [String(name.dropLast())]) == [String(name.dropLast())])
  }

  @Test func `is quick among ten thousand`() {
    let names = (0..<10_000).map { "step-number-\($0)-of-many" }
    let elapsed = ContinuousClock().measure {
      #expect(suggestions(for: "step-nubmer-4711-of-many", among: names).first == names[4711])
    }
    #expect(elapsed < .seconds(10))
  }
}
