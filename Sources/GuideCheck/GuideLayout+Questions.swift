import GuideSyntax
import SourceText

extension GuideLayout {
  /// Lays out a question, and the lines under each of its answers.
  mutating func layOut(_ syntax: QuestionSyntax) {
    guard case .question(let identifier)? = names.scope[syntax.name.text] else { return }
    gateOptions(identifier, syntax)
    ask(identifier)
    for (index, option) in syntax.options.enumerated() where !option.replies.isEmpty {
      let condition = names.add(
        Condition(
          atoms: [.options(identifier, OptionMask(place: index))],
          isAll: true,
          words: "\(syntax.name.text) is \(option.name.text)",
          span: nil
        )
      )
      let start = next
      emit(.leave)
      step.known.append(.question(identifier))
      countingForSome { $0.layOut(option.replies) }
      step.known.removeLast()
      let clause = WhenClause(condition: condition, isUnless: false)
      replace(start, with: .test(clause, otherwise: next))
    }
  }

  mutating func ask(_ question: QuestionID) {
    observations.asks[question, default: []].append(
      Observations.Ask(order: step.order, instruction: next)
    )
    emit(.ask(question))
  }

  mutating func askShared(_ name: Name) {
    if let question = environment.shared[name.text] {
      ask(question)
    } else {
      report(.unknownSharedQuestion(source, name, among: Array(environment.shared.keys)))
    }
  }

  /// Resolves the conditions of a question's options.
  mutating func gateOptions(_ identifier: QuestionID, _ syntax: QuestionSyntax) {
    if declarations[identifier].isUnguarded { return }
    var clauses: [WhenClause?] = []
    for item in syntax.items {
      switch item.content {
      case .option: clauses.append(nil)
      case .guarded(let condition, let isUnless, let options):
        let clause = clause(condition, isUnless: isUnless)
        if let clause { names.checkRouting(clause, condition.span) }
        clauses += options.map { _ in clause }
      case .again, .comment, .field, .why: break
      }
    }
    guard clauses.count == declarations[identifier].options.count else { return }
    optionClauses.append((identifier, clauses))
  }
}
