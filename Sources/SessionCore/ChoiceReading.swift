import Phrases
import SourceText

/// A typed choice from a list: by its number, its place, or its first words.
struct ChoiceReading {
  /// The choices, in the order they are read.
  let labels: [String]
  let words: any TypedWords
  private let plainLabels: [String]

  init(_ labels: [String], _ words: any TypedWords) {
    self.labels = labels
    self.words = words
    plainLabels = labels.map(Understanding.plain)
  }

  /// What a line means.
  enum Reading: Equatable {
    /// The choice at this place, counted from 0.
    case choice(Int)
    /// The choice at this place, if the person's fingers slipped.
    case slip(Int)
    /// More than one choice.
    case several
    /// A number that no choice has.
    case noSuchNumber(String)
    /// None of the choices begins with it, but the words are in the one at this place.
    case inside(Int)
    /// None of the choices.
    case none
  }

  func read(_ line: String) -> Reading {
    let typed = Understanding.plain(line)
    if typed.isEmpty { return .none }
    if let number = Int(line.trimming { $0 == " " }), number < 0 {
      return .noSuchNumber("\(number)")
    }
    if typed.allSatisfy(\.isDigit) { return place(typed) }
    let fitting = fitting(typed)
    let byPlace = place(inWords: typed)
    switch (fitting.count, byPlace) {
    case (1, nil): return .choice(fitting[0])
    case (0, let byPlace?): return byPlace
    case (1, .choice(fitting[0])): return .choice(fitting[0])
    case (0, nil): break
    default: return .several
    }
    if let place = numberWithLabel(typed) ?? answerWithMore(typed) { return .choice(place) }
    let slipped = says(typed) ? slipping(typed) : .none
    if slipped != .none { return slipped }
    let inside = plainLabels.indices.filter { place in
      // `sure` is not what `I am not sure` says.
      let label = plainLabels[place]
      return contains(typed, in: label)
        && (!contains("not", in: label) || contains("not", in: typed))
    }
    return inside.count == 1 && says(typed) ? .inside(inside[0]) : .none
  }

  /// Whether a label has these words, one after another.
  private func contains(_ typed: String, in label: String) -> Bool {
    " \(label) ".contains(" \(typed) ")
  }

  /// Whether some words say which choice is meant: `I am` could begin any answer.
  private func says(_ typed: String) -> Bool {
    !typed.split(separator: " ").allSatisfy { words.smallWords.contains(String($0)) }
  }

  // MARK: by number

  private func place(_ digits: String) -> Reading {
    guard let number = Int(digits), labels.indices.contains(number &- 1) else {
      return .noSuchNumber(String(digits.prefix(6)))
    }
    return .choice(number - 1)
  }

  /// A choice by its place, as in `the second one` or `option 2`; nil if the words are not a place.
  private func place(inWords typed: String) -> Reading? {
    var rest = typed
    while let opening = words.choiceOpenings.first(where: { rest.hasPrefix("\($0) ") }) {
      rest.removeFirst(opening.count + 1)
    }
    while let ending = words.choiceEndings.first(where: { rest.hasSuffix(" \($0)") }) {
      rest.removeLast(ending.count + 1)
    }
    if words.lastWords.contains(rest) { return labels.isEmpty ? nil : .choice(labels.count - 1) }
    if rest.allSatisfy(\.isDigit) { return place(rest) }
    guard let number = words.ordinals[rest] ?? words.smallNumbers[rest] else { return nil }
    return labels.indices.contains(number - 1) ? .choice(number - 1) : .noSuchNumber("\(number)")
  }

  /// A choice by its number, with some of its own words, as in `2 no`; nil if they do not agree.
  private func numberWithLabel(_ typed: String) -> Int? {
    let parts = typed.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, !parts[1].allSatisfy({ $0.isDigit || $0 == " " }),
      case .choice(let number) = place(parts[0])
    else { return nil }
    return contains(parts[1], in: plainLabels[number]) ? number : nil
  }

  /// The only choice for yes, or for no, in a line that begins so and has a few more words, as in `yes, my
  /// brother`; nil if a word may turn it around.
  private func answerWithMore(_ typed: String) -> Int? {
    let parts = typed.split(separator: " ").map(String.init)
    guard (2...4).contains(parts.count), !parts.dropFirst().contains(where: turns),
      !words.unsureWords.contains(typed)
    else { return nil }
    let isYes = words.yesWords.contains(parts[0])
    guard isYes || words.noWords.contains(parts[0]) else { return nil }
    let meant = isYes ? words.yesLabels : words.noLabels
    let answers = plainLabels.indices.filter { place in
      meant.contains(String(plainLabels[place].prefix { $0 != " " }))
    }
    return answers.count == 1 ? answers[0] : nil
  }

