public import GuideCheck

extension Library {
  /// A condition in words: `when “Have you …?” is answered “Yes”`.
  public func words(for clause: WhenClause) -> String {
    "\(clause.isUnless ? "unless" : "when") \(words(forCondition: clause.condition))"
  }

  /// The words of a condition, without `when`.
  public func words(forCondition index: Int) -> String {
    let condition = conditions[index]
    // The author's own words are the best name for what was seen.
    let readsMentions = condition.atoms.contains {
      if case .seenMention = $0 { true } else { false }
    }
    if readsMentions { return condition.words }
    return condition.atoms.map { words(for: $0) }.joined(
      separator: condition.isAll ? " and " : " or "
    )
  }

  private func words(for atom: AtomicCondition) -> String {
    switch atom {
    case .options(let question, let mask):
      let labels = self[question].options(in: mask).map { quoted($0.label) }
        .joined(separator: " or ")
      if self[question].domain == .ticks {
        return "the answer to \(quoted(question)) includes \(labels)"
      }
      return "\(quoted(question)) is answered \(labels)"
    case .answeredWithout(let question, let mask):
      let labels = self[question].options(in: mask).map { quoted($0.label) }
        .joined(separator: " or ")
      return "\(quoted(question)) is answered without \(labels)"
    case .compares(let operand, let comparison, let constant):
      return "\(words(for: operand)) is \(comparison.words) \(constant)"
    case .isKnown(let operand): return "\(words(for: operand)) is known"
    case .isSkipped(let question): return "\(quoted(question)) is skipped"
    case .isTrue(let equation):
      guard case .truth(let condition) = self.equations[equation.index].expression else {
        return equations[equation.index].name
      }
      return "\(quoted(equations[equation.index].name)) is true (\(words(forCondition: condition)))"
    case .seenStep(let step): return "\(quoted(self[step].title)) was read"
    case .seenGuide(let guide): return "the guide \(quoted(self[guide].title)) was read"
    case .seenQuestion(let question): return "\(quoted(question)) was asked"
    case .seenMention: return "seen"
    }
  }

  private func words(for operand: Operand) -> String {
    switch operand {
    case .question(let question): "the answer to \(quoted(question))"
    case .equation(let equation): "the value \(quoted(equations[equation.index].name))"
    }
  }

  /// How the value of an equation is calculated.
  func words(for expression: Equation.Expression) -> String {
    switch expression {
    case .constant(let number): number.description
    case .question(let question): "the answer to \(quoted(question))"
    case .equation(let equation): quoted(equations[equation.index].name)
    case .sum(let first, let second): "(\(words(for: first)) + \(words(for: second)))"
    case .difference(let first, let second): "(\(words(for: first)) − \(words(for: second)))"
    case .product(let first, let second): "(\(words(for: first)) × \(words(for: second)))"
    case .quotient(let first, let second): "(\(words(for: first)) ÷ \(words(for: second)))"
    case .ticked(let question): "how many are ticked in \(quoted(question))"
    case .counted(let equation, _):
      "1 if \(quoted(equations[equation.index].name)) is true, otherwise 0"
    case .truth(let condition): words(forCondition: condition)
    }
  }

  /// The words of a passage, with the names of values in place of the values.
  public func words(of passage: Passage) -> String {
    passage.pieces.map { piece in
      switch piece {
      case .text(let text, _): text
      case .answer(let question): "[the answer to \(quoted(question))]"
      case .value(let equation): "[the value \(quoted(equations[equation.index].name))]"
      }
    }.joined()
  }

  private func quoted(_ question: QuestionID) -> String { quoted(self[question].prompt) }
  private func quoted(_ text: String) -> String { "\u{201C}\(text)\u{201D}" }
}

extension Comparison {
  fileprivate var words: String {
    switch self {
    case .atLeast: "at least"
    case .atMost: "at most"
    case .equal: "exactly"
    case .lessThan: "less than"
    case .moreThan: "more than"
    }
  }
}
