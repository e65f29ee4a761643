/// The colors and weights that every terminal supports.
enum Ink: String {
  case red = "1;31"
  case yellow = "33"
  case blue = "34"
  case bold = "1"

  /// The color for the name and the marks of a diagnostic of this severity.
  init(_ severity: Severity) {
    switch severity {
    case .error: self = .red
    case .warning: self = .yellow
    }
  }
}

/// Adds color to text, or leaves it plain.
struct ANSIStyle {
  let usesColor: Bool

  func painted(_ text: String, _ ink: Ink) -> String {
    usesColor ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}
