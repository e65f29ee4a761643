import SourceText

/// What the names in a guide refer to, and where each is written.
struct Scope {
  /// What a name in a guide refers to.
  enum Entity {
    case step(StepID)
    case question(QuestionID)
    case equation(EquationID)
    case row
  }

  /// Words that have a meaning in promises, jumps, and conditions.
  static let reservedWords: Set<String> = [
    "after", "and", "before", "end", "includes", "is", "not", "or", "seen", "unless", "when",
  ]

  private var declared: [String: (entity: Entity, place: Span)] = [:]

  /// What a name refers to.
  subscript(_ name: String) -> Entity? { declared[name]?.entity }

  /// Where a name is written.
  func place(of name: String) -> Span? { declared[name]?.place }

  /// All names.
  var names: [String] { Array(declared.keys) }

  /// The names of everything with a value: questions and equations.
  var valueNames: [String] {
    declared.compactMap { name, item in
      switch item.entity {
      case .equation, .question: name
      case .row, .step: nil
      }
    }
  }

  mutating func declare(_ name: String, _ entity: Entity, at place: Span) {
    declared[name] = (entity, place)
  }

  mutating func reserve(_ count: Int) { declared.reserveCapacity(declared.count + count) }
}
