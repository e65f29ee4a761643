/// A value as JSON knows it.
public indirect enum JSONText {
  /// A string.
  case text(String)
  /// A whole number.
  case number(Int)
  /// An array.
  case list([JSONText])
  /// An object; its fields stand in this order.
  case fields([(name: String, value: JSONText)])
  /// `null`
  case nothing
}

extension JSONText: CustomStringConvertible {
  /// The value in JSON, on one line, with nothing in it that a terminal would obey.
  public var description: String {
    switch self {
    case .text(let text): quoted(text)
    case .number(let number): "\(number)"
    case .list(let values): "[" + joined(values.map(\.description)) + "]"
    case .fields(let fields): "{" + joined(fields.map { quoted($0.name) + ":\($0.value)" }) + "}"
    case .nothing: "null"
    }
  }
}

/// Returns the same JSON, whoever wrote it, with nothing in it that a terminal would obey.
public func escaped(json: String) -> String {
  var escapedJSON = ""
  // Outside of strings nothing is hidden but the ends of lines.
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
  // Beyond U+FFFF, JSON names the two halves that UTF-16 makes of a scalar.
  String(scalar).utf16.map { "\\u" + hexadecimal(UInt32($0)) }.joined()
}
