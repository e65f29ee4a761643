/// One of the colors and weights that every terminal knows.
enum Ink: String {
  case red = "1;31"
  case yellow = "33"
  case blue = "34"
  case bold = "1"

  /// The ink for the name and the marks of a diagnostic.
  init(_ severity: Severity) {
    switch severity {
    case .error: self = .red
    case .warning: self = .yellow
    }
  }
}

/// What paints, or leaves plain.
struct ANSIStyle {
  let usesColor: Bool

  func painted(_ text: String, _ ink: Ink) -> String {
    usesColor ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}
