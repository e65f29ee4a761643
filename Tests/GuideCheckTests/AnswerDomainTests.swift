import Testing

@testable import GuideCheck

/// What an answer may be: its range, its steps, and the options chosen.
struct AnswerDomainTests {
  private func half(_ halves: Int) -> Fraction { Fraction(halves, over: 2) ?? .zero }

  @Test func `numbers are whole, amounts have cents, and parts come with a range that has them`() {
    let visits = NumberDomain(.plain(unit: "visits"), Fraction(1)...Fraction(20))
    #expect(visits.stepsPerUnit == 1 && visits.steps == 1...20)
    #expect(visits.contains(Fraction(20)) && !visits.contains(Fraction(21)))
    #expect(!visits.contains(half(5)) && !visits.isOnStep(half(5)))

    let price = NumberDomain(.amount, .zero...Fraction(5000))
    #expect(price.stepsPerUnit == 100 && price.steps == 0...500_000)
    #expect(price.contains(Fraction(1, over: 100) ?? .zero))
    #expect(!price.contains(Fraction(1, over: 1000) ?? .zero))

    let weight = NumberDomain(.plain(unit: nil), half(1)...half(3))
    #expect(weight.stepsPerUnit == 10_000 && weight.steps == 5000...15_000)
    #expect(weight.value(ofStep: 5000) == half(1))

    let scale = NumberDomain(.scale(low: nil, high: nil), half(1)...half(11))
    #expect(scale.steps == 1...5)
    #expect(NumberDomain(.scale(low: nil, high: nil), half(1)...half(1)).steps == nil)
  }

  @Test func `a range too wide to count in steps has no count, and does not trap`() {
    let wide = NumberDomain(.amount, .zero...Fraction(.max))
    #expect(wide.steps == nil && wide.mostSteps == nil)
    #expect(wide.contains(Fraction(.max)))
  }

  @Test func `a mask holds options by their places, in order`() {
    let mask: OptionMask = [OptionMask(place: 3), OptionMask(place: 0)]
    #expect(mask.places == [0, 3] && mask.count == 2)
    #expect(mask.contains(place: 3) && !mask.contains(place: 1))
    #expect(mask.first == OptionMask(place: 0) && OptionMask().first.isEmpty)
    #expect(OptionMask(first: 3).places == [0, 1, 2])
    #expect(OptionMask(places: [2, 0]) == OptionMask(rawValue: 0b101))
  }

  @Test(arguments: [60, 61, 64, 100, Int.max])
  func `a place beyond the capacity counts as the last, and does not trap`(place: Int) {
    #expect(OptionMask(place: place) == OptionMask(place: OptionMask.capacity))
    #expect(OptionMask(first: place).isSuperset(of: OptionMask(first: 60)))
  }
}
