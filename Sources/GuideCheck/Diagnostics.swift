import SourceText

/// What is wrong with a content folder, in the order in which checking finds it.
struct Diagnostics {
  private(set) var found: [Diagnostic] = []

  /// Whether so much is wrong that more would help nobody.
  var isFull: Bool { found.count >= 1000 }

  mutating func report(_ diagnostic: Diagnostic) {
    // Only errors can be too many, and one of those left is enough to keep the library back.
    if !isFull || diagnostic.severity == .warning { found.append(diagnostic) }
  }

  /// The names to look for a near one among; none once so much is wrong that looking would take long.
  func candidates(_ names: @autoclosure () -> [String]) -> [String] {
    found.count < 200 ? names() : []
  }
}

/// A phase of checking: it makes its value from the value of the phase before, and reports what is wrong.
protocol Phase {
  /// What the phases before this one found, and what this one adds.
  var diagnostics: Diagnostics { get }

  mutating func report(_ diagnostic: Diagnostic)
}
