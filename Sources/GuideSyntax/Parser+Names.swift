import SourceText

// Names, and what was plainly meant by something that cannot be one.
extension Parser {
  /// Whether a span is a name: `[a-z][a-z0-9-]*`.
  func isName(_ span: Span) -> Bool {
    guard !span.isEmpty, Byte.isLower(bytes[span.start]) else { return false }
    return (span.start..<span.end).allSatisfy { offset in
      let byte = bytes[offset]
      return Byte.isLower(byte) || Byte.isDigit(byte) || byte == Byte.minus
    }
  }

  /// Reads a name that is used; if it is not one, reports that and returns the closest name.
  mutating func expectName(_ span: Span) -> Name {
    if let known = readName(span) { return known }
    let written = name(span)
    let plain = folded(written.text)
    report(.badName(source, written, fixed: plain))
    return Name(plain ?? hyphenated(written.text), span)
  }

  /// Reads a name, without the characters in it that nobody can see, which were reported with their line; nil if there
  /// is another problem with it.
  private func readName(_ span: Span) -> Name? {
    if isName(span) { return name(span) }
    let hidden = OddCharacter.all(in: bytes, span.start, span.end).filter { $0.kind == .hidden }
    if hidden.isEmpty { return nil }
    var visible: [UInt8] = []
    var offset = span.start
    for character in hidden {
      visible += bytes[offset..<character.span.start]
      offset = character.span.end
    }
    return Name(String(decoding: visible + bytes[offset..<span.end], as: UTF8.self), span)
  }

  /// Reads a name that is given before a colon; if it is not one, reports that and returns the closest name.
  ///
  /// What is before the colon can also be words, as in `Cost: what you pay`; then a fix would take them out of what
  /// people read.
  mutating func expectNameBeforeColon(_ span: Span) -> Name {
    if let known = readName(span) { return known }
    let written = name(span)
    var plain = folded(written.text)
    if let name = plain, !Byte.isLower(bytes[span.start]), !isUsed(name) { plain = nil }
    report(.badName(source, written, fixed: plain))
    return Name(plain ?? hyphenated(written.text), span)
  }

  /// Reads names with commas between them; if commas are missing, reports that and returns the names.
  mutating func expectNames(_ span: Span) -> [Name] {
    let parts = parts(of: span)
    let bare = parts.flatMap { words(in: $0.span) }.map(bare).filter { $0.text != "and" }
    guard bare.count > parts.count, bare.allSatisfy({ isName($0.span) }) else {
      return parts.map { expectName(self.bare($0).span) }
    }
    report(.namesWithoutComma(source, trimmed(span), bare))
    return bare
  }

  /// A name without what people write around it: in a citation, each name can have its own `@`, and a semicolon
  /// after it.
  private func bare(_ word: Name) -> Name {
    var span = word.span
    if byte(span.start) == Byte.at { span = Span(start: span.start + 1, end: span.end) }
    if !span.isEmpty, bytes[span.end - 1] == Byte.semicolon {
      span = Span(start: span.start, end: span.end - 1)
    }
    return span == word.span ? word : name(span)
  }

  // MARK: names that are missing

  /// A text without a name before a colon, split into the name that is read and the words after it, and the fix if it
  /// leaves all words that people read.
  mutating func named(_ span: Span) -> (name: Name, words: Span, fix: Fix?) {
    if let name = nameWithoutColon(span) {
      let rest = trimmed(Span(start: name.span.end, end: span.end))
      let fix = Fix.inserting(source, at: name.span.end, ":", summary: "add a colon after it")
      return (name, rest, fix)
    }
    let fix = slug(for: span).map { Fix.inserting(source, at: span.start, "\($0): ") }
    return (Name(hyphenated(text(span)), span), span, fix)
  }

  /// The name that a text begins with, if only the colon after it is missing: a word that other lines use as a name.
  private mutating func nameWithoutColon(_ span: Span) -> Name? {
    guard let word = words(in: span).first, word.span.end < span.end, isName(word.span),
      isUsed(word.text)
    else { return nil }
    return word
  }

  /// A name for a text that has none; nil if the text begins with what may be its name, or has few letters that a
  /// name can have.
  func slug(for span: Span) -> String? {
    guard let word = words(in: span).first, !isName(word.span) else { return nil }
    let letters = text(span).unicodeScalars.filter { !$0.isASCII || $0.properties.isAlphabetic }
    let ascii = letters.filter { $0.isASCII }
    return 2 * ascii.count > letters.count ? hyphenated(text(span)) : nil
  }

  /// Whether a name is used in a condition, a jump, a visit, a promise, or an equation.
  private mutating func isUsed(_ name: String) -> Bool {
    let used = usedNames ?? Set(lines.flatMap(namesUsed))
    usedNames = used
    return used.contains(name)
  }

  private func namesUsed(in line: Line) -> [String] {
    guard uses.contains(where: { at($0, line.start, before: line.end) }) else { return [] }
    return text(line.span).split { !isPartOfName($0) }.compactMap { folded(String($0)) }
  }

  private func isPartOfName(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber) || "-_".contains(character)
  }
}

/// How lines begin that use names.
private let uses = ["when ", "unless ", "->", "=>", "must:", "let ", "promise:"]

/// A name that differs only in case, or in `_` for `-`; nil if there is none.
private func folded(_ text: String) -> String? {
  let name = text.lowercased().replacing("_", with: "-")
  guard let first = name.utf8.first, Byte.isLower(first) else { return nil }
  let isName = name.utf8.allSatisfy { Byte.isLower($0) || Byte.isDigit($0) || $0 == Byte.minus }
  return isName ? name : nil
}

/// The closest name to a text: lowercase, with hyphens for everything that a name cannot contain.
func hyphenated(_ text: String) -> String {
  var name = ""
  for character in text.lowercased().prefix(60) {
    if character.isASCII, character.isLetter || character.isNumber {
      name.append(character)
    } else if !name.isEmpty, name.last != "-" {
      name.append("-")
    }
  }
  while name.last == "-" { name.removeLast() }
  if let first = name.first, !first.isLetter { name = "a-" + name }
  return name.isEmpty ? "name" : name
}
