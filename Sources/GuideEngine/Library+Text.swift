public import GuideCheck

extension Library {
  /// The words of a passage, values in their places.
  func compose(_ passage: PassageID, _ state: inout State) -> Composed {
    told(passage, &state).words
  }

  /// The words of a passage, and what tells them from other words it may have.
  func told(_ passage: PassageID, _ state: inout State) -> (words: Composed, hash: UInt64) {
    let pieces = passages[passage.index].pieces
    var hash = RenderedHash()
    if pieces.isEmpty, case .ratings(let rows) = passages[passage.index].kind {
      let ratings = ratings(of: rows, state)
      let text = ratings.map(\.words).joined(separator: "; ")
      hash.add(text)
      return (Composed(text: text, strong: [], ratings: ratings), hash.value)
    }
    if pieces.count == 1, case .text(let text, false) = pieces[0] {
      return (Composed(text: text, strong: []), hash.value)
    }
    var text = ""
    text.reserveCapacity(240)
    var strong: [Range<Int>] = []
    for piece in pieces {
      switch piece {
      case .text(let words, let isStrong):
        let start = text.utf8.count
        text += words
        if isStrong { strong.append(start..<text.utf8.count) }
      case .answer(let question):
        guard let answer = state.answers[question.index] else { continue }
        let words = words(for: answer, to: question)
        text += words
        hash.add(words)
      case .value(let equation):
        guard case .number(let value) = value(of: equation, &state) else { continue }
        let words = equations[equation.index].isAmount ? money(value) : value.description
        text += words
        hash.add(words)
      }
    }
    return (Composed(text: text, strong: strong), hash.value)
  }

  /// An answer in the words of its question.
  public func words(for answer: Answer, to question: QuestionID) -> String {
    let asked = self[question]
    switch answer {
    case .skipped: return "left out"
    case .options(let mask):
      if mask.isEmpty { return "none of these" }
      return asked.options(in: mask).map(\.label).joined(separator: "; ")
    case .number(let value):
      switch asked.domain.numbers?.kind {
      case .amount: return money(value)
      case .plain(let unit?):
        return value == Fraction(1) ? "1 \(singular(of: unit))" : "\(value) \(unit)"
      default: return value.description
      }
    case .text(let words): return words
    }
  }

  /// The value of an equation in words, as things stand; nil if a part of it is missing.
  public func words(forValueOf equation: EquationID, in state: State) -> String? {
    var state = state
    return switch value(of: equation, &state) {
    case .missing: nil
    case .truth(let isTrue): isTrue ? "true" : "not true"
    case .number(let number):
      equations[equation.index].isAmount ? money(number) : number.description
    }
  }

  /// An amount of money in the currency of the place, rounded to cents when it is not whole.
  public func money(_ value: Fraction) -> String {
    let sign = locality?.currency ?? ""
    guard let cents = value.rounded(decimals: 2) else { return sign + value.description }
    let whole = grouped(abs(cents) / 100)
    let rest = abs(cents) % 100
    let minus = cents < 0 ? "-" : ""
    return rest == 0
      ? "\(minus)\(sign)\(whole)" : "\(minus)\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

/// A whole number in digits, in groups of three.
func grouped(_ number: Int) -> String {
  var digits = Array(String(number))
  var place = digits.count - 3
  while place > 0 {
    digits.insert(",", at: place)
    place -= 3
  }
  return String(digits)
}

/// One of what a unit counts: `1 day`, of `days`.
private func singular(of unit: String) -> String {
  let ends = ["sses", "xes", "ches", "shes"].contains { unit.hasSuffix($0) }
  if ends { return String(unit.dropLast(2)) }
  return unit.hasSuffix("s") && !unit.hasSuffix("ss") ? String(unit.dropLast()) : unit
}
