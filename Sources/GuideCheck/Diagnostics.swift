import SourceText

/// The problems in a content folder, in the order that checking finds them.
struct Diagnostics {
  private(set) var found: [Diagnostic] = []

  /// Whether there are so many problems that more would not help anyone.
  var isFull: Bool { found.count >= 1000 }

  mutating func report(_ diagnostic: Diagnostic) {
    // Only errors can be too many, and one remaining error is enough to withhold the library.
    if !isFull || diagnostic.severity == .warning { found.append(diagnostic) }
  }

  /// The names to search for similar ones; none if there are so many problems that searching would be
  /// slow.
  func candidates(_ names: @autoclosure () -> [String]) -> [String] {
    found.count < 200 ? names() : []
  }
}

/// A phase of checking, which creates its value from that of the previous phase and reports problems.
protocol Phase {
  /// The problems that the earlier phases found, and those that this one adds.
  var diagnostics: Diagnostics { get }

  mutating func report(_ diagnostic: Diagnostic)
}
