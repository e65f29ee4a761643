import SourceText

/// A word that gives its line a meaning when the line starts with it.
enum Keyword: String, CaseIterable {
  case again, ask, aside, check, compare, example, flag, `let`, menu, must, offer, promise, show
  case tell, unless, weigh, when, why

  /// What follows the word in a line that counts; a line can have several shapes.
  struct Shape: OptionSet {
    let rawValue: UInt8

    /// `word condition:`, a line that opens a block.
    static let condition = Shape(rawValue: 1)
    /// `word: text`.
    static let text = Shape(rawValue: 2)
    /// `word`.
    static let alone = Shape(rawValue: 4)
    /// `word name: text`.
    static let named = Shape(rawValue: 8)
    /// `word name = …`.
    static let equation = Shape(rawValue: 16)
    /// `word name`, or names between commas.
    static let name = Shape(rawValue: 32)
  }

  var shape: Shape {
    switch self {
    case .when, .unless: .condition
    case .again, .ask, .aside, .example, .flag, .must, .offer, .promise, .tell, .weigh, .why: .text
    case .compare, .menu: .alone
    case .check: .named
    case .let: .equation
    case .show: .name
    }
  }

  /// An example of a line of this kind.
  var pattern: String {
    switch self {
    case .when, .unless: "\(rawValue) bipolar is yes or unsure:"
    case .again, .aside, .ask, .flag, .tell, .weigh, .why: "\(rawValue): words"
    case .example: "example: a name for it"
    case .must: "must: topic"
    case .offer: "offer: topic when bipolar is yes or unsure"
    case .promise: "promise: see risks before end"
    case .compare, .menu: rawValue
    case .check: "check name: What is asked"
    case .let: "let course = price * 6"
    case .show: "show figure"
    }
  }

  /// The list that a line of this kind goes on.
  var list: ListKind? { ListKind(rawValue: rawValue) }
}

/// A line whose first word is a mark or almost a mark.
struct MarkedLine {
  let keyword: Keyword
  /// The word as written.
  let word: Span
  /// Whether it is spelled exactly right.
  let isExact: Bool
}

extension Parser {
  /// The mark that a line starts with, if the whole line matches its pattern; includes near misses.
  func keyword(of line: Line, isContinuation: Bool = false) -> MarkedLine? {
    var end = line.start
    while end < line.end, Byte.isLetter(bytes[end]) { end += 1 }
    let word = Span(start: line.start, end: end)
    let length = end - line.start
    guard length >= 2, length <= 9 else { return nil }
    let shapes = shapes(of: line, word: word)
    guard !shapes.isEmpty else { return nil }
    let written = text(word)
    if let keyword = Keyword(rawValue: written), shapes.contains(keyword.shape) {
      return MarkedLine(keyword: keyword, word: word, isExact: true)
    }
    let lower = written.lowercased()
    if lower == "if", shapes.contains(.condition), readsAsCondition(line) {
      return MarkedLine(keyword: .when, word: word, isExact: false)
    }
    for keyword in Keyword.allCases where shapes.contains(keyword.shape) {
      if isContinuation, keyword.shape == .name || keyword.shape == .alone { continue }
      // Prose can begin with "When" and end with a colon, but not with a test in between.
      if keyword.shape == .condition, !readsAsCondition(line) { continue }
      if lower == keyword.rawValue || isNear(lower, keyword.rawValue), !englishWords.contains(lower)
      {
        return MarkedLine(keyword: keyword, word: word, isExact: false)
      }
    }
    return nil
  }

  private func shapes(of line: Line, word: Span) -> Keyword.Shape {
    var shapes: Keyword.Shape = []
    let next = word.end < line.end ? bytes[word.end] : 0
    if word.end == line.end { shapes.insert(.alone) }
    if next == Byte.colon {
      shapes.insert(.text)
      if word.end + 1 == line.end { shapes.insert(.alone) }
    }
    guard next == Byte.space else { return shapes }
    if bytes[line.end - 1] == Byte.colon { shapes.insert(.condition) }
    let start = skippingSpaces(word.end, before: line.end)
    var end = start
    while end < line.end, bytes[end] != Byte.space, bytes[end] != Byte.colon { end += 1 }
    let second = Span(start: start, end: end)
    guard !second.isEmpty else { return shapes }
    if areNames(Span(start: start, end: line.end)) { shapes.insert(.name) }
    if byte(end) == Byte.colon, end < line.end { shapes.insert(.named) }
    let third = skippingSpaces(end, before: line.end)
    if third > end, at("=", third, before: line.end), !at("=>", third, before: line.end) {
      shapes.insert(.equation)
    }
    return shapes
  }

  /// Whether a span is a name, or several names with commas between them.
  private func areNames(_ span: Span) -> Bool {
    guard bytes[span.end - 1] != Byte.comma else { return false }
    var start = span.start
    var hasName = false
    while start <= span.end {
      let end = first(Byte.comma, in: Span(start: start, end: span.end)) ?? span.end
      let part = trimmed(Span(start: start, end: end))
      guard part.isEmpty || isName(part) else { return false }
      hasName = hasName || !part.isEmpty
      start = end + 1
    }
    return hasName
  }

  private func skippingSpaces(_ offset: Int, before end: Int) -> Int {
    var offset = offset
    while offset < end, bytes[offset] == Byte.space { offset += 1 }
    return offset
  }

  /// Whether a test follows the first word: `x is …`, `x includes …`, `seen …`.
  private func readsAsCondition(_ line: Line) -> Bool {
    let words = words(in: line.span)
    guard words.count > 2 else { return false }
    if words[1].text == "seen" { return true }
    let verb = words[2].text
    let isVerb = verb == "is" || verb == "includes" || wordsForSigns[verb] != nil
    return isName(words[1].span) && isVerb
  }
}

/// Words that often start a line of prose and are one typing error away from a mark.
private let englishWords: Set<String> = ["snow", "then", "wait", "wren"]

/// Whether two words are one typing error apart: a letter added, removed, or changed, or two swapped.
func isNear(_ first: String, _ second: String) -> Bool {
  let a = Array(first.utf8)
  let b = Array(second.utf8)
  guard min(a.count, b.count) >= 3, abs(a.count - b.count) <= 1, a != b else { return false }
  var prefix = 0
  while prefix < min(a.count, b.count), a[prefix] == b[prefix] { prefix += 1 }
  let restA = Array(a.dropFirst(prefix))
  let restB = Array(b.dropFirst(prefix))
  if restA.count == restB.count {
    if restA.dropFirst().elementsEqual(restB.dropFirst()) { return true }
    return restA.count >= 2 && restA[0] == restB[1] && restA[1] == restB[0]
      && restA.dropFirst(2).elementsEqual(restB.dropFirst(2))
  }
  return restA.count > restB.count
    ? restA.dropFirst().elementsEqual(restB) : restB.dropFirst().elementsEqual(restA)
}
