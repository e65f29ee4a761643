public import GuideCheck

extension Library {
  /// The words of a passage, values in their places.
  func compose(_ passage: PassageID, _ state: inout State) -> Composed {
    let pieces = passages[passage.index].pieces
    if pieces.count == 1, case .text(let text, false) = pieces[0] {
      return Composed(text: text, strong: [])
    }
    var text = ""
    text.reserveCapacity(240)
    var strong: [Range<Int>] = []
    for piece in pieces {
      let start = text.utf8.count
      text += words(of: piece, &state)
      if case .text(_, true) = piece { strong.append(start..<text.utf8.count) }
    }
    return Composed(text: text, strong: strong)
  }

  /// The words of a piece; none for a value that is not known.
  func words(of piece: Passage.Piece, _ state: inout State) -> String {
    switch piece {
    case .text(let words, _): return words
    case .answer(let question):
      return state.answers[question.index].map { words(for: $0, to: question) } ?? ""
    case .value(let equation):
      guard case .number(let value) = value(of: equation, &state) else { return "" }
      return equations[equation.index].isAmount ? money(value) : value.description
    }
  }

  /// An answer in the words of its question.
  public func words(for answer: Answer, to question: QuestionID) -> String {
    let asked = self[question]
    switch answer {
    case .skipped: return "left out"
    case .options(let mask):
      let chosen = asked.options.indices.filter { mask & (1 << UInt64($0)) != 0 }
      if chosen.isEmpty { return "none of these" }
      return chosen.map { asked.options[$0].label }.joined(separator: "; ")
    case .number(let value):
      switch asked.form {
      case .amount: return money(value)
      case .number(_, let unit?): return "\(value) \(unit)"
      default: return value.description
      }
    case .text(let words): return words
    }
  }

  /// An amount of money in the currency of the place, rounded to cents when it is not whole.
  func money(_ value: Fraction) -> String {
    let sign = locality?.currency ?? ""
    guard let cents = value.rounded(decimals: 2) else { return sign + value.description }
    let whole = grouped(abs(cents) / 100)
    let rest = abs(cents) % 100
    let minus = cents < 0 ? "-" : ""
    return rest == 0
      ? "\(minus)\(sign)\(whole)" : "\(minus)\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  private func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }
}