  private func turns(_ word: String) -> Bool {
    words.turningWords.contains(word) || words.yesWords.contains(word)
      || words.noWords.contains(word)
  }

  // MARK: by its words

  /// The choices that begin with what was typed: first those that are it, then those with it as their
  /// first words, then those with it as their first letters.
  private func fitting(_ typed: String) -> [Int] {
    func places(_ fits: (String) -> Bool) -> [Int] {
      plainLabels.indices.filter { fits(plainLabels[$0]) }
    }
    let whole = places { $0 == typed }
    if !whole.isEmpty { return whole }
    let isYes = words.yesWords.contains(typed)
    if isYes || words.noWords.contains(typed) {
      let meant = isYes ? words.yesLabels : words.noLabels
      let answers = places { label in
        meant.contains(String(label.prefix { $0 != " " }))
      }
      if !answers.isEmpty { return answers }
    }
    guard says(typed) else { return [] }
    let firstWords = places { $0.hasPrefix("\(typed) ") }
    if !firstWords.isEmpty { return firstWords }
    let firstLetters = places { $0.hasPrefix(typed) }
    if !firstLetters.isEmpty { return firstLetters }
    // Someone who types the whole label and adds to it means it, if the label says enough.
    return places { label in
      guard label.contains(" "), typed.hasPrefix("\(label) ") else { return false }
      return !typed.dropFirst(label.count).split(separator: " ").contains { turns(String($0)) }
    }
  }

  /// The one choice whose first words are what was typed, except for slips of the fingers.
  private func slipping(_ typed: String) -> Reading {
    let words = typed.split(separator: " ")
    let close = plainLabels.indices.filter { place in
      let label = plainLabels[place].split(separator: " ")
      guard words.count <= label.count else { return false }
      return zip(words, label).enumerated().allSatisfy { index, pair in
        let isLast = index == words.count - 1
        return pair.0 == pair.1 || isSlip(pair.0, of: pair.1)
          || (isLast && pair.0.count > 2 && pair.1.hasPrefix(pair.0))
      }
    }
    guard close.count == 1 else { return close.isEmpty ? .none : .several }
    // `Medicade` can be meant as Medicare and as Medicaid.
    let isLikeAnother = plainLabels.indices.contains { place in
      guard place != close[0], let other = plainLabels[place].split(separator: " ").first,
        let word = words.first
      else { return false }
      return word.count > 4 && word != other && other.count > 4
        && isNear(String(word), name: String(other))
        && plainLabels[close[0]].split(separator: " ").first != other
    }
    return isLikeAnother ? .several : .slip(close[0])
  }
}

/// Whether a word is another with one slip of the fingers: a letter too many, missing, wrong, or swapped
/// with its neighbor.
///
/// A word of three letters can only have a letter doubled or swapped, and one of four cannot have a wrong
/// letter, because too many others of that length are words, too.
func isSlip(_ typed: some StringProtocol, of word: some StringProtocol) -> Bool {
  // Letters of other scripts only look alike.
  guard !word.allSatisfy(\.isASCII) || typed.allSatisfy(\.isASCII) else { return false }
  let (typed, word) = (Array(typed), Array(word))
  guard word.count >= 3, abs(typed.count - word.count) <= 1, typed != word else { return false }
  let start = zip(typed, word).prefix { $0 == $1 }.count
  let (a, b) = (typed[start...], word[start...])
  if a.count >= 2, b.count >= 2, a.count == b.count, a.dropFirst(2) == b.dropFirst(2),
    a[a.startIndex] == b[b.startIndex + 1], a[a.startIndex + 1] == b[b.startIndex]
  {
    return true
  }
  if a.dropFirst() == b {
    return word.count > 3 || start > 0 && typed[start - 1] == typed[start]
      || typed.count > start + 1 && typed[start] == typed[start + 1]
  }
  guard word.count > 3 else { return false }
  return a == b.dropFirst() || (word.count > 4 && a.dropFirst() == b.dropFirst())
}

extension Character {
  /// Whether it is one of the digits on a keyboard.
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
