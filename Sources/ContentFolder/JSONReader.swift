import SourceText

/// A value in a JSON file, and its position.
struct JSONValue {
  /// The kinds of JSON values; `true`, `false`, and `null` have no meaning in a list of sources.
  indirect enum Content {
    case text(String)
    case number(String)
    case list([JSONValue])
    case fields([String: JSONValue])
    case other
  }

  let content: Content
  let span: Span
}

/// Where a file stopped being JSON, and what was expected there.
struct JSONError: Error {
  let offset: Int
  let expected: String
}

/// Reads JSON and keeps every position, so that a message can point at it.
struct JSONReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ source: SourceFile) {
    bytes = source.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  // document = value
  mutating func document() throws(JSONError) -> JSONValue {
    let value = try value(depth: 0)
    skipSpace()
    if offset < bytes.count { throw problem("expected nothing more") }
    return value
  }

  // value = text | number | list | fields | "true" | "false" | "null"
  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipSpace()
    if depth > deepest { throw problem("nested too deeply") }
    let start = offset
    let content: JSONValue.Content
    switch byte {
    case UInt8(ascii: "\""): content = .text(try text())
    case UInt8(ascii: "["): content = .list(try list(depth: depth))
    case UInt8(ascii: "{"): content = .fields(try fields(depth: depth))
    default: content = try word()
    }
    return JSONValue(content: content, span: Span(start: start, end: offset))
  }

  // list = "[" [ value ( "," value )* ] "]"
  private mutating func list(depth: Int) throws(JSONError) -> [JSONValue] {
    var values: [JSONValue] = []
    offset += 1
    if eat("]") { return values }
    repeat { values.append(try value(depth: depth + 1)) } while eat(",")
    if !eat("]") { throw problem("expected `,` or `]`") }
    return values
  }

  // fields = "{" [ text ":" value ( "," text ":" value )* ] "}"
  private mutating func fields(depth: Int) throws(JSONError) -> [String: JSONValue] {
    var fields: [String: JSONValue] = [:]
    offset += 1
    if eat("}") { return fields }
    repeat {
      skipSpace()
      if byte != UInt8(ascii: "\"") { throw problem("expected a name in quotes") }
      let name = try text()
      if !eat(":") { throw problem("expected `:`") }
      fields[name] = try value(depth: depth + 1)
    } while eat(",")
    if !eat("}") { throw problem("expected `,` or `}`") }
    return fields
  }

  private mutating func text() throws(JSONError) -> String {
    var units: [UInt8] = []
    offset += 1
    while let byte, byte != UInt8(ascii: "\"") {
      if byte < 0x20 { throw problem("missing closing quote on this line") }
      if byte == UInt8(ascii: "\\") {
        offset += 1
        units += try escape()
        continue
      }
      let start = offset
      while offset < bytes.count, isPlain(bytes[offset]) { offset += 1 }
      units += bytes[start..<offset]
    }
    if byte == nil { throw problem("missing closing quote") }
    offset += 1
    guard let text = String(validating: units, as: UTF8.self) else {
      throw problem("the text before this is not UTF-8")
    }
    return text
  }

  private mutating func escape() throws(JSONError) -> [UInt8] {
    guard let byte else { throw problem("missing closing quote") }
    if byte == UInt8(ascii: "u") { return try scalar() }
    guard let meant = escapes[byte] else { throw problem("this cannot follow `\\`") }
    offset += 1
    return [meant]
  }

  private mutating func scalar() throws(JSONError) -> [UInt8] {
    let start = offset
    var value = try hexadecimal()
    if (0xD800..<0xDC00).contains(value), byte == UInt8(ascii: "\\") {
      offset += 1
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else {
        throw problem("this is only half of a character", at: start)
      }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw problem("this is only half of a character", at: start)
    }
    return Array(String(scalar).utf8)
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    let digits = bytes.dropFirst(offset).prefix(5)
    guard digits.first == UInt8(ascii: "u"), digits.count == 5,
      digits.dropFirst().allSatisfy({ isHexadecimal($0) }),
      let value = UInt32(String(decoding: digits.dropFirst(), as: UTF8.self), radix: 16)
    else { throw problem("expected `\\u` and four digits") }
    offset += 5
    return value
  }

  private mutating func word() throws(JSONError) -> JSONValue.Content {
    let word = bytes[offset...].prefix { byte in
      isHexadecimal(byte) || (0x61...0x7A).contains(byte) || "+-.".utf8.contains(byte)
    }
    let text = String(decoding: word, as: UTF8.self)
    let isNumber = word.first.map { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) } ?? false
    if isNumber, Double(text)?.isFinite == true {
      offset = word.endIndex
      return .number(text)
    }
    guard ["true", "false", "null"].contains(text) else { throw problem("expected a value") }
    offset = word.endIndex
    return .other
  }

  private var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
  }

  private mutating func eat(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard byte.map({ UInt32($0) }) == sign.value else { return false }
    offset += 1
    return true
  }

  private func problem(_ expected: String, at place: Int? = nil) -> JSONError {
    JSONError(offset: min(place ?? offset, max(bytes.count - 1, 0)), expected: expected)
  }
}

/// Far deeper than a reference manager nests, and far from the end of the stack.
private let deepest = 64

private let escapes: [UInt8: UInt8] = [
  UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
  UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
  UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
]

private func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}

/// Whether a byte of a text means itself.
private func isPlain(_ byte: UInt8) -> Bool {
  byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
}
