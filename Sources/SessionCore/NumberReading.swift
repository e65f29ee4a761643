import GuideCheck
import Phrases

/// A number in a typed line, as people write numbers: `450`, `$1,200`, `about 400 dollars`, `six`.
enum NumberReading: Equatable {
  /// One number, and nothing that could change it.
  case one(Fraction)
  /// One number, among words that may change what it means.
  case unclear(Fraction)
  /// A range; this is its lower end.
  case range(Fraction)
  /// Several numbers.
  case several
  /// No number.
  case none

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - line: The line, in lowercase.
  ///   - units: Words for what is counted, such as the currency or the unit of the question.
  ///   - highest: The highest rating of a scale, for `4 out of 5`; nil if the question is not a scale.
  ///   - words: The words of the language.
  init(_ line: String, units: Set<String>, highest: Fraction?, _ words: any TypedWords) {
    if words.zeroWords.contains(Understanding.plain(line)) {
      self = .one(.zero)
      return
    }
    var numbers: [Fraction] = []
    var between: [NumberToken] = []
    var isUnclear = false
    for token in NumberToken.tokens(of: line, words) {
      switch token {
      case .number(let number): numbers.append(number)
      case .dash, .slash: between.append(token)
      case .word(let word):
        if numbers.count == 1, words.rangeWords.contains(word) || words.outOf.contains(word) {
          between.append(token)
        } else if !words.numberFillers.contains(word), !units.contains(word) {
          isUnclear = true
        }
      case .unreadable: isUnclear = true
      }
    }
    let isRating = between.contains { words.isOutOf($0) }
    switch numbers.count {
    case 0: self = .none
    case 1 where between.first == .dash && line.contains("-\(numbers[0].numerator)"):
      self = .unclear(numbers[0])
    case 1: self = isUnclear ? .unclear(numbers[0]) : .one(numbers[0])
    case 2 where isRating && numbers[1] == highest: self = .one(numbers[0])
    case 2 where between.contains { words.isRange($0) }: self = .range(min(numbers[0], numbers[1]))
    default: self = .several
    }
  }
}

extension TypedWords {
  fileprivate func isOutOf(_ token: NumberToken) -> Bool {
    if case .word(let word) = token { outOf.contains(word) } else { token == .slash }
  }

  fileprivate func isRange(_ token: NumberToken) -> Bool {
    if case .word(let word) = token { rangeWords.contains(word) } else { token == .dash }
  }
}

/// A part of a line in which a number is looked for.
enum NumberToken: Equatable {
  case number(Fraction)
  case word(String)
  case dash
  case slash
  /// Digits that are not a number, such as `1,2,3`.
  case unreadable

  /// The parts of a line, with the words of each number put together.
  static func tokens(of line: String, _ words: any TypedWords) -> [NumberToken] {
    var parts = split(line)[...]
    var tokens: [NumberToken] = []
    while let part = parts.popFirst() {
      if part == "-" {
        tokens.append(.dash)
      } else if part == "/" {
        tokens.append(.slash)
      } else if part.first?.isNumber == true {
        guard let value = digits(part) else {
          tokens.append(.unreadable)
          continue
        }
        tokens.append(number(multiplied(value, by: &parts, words)))
      } else if let value = words.value(of: part, &parts) {
        tokens.append(number(multiplied(value, by: &parts, words)))
      } else {
        tokens.append(.word(part))
      }
    }
    return tokens
  }

  private static func number(_ value: Fraction?) -> NumberToken {
    value.map(NumberToken.number) ?? .unreadable
  }

  /// Words without punctuation, digits with the signs inside them, and the marks that matter.
  private static func split(_ line: String) -> [String] {
    enum Kind { case word, digits, mark }
    var parts: [String] = []
    var part = ""
    var kind = Kind.mark
    func end() {
      let inner = kind == .digits ? part.trimming { ".,".contains($0) } : part
      if !inner.isEmpty { parts.append(part.hasPrefix(".") && inner != "" ? "0.\(inner)" : inner) }
      part = ""
    }
    for character in line where character != "'" && character != "\u{2019}" {
      let next: Kind =
        character.isLetter
        ? .word : character.isNumber || ".,".contains(character) ? .digits : .mark
      if next != kind { end() }
      kind = next
      switch next {
      case .word, .digits: part.append(character)
      case .mark where "-\u{2013}\u{2014}\u{2212}".contains(character): parts.append("-")
      case .mark where "/$€£%".contains(character): parts.append(String(character))
      case .mark: break
      }
    }
    end()
    return parts
  }

  /// The number, times the words after it that multiply, as in `4 thousand`; nil if it does not fit.
  private static func multiplied(
    _ value: Fraction,
    by parts: inout ArraySlice<String>,
    _ words: any TypedWords
  ) -> Fraction? {
    var value = value
    while let factor = parts.first.flatMap({ words.multipliers[$0] }) {
      parts.removeFirst()
      guard let product = value.times(Fraction(factor)) else { return nil }
      value = product
    }
    return value
  }

  /// A number in digits: groups of three with commas, and up to four digits after a decimal point.
  static func digits(_ text: String) -> Fraction? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
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

extension TypedWords {
  /// The number that begins with a word, as in `four hundred and fifty`; nil if it is not a number.
  ///
  /// - Parameters:
  ///   - word: The word.
  ///   - parts: What comes after it; the rest of the number is removed.
  /// - Returns: The number.
  fileprivate func value(of word: String, _ parts: inout ArraySlice<String>) -> Fraction? {
    guard var current = smallNumbers[word] ?? multipliers[word] else { return nil }
    var thousands = 0
    var rest = parts
    while let next = rest.popFirst() {
      if let small = smallNumbers[next] {
        let isNext =
          current % 100 == 0 ? current > 0 : current % 10 == 0 && current > 10 && small < 10
        guard isNext else { break }
        current += small
      } else if next == "hundred" || (multipliers[next] ?? 0) == 100 {
        guard (1..<100).contains(current) else { break }
        current *= 100
      } else if let factor = multipliers[next], factor >= 1_000, current < 1_000 {
        thousands += current * factor
        current = 0
      } else if next == "-" || listWords.contains(next), let after = rest.first,
        smallNumbers[after] != nil,
        next == "-" ? current % 10 == 0 && current > 10 : current % 100 == 0
      {
        continue
      } else {
        break
      }
      parts = rest
    }
    return Fraction(thousands + current)
  }
}
