import GuideCheck
import GuideEngine
import Phrases

/// The answer in a typed line, for the kind of answer that the question has.
extension Understanding {
  func answer(_ lower: String, _ plain: String, _ asking: Asking) -> Understood {
    let question = library[asking.question]
    let offered = Screen.offered(asking, question)
    let labels = offered.map { question.options[$0].label }
    switch question.domain {
    case .choice: return choice(lower, plain, labels, offered, asking)
    case .ticks: return ticks(lower, labels, offered, asking)
    case .number(let numbers):
      return number(lower, numbers, asking, ends: question.isWeighed ? phrases.weighEnds : nil)
    case .text: return answered(asking, .text(lower))
    case .date:
      guard let day = phrases.date(typed: lower) else { return .misfit(phrases.notADate) }
      return answered(asking, .date(day))
    }
  }

  private func answered(_ asking: Asking, _ answer: Answer) -> Understood {
    .input(.answered(asking.question, answer))
  }

  private func choice(
    _ lower: String,
    _ plain: String,
    _ labels: [String],
    _ offered: [Int],
    _ asking: Asking
  ) -> Understood {
    let options = library[asking.question].options
    let reading = ChoiceReading(labels, phrases).read(lower)
    switch reading {
    case .choice(let place): return answered(asking, .options(OptionMask(place: offered[place])))
    case .slip(let place):
      let answer = Answer.options(OptionMask(place: offered[place]))
      return .taken(.answered(asking.question, answer), as: labels[place])
    case .noSuchNumber(let number): return .misfit(phrases.noChoice(number, of: labels.count))
    case .several: return .misfit(phrases.severalFit(of: labels.count))
    case .inside, .none: break
    }
    if phrases.unsureWords.contains(plain),
      let unsure = offered.first(where: { options[$0].name == Question.unsureName })
    {
      return answered(asking, .options(OptionMask(place: unsure)))
    }
    if case .inside(let place) = reading {
      return .misfit(phrases.ifMeant(labels[place], number: place + 1))
    }
    return .misfit(phrases.notAChoice(of: labels.count))
  }

  private func ticks(
    _ lower: String,
    _ labels: [String],
    _ offered: [Int],
    _ asking: Asking
  ) -> Understood {
    let question = library[asking.question]
    let exclusive = offered.indices.filter { question.exclusive.contains(place: offered[$0]) }
    switch TickReading(labels, exclusive: Set(exclusive), phrases).read(lower) {
    case .choices(let places):
      if places.count > 1, let alone = exclusive.first(where: places.contains) {
        return .misfit(phrases.chooseByItself(labels[alone]))
      }
      let mask = places.reduce(into: OptionMask()) { $0.formUnion(OptionMask(place: offered[$1])) }
      return answered(asking, .options(mask))
    case .nothing: return .misfit(phrases.offerToSkip)
    case .noSuchNumber(let number):
      return .misfit(phrases.noTick(number, of: labels.count))
    case .unknown where phrases.unsureWords.contains(Understanding.plain(lower)):
      let unsure = offered.first { question.options[$0].name == Question.unsureName }
      return unsure.map { answered(asking, .options(OptionMask(place: $0))) }
        ?? .misfit(phrases.offerToSkip)
    case .unknown(let part):
      if case .inside(let place) = ChoiceReading(labels, phrases).read(part) {
        return .misfit(phrases.ifMeant(labels[place], number: place + 1))
      }
      return .misfit(phrases.typeNumbers(of: labels.count))
    }
  }

  private func number(
    _ lower: String,
    _ numbers: NumberDomain,
    _ asking: Asking,
    ends: (String?, String?)?
  ) -> Understood {
    let hint = library.howToAnswer(library[asking.question]) ?? ""
    let example = library.number(numbers.example)
    let value: Fraction
    if case .amount = numbers.kind, hasThousandsPoint(lower) {
      return .misfit(phrases.notANumber(like: example, hint))
    }
    switch read(lower, numbers, ends) {
    case .one(let number): value = number
    case .unclear(let number):
      return .misfit(phrases.onlyTheNumber(library.number(number), hint))
    case .range(let low): return .misfit(phrases.lowerOfRange(library.number(low), hint))
    case .several: return .misfit(phrases.onlyOneNumber(like: example, hint))
    case .none: return .misfit(phrases.notANumber(like: example, hint))
    }
    guard numbers.isOnStep(value) else {
      let isWhole = numbers.stepsPerUnit == 1
      return .misfit(phrases.notOnStep(library.number(value), isWhole: isWhole, hint))
    }
    guard numbers.contains(value) else {
      return .misfit(phrases.outsideRange(library.number(value), hint))
    }
    return answered(asking, .number(value))
  }

  // `ends` are the words for the ends of a scale that has none of its own.
  /// Whether a number has a point before three digits, which is a thousand in other languages.
  private func hasThousandsPoint(_ lower: String) -> Bool {
    lower.split { !$0.isNumber && !".,".contains($0) }.contains { number in
      guard let point = number.lastIndex(of: ".") else { return false }
      return number[number.index(after: point)...].count == 3
    }
  }

  private func read(
    _ lower: String,
    _ numbers: NumberDomain,
    _ ends: (String?, String?)?
  ) -> NumberReading {
    var units: Set<String> = []
    var highest: Fraction?
    switch numbers.kind {
    case .plain(let unit):
      units = Set(Self.plain(unit ?? "").split(separator: " ").map(String.init))
      units.formUnion(units.filter { $0.hasSuffix("s") }.map { String($0.dropLast()) })
      units.formUnion(phrases.countWords)
    case .amount: units = phrases.currencyWords
    case .scale(let low, let high):
      highest = numbers.range.upperBound
      let typed = Self.plain(lower)
      let ends = ends ?? (low, high)
      if let end = ends.0, Self.plain(end) == typed { return .one(numbers.range.lowerBound) }
      if let end = ends.1, Self.plain(end) == typed { return .one(numbers.range.upperBound) }
    }
    return NumberReading(lower, units: units, highest: highest, phrases)
  }
}

extension NumberDomain {
  /// A number that would be an answer, to show how one is typed.
  fileprivate var example: Fraction {
    [450, 60, 12, 6, 3, 1].lazy.map { Fraction($0) }
      .first { contains($0) && isOnStep($0) && $0 < range.upperBound } ?? range.lowerBound
  }
}
