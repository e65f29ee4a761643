/// A problem found in a source: what it is, where it is, why it is a problem, and how to fix it.
public struct Diagnostic: Hashable, Sendable {
  /// The stable name of this kind of problem, such as `unknown-step`.
  public let id: String

  /// How serious the problem is.
  public let severity: Severity

  /// What is wrong: lowercase, no period, names in backticks.
  public let title: String

  /// The places to show.
  ///
  /// The first is where the problem is; the others explain why, perhaps in other files.
  public private(set) var labels: [Label]

  /// More information, such as what patients would see and what to do.
  public private(set) var notes: [String]

  /// A fix that is certain to be right, or `nil` if there is none.
  public private(set) var fix: Fix?

  /// The kinds of problem this is; empty if it cannot cause any other problem.
  public let kinds: Kinds

  /// The kinds of problem that may have caused this one.
  ///
  /// In a file that has a problem of one of these kinds, this diagnostic adds nothing new.
  public let consequenceOf: Kinds

  /// Kinds of problem that can cause other problems.
  ///
  /// This target defines none. A target that reads a language defines its own, one bit for each.
  public struct Kinds: OptionSet, Hashable, Sendable {
    /// The bits, one for each kind.
    public let rawValue: UInt8

    /// Creates the set of kinds with these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
  }

  /// Creates a diagnostic whose id is the name of the factory that calls this initializer.
  ///
  /// For example, `unknownStep(_:among:)` makes `unknown-step`. So the factory, the id, and the
  /// golden file always have the same name.
  public init(
    _ function: String = #function,
    severity: Severity = .error,
    title: String,
    labels: [Label],
    notes: [String] = [],
    fix: Fix? = nil,
    kinds: Kinds = [],
    consequenceOf: Kinds = []
  ) {
    id = hyphenated(function)
    self.severity = severity
    self.title = title
    self.labels = labels
    self.notes = notes
    self.fix = fix
    self.kinds = kinds
    self.consequenceOf = consequenceOf
  }

  /// Returns a copy of this diagnostic with other labels, other notes, and another fix.
  public func with(labels: [Label], notes: [String]? = nil, fix: Fix?) -> Diagnostic {
    var diagnostic = self
    diagnostic.notes = notes ?? self.notes
    diagnostic.labels = labels
    diagnostic.fix = fix
    return diagnostic
  }

  /// Whether `first` is reported before `second`: by path, then by place, then by id.
  public static func precedes(_ first: Diagnostic, _ second: Diagnostic) -> Bool {
    first.rank < second.rank
  }

  private var rank: (String, Int, String, String) {
    (labels.first?.source.path ?? "", labels.first?.span.start ?? 0, id, title)
  }
}

/// Converts a camel-case function name to lowercase words joined by hyphens.
private func hyphenated(_ function: String) -> String {
  let name = Array(function.prefix { $0 != "(" })
  var id = ""
  for (index, letter) in name.enumerated() where letter.isLetter || letter.isNumber {
    let followsLower = index > 0 && !name[index - 1].isUppercase
    let precedesLower = index + 1 < name.count && name[index + 1].isLowercase
    if letter.isUppercase, !id.isEmpty, followsLower || precedesLower { id += "-" }
    id += letter.lowercased()
  }
  return id
}
