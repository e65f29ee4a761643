import GuideCheck
import GuideEngine
import Phrases

/// The answer in a typed line, for the kind of answer that the question has.
extension Understanding {
  func answer(_ bare: String, _ lower: String, _ asking: Asking) -> Understood {
    let question = library[asking.question]
    let offered = Screen.offered(asking, question)
    switch question.domain {
    case .choice:
      switch pick(bare, offered.map { (question.options[$0].name, question.options[$0].label) }) {
      case .one(let place): return answered(asking, .options(OptionMask(place: offered[place])))
      case .none(let words): return .misfit(words)
      }
    case .ticks: return ticks(lower, asking, question, offered)
    case .number(let numbers): return number(lower, numbers, asking, question)
    case .text: return answered(asking, .text(lower))
    case .date:
      guard let day = phrases.date(typed: lower) else { return .misfit(phrases.notADate) }
      return answered(asking, .date(day))
    }
  }

  private func answered(_ asking: Asking, _ answer: Answer) -> Understood {
    .input(.answered(asking.question, answer))
  }

  private func ticks(
    _ lower: String,
    _ asking: Asking,
    _ question: Question,
    _ offered: [Int]
  ) -> Understood {
    let names = offered.map { (question.options[$0].name, question.options[$0].label) }
    var mask: OptionMask = []
    if case .one(let place) = pick(lower, names) {
      mask = OptionMask(place: offered[place])
    } else {
      for part in lower.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ";" })
      where part != phrases.and {
        guard case .one(let place) = pick(String(part), names) else {
          return .misfit(phrases.typeNumbers(of: offered.count))
        }
        mask.formUnion(OptionMask(place: offered[place]))
      }
    }
    if mask.isEmpty { return .misfit(phrases.typeNumbers(of: offered.count)) }
    if !mask.isDisjoint(with: question.exclusive), mask.count > 1 {
      let alone = mask.intersection(question.exclusive).places.first ?? 0
      return .misfit(phrases.chooseByItself(question.options[alone].label))
    }
    return answered(asking, .options(mask))
  }

  private func number(
    _ lower: String,
    _ numbers: NumberDomain,
    _ asking: Asking,
    _ question: Question
  ) -> Understood {
    let hint = library.howToAnswer(question) ?? ""
    let currency = library.locality?.currency ?? ""
    guard let value = Self.fraction(lower, currency: currency) else {
      return .misfit(phrases.notANumber(hint))
    }
    guard numbers.isOnStep(value) else {
      return .misfit(phrases.notOnStep(lower, isWhole: numbers.stepsPerUnit == 1, hint))
    }
    guard numbers.contains(value) else { return .misfit(phrases.outsideRange(lower, hint)) }
    return answered(asking, .number(value))
  }

  /// A number as people type it: digits, groups of three with commas, a decimal point, a currency symbol.
  static func fraction(_ text: String, currency: String) -> Fraction? {
    var digits = text
    if !currency.isEmpty, digits.hasPrefix(currency) { digits.removeFirst(currency.count) }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty, whole.count <= 12 else {
      return nil
    }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard groups[0].count <= 3, !groups[0].isEmpty,
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    let decimals = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || (1...4).contains(decimals.count) else { return nil }
    let joined = groups.joined() + decimals
    guard joined.count <= 15, joined.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let numerator = Int(joined)
    else { return nil }
    return Fraction(numerator, over: [1, 10, 100, 1000, 10_000][decimals.count])
  }
}
