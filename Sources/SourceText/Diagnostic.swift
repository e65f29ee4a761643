/// Something found in a source: what, where, why, and how to mend it.
public struct Diagnostic: Hashable, Sendable {
  /// Its stable name in words, such as `unknown-step`.
  public let id: String

  /// How much it matters.
  public let severity: Severity

  /// What was seen: lower case, no period, names in backticks.
  public let title: String

  /// The first is where, the others are why, perhaps in other files.
  public private(set) var labels: [Label]

  /// What else helps to understand it.
  public let notes: [String]

  /// How to mend it, if that is certain.
  public private(set) var fix: Fix?

  /// The kinds of fault it is; empty if no other fault can follow from it.
  public let kinds: Kinds

  /// The kinds of fault that may be its only cause: in a file that has one of them, it says nothing new.
  public let consequenceOf: Kinds

  /// Kinds of fault from which others can follow.
  ///
  /// This target knows none of them. The target that reads a language names its own, one bit for each.
  public struct Kinds: OptionSet, Hashable, Sendable {
    /// One bit for each kind.
    public let rawValue: UInt8

    /// The kinds with these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
  }

  /// A diagnostic named after the factory that makes it.
  ///
  /// `unknownStep(_:among:)` makes `unknown-step`, so name, id and golden file cannot drift.
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

  /// Returns the same diagnostic with other labels and another fix.
  public func with(labels: [Label], fix: Fix?) -> Diagnostic {
    var diagnostic = self
    diagnostic.labels = labels
    diagnostic.fix = fix
    return diagnostic
  }

  /// Whether `first` is told before `second`: by path, then place, then id.
  public static func precedes(_ first: Diagnostic, _ second: Diagnostic) -> Bool {
    first.rank < second.rank
  }

  private var rank: (String, Int, String, String) {
    (labels.first?.source.path ?? "", labels.first?.span.start ?? 0, id, title)
  }
}

/// Returns a camel-case function name in lower-case words joined by hyphens.
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
