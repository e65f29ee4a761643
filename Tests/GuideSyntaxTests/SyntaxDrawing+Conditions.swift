import GuideSyntax

extension SyntaxDrawing {
  func nodes(_ condition: Guard?) -> [SyntaxNode] {
    guard let condition else { return [] }
    return [
      SyntaxNode(
        .guard,
        [condition.isUnless ? "unless" : "when"],
        children: [node(condition.condition)]
      )
    ]
  }

  /// A condition; a single test has nothing to join it to.
  func node(_ condition: ConditionSyntax) -> SyntaxNode {
    SyntaxNode(
      .condition,
      condition.atoms.isEmpty
        ? ["unreadable"] : condition.atoms.count == 1 ? [] : [word(for: condition.joiner)],
      places: [place(condition.span)],
      children: condition.atoms.map { node($0) }
    )
  }

  private func word(for joiner: ConditionSyntax.Joiner) -> String {
    switch joiner {
    case .and: "and"
    case .or: "or"
    }
  }

  private func node(_ test: AtomicConditionSyntax) -> SyntaxNode {
    let subject = drawn(test.subject)
    let places = [place(test.span)]
    return switch test.relation {
    case .isAny(let values): SyntaxNode(.is, [subject, drawn(values)], places: places)
    case .includesAny(let values): SyntaxNode(.includes, [subject, drawn(values)], places: places)
    case .compares(let comparison, let number):
      SyntaxNode(kind(of: comparison), [subject, drawn(number)], places: places)
    case .isKnown: SyntaxNode(.isKnown, [subject], places: places)
    case .isAnsweredWithout(let values):
      SyntaxNode(.isAnsweredWithout, [subject, drawn(values)], places: places)
    case .isSkipped: SyntaxNode(.isSkipped, [subject], places: places)
    case .isTrue: SyntaxNode(.isTrue, [subject], places: places)
    case .isSeen: SyntaxNode(.seen, [subject], places: places)
    }
  }

  private func kind(of comparison: AtomicConditionSyntax.Comparison) -> SyntaxNode.Kind {
    switch comparison {
    case .atLeast: .isAtLeast
    case .atMost: .isAtMost
    case .equal: .isEqual
    case .lessThan: .isLessThan
    case .moreThan: .isMoreThan
    }
  }

  // MARK: equations

  func node(_ equation: EquationSyntax) -> SyntaxNode {
    switch equation {
    case .number(let number): SyntaxNode(.number, [drawn(number)])
    case .name(let name): SyntaxNode(.name, [drawn(name)])
    case .operation(let operation, let left, let right):
      SyntaxNode(kind(of: operation), children: [node(left), node(right)])
    case .count(let names): SyntaxNode(.count, [drawn(names)])
    case .sum(let names): SyntaxNode(.sum, [drawn(names)])
    case .bound(let isHigh, let figure): SyntaxNode(isHigh ? .high : .low, [drawn(figure)])
    case .truth(let condition): SyntaxNode(.truth, children: [node(condition)])
    }
  }

  private func kind(of operation: EquationSyntax.Operation) -> SyntaxNode.Kind {
    switch operation {
    case .plus: .plus
    case .minus: .minus
    case .times: .times
    case .dividedBy: .dividedBy
    }
  }

  // MARK: promises and examples

  func node(_ promise: PromiseSyntax, _ places: [String]) -> SyntaxNode {
    SyntaxNode(
      .promise,
      ["words" + place(promise.span)],
      places: places,
      children: [node(promise.form)] + nodes(promise.condition)
    )
  }

  private func node(_ form: PromiseSyntax.Form) -> SyntaxNode {
    switch form {
    case .seeBefore(let seen, let later): SyntaxNode(.seeBefore, [drawn(seen), drawn(later)])
    case .seeAfter(let seen, let earlier): SyntaxNode(.seeAfter, [drawn(seen), drawn(earlier)])
    case .seeBeforeEnd(let seen): SyntaxNode(.seeBeforeEnd, [drawn(seen)])
    case .never(let seen): SyntaxNode(.never, [drawn(seen)])
    case .atMostQuestions(let number): SyntaxNode(.atMostQuestions, [drawn(number)])
    case .atMostMinutes(let number): SyntaxNode(.atMostMinutes, [drawn(number)])
    }
  }

  func node(_ example: ExampleSyntax, _ places: [String]) -> SyntaxNode {
    SyntaxNode(
      .example,
      [drawn(example.name)],
      places: places,
      children: example.lines.map { node($0) }
    )
  }

  private func node(_ line: ExampleSyntax.Line) -> SyntaxNode {
    switch line {
    case .answer(let question, let values):
      SyntaxNode(.answer, [drawn(question), drawn(values)])
    case .skipped(let question): SyntaxNode(.skipped, [drawn(question)])
    case .sees(let place): SyntaxNode(.sees, [drawn(place)])
    case .neverSees(let place): SyntaxNode(.neverSees, [drawn(place)])
    case .comment(let span): comment(span)
    }
  }
}
