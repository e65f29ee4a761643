/// A JSON value.
public indirect enum JSONText {
  /// A string.
  case text(String)
  /// An integer.
  case number(Int)
  /// `true` or `false`.
  case truth(Bool)
  /// An array.
  case list([JSONText])
  /// An object, with its fields in the order in which they are written.
  case fields([(name: String, value: JSONText)])
  /// `null`
  case nothing
}

extension JSONText: CustomStringConvertible {
  /// The value as JSON on one line, with no characters that control a terminal.
  public var description: String {
    switch self {
    case .text(let text): quoted(text)
    case .number(let number): "\(number)"
    case .truth(let truth): "\(truth)"
    case .list(let values): "[" + joined(values.map(\.description)) + "]"
    case .fields(let fields): "{" + joined(fields.map { quoted($0.name) + ":\($0.value)" }) + "}"
    case .nothing: "null"
    }
  }
}

/// Returns equivalent JSON with no characters that control a terminal.
///
/// It accepts JSON from any source.
public func escaped(json: String) -> String {
  var escapedJSON = ""
  // Outside of strings, the only hidden characters are line breaks.
  for scalar in json.unicodeScalars {
    escapedJSON += scalar != "\n" && scalar.isHidden ? escaped(scalar) : String(scalar)
  }
  return escapedJSON
}

private func joined(_ parts: [String]) -> String { parts.joined(separator: ",") }

private func quoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": quoted += "\\\(scalar)"
    case "\n": quoted += "\\n"
    case "\t": quoted += "\\t"
    case "\r": quoted += "\\r"
    default: quoted += scalar.isHidden ? escaped(scalar) : String(scalar)
    }
  }
  return quoted + "\""
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
  // JSON writes a scalar above U+FFFF as its two UTF-16 code units.
  String(scalar).utf16.map { "\\u" + hexadecimal(UInt32($0)) }.joined()
}
