import GuideCheck
import GuideSyntax
import SourceText

/// A chance in words, such as *rare* or *a third of people*, has a figure instead, or a reason why not.
///
/// The reason is a comment on the line above: `// chance-in-words: quoted from the leaflet`.
enum ChanceInWords: Rule {
  static let id = "chance-in-words"

  static func check(_ content: ResolvedContent) -> [Diagnostic] {
    // A session that starts does not wait for what an author has been told.
    content.today == nil ? [] : content.guides.flatMap { check($0) }
  }

  private static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.script.texts.compactMap { text in
      // A question asks how often something happens to a person; its answers say so.
      if [.label, .prompt].contains(text.place) { return nil }
      // `ChanceInProse` reports a chance in digits.
      if ChanceInProse.chance(in: text.words, of: guide.source) != nil { return nil }
      let names = text.words.citations.map(\.span)
      for line in text.words.lines {
        let words = guide.source.words(in: line).filter { word in
          !names.contains { $0.start <= word.start && word.end <= $0.end }
        }
        if let mark = guide.source.fraction(in: line) {
          if guide.source.hasReason(above: text.words.span) { return nil }
          return .chanceInWords(guide.source, mark)
        }
        let reading = Reading(words.map { guide.source.text($0).lowercased() })
        guard let place = reading.chance else { continue }
        if guide.source.hasReason(above: text.words.span) { return nil }
        return .chanceInWords(
          guide.source,
          words[place.lowerBound].union(words[place.upperBound - 1])
        )
      }
      return nil
    }
  }
}

/// The words of a line, in lowercase.
private struct Reading {
  let words: [String]

  init(_ words: [String]) { self.words = words }

  /// The words of the first chance.
  var chance: Range<Int>? {
    for place in words.indices {
      if let count = length(at: place) { return place..<place + count }
    }
    return nil
  }

  private func has(_ place: Int, _ choices: Set<String>) -> Bool {
    words.indices.contains(place) && choices.contains(words[place])
  }

  private func isNumber(_ place: Int) -> Bool {
    guard words.indices.contains(place) else { return false }
    return numbers.contains(words[place]) || words[place].allSatisfy(\.isNumber)
  }

  /// Whether a chance can begin at a place: most words begin none.
  private func canBegin(at place: Int) -> Bool {
    let word = words[place]
    if openers.contains(word) || numbers.contains(word) || seldom.contains(word) { return true }
    if place + 1 < words.count, words[place + 1] == "times" { return true }
    return word.contains { $0 == "-" || $0.isNumber }
  }

  /// How many words a chance has that begins at a place; nil if none does.
  private func length(at place: Int) -> Int? {
    let word = words[place]
    guard canBegin(at: place) else { return nil }
    if seldom.contains(word) { return 1 }
    let parts = word.split(separator: "-").map(String.init)
    if parts.count > 1, parts.contains("in") || fractions.contains(parts[parts.count - 1]),
      Reading(parts).isNumber(0)
    {
      return 1
    }
    if has(place, ["a", "one", "two", "three"]), has(place + 1, fractions),
      has(place + 2, ["of"]) || place + 2 == words.count
    {
      return 2
    }
    if word == "half", has(place + 1, ["of"]) { return 2 }
    if has(place, ["more", "less", "fewer"]), has(place + 1, ["than"]), has(place + 2, ["half"]) {
      return 3
    }
    if isNumber(place) {
      if has(place + 1, ["percent"]) { return 2 }
      var next = place + 1
      if has(next, ["in"]) {
        next += 1
      } else if has(next, ["out"]), has(next + 1, ["of"]) {
        next += 2
      } else {
        return nil
      }
      if has(next, ["every"]) { next += 1 }
      if has(next, ["a"]) { next += 1 }
      return isNumber(next) ? next + 1 - place : nil
    }
    let times = has(place + 1, ["times"]) ? 1 : 0
    if word == "twice" || word == "half" || times == 1, has(place + times + 1, ["as"]),
      has(place + times + 2, ["common", "likely", "many", "often"])
    {
      return times + 3
    }
    if has(place, ["relative"]), has(place + 1, ["risk"]) { return 2 }
    return has(place, ["hazard", "odds"]) && has(place + 1, ["ratio"]) ? 2 : nil
  }
}

private let openers: Set<String> = [
  "a", "fewer", "half", "hazard", "less", "more", "odds", "relative", "twice",
]
private let seldom: Set<String> = ["rare", "rarely", "uncommon", "uncommonly"]
private let fractions: Set<String> = [
  "half", "third", "thirds", "quarter", "quarters", "fourth", "fourths", "fifth", "fifths", "tenth",
  "tenths",
]
private let numbers: Set<String> = [
  "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
  "fifteen",
  "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
  "thousand",
]

extension SourceFile {
  /// The first character of a line that is a fraction, such as `¾`, or a wide percent sign.
  fileprivate func fraction(in line: Span) -> Span? {
    for offset in line.start..<max(line.start, line.end - 1) where bytes[offset] >= 0xC2 {
      switch (bytes[offset], bytes[offset + 1]) {
      case (0xC2, 0xBC...0xBE): return Span(start: offset, end: offset + 2)
      case (0xE2, 0x85) where (0x90...0x9E).contains(bytes[offset + 2]):
        return Span(start: offset, end: offset + 3)
      case (0xEF, 0xBC) where bytes[offset + 2] == 0x85:
        return Span(start: offset, end: offset + 3)
      default: continue
      }
    }
    return nil
  }

  /// Whether the line above a text says why a chance in it is not a figure.
  fileprivate func hasReason(above span: Span) -> Bool {
    let line = lineText(position(at: span.start).line - 1).drop { $0 == " " }
    let mark = "// \(ChanceInWords.id):"
    return line.hasPrefix(mark) && line.dropFirst(mark.count).contains { $0.isLetter }
  }
}

extension Diagnostic {
  /// A chance written in words.
  static func chanceInWords(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this is a chance in words",
      labels: [
        Label(source: source, span: span, message: "people understand this in very different ways")
      ],
      notes: [
        "record it as a figure in `evidence`, then write `show` and its name",
        "if there is a reason to say it in words, write it on the line above: "
          + "`// chance-in-words: the leaflet's own words`",
      ]
    )
  }
}
