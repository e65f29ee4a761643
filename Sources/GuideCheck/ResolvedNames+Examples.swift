import GuideSyntax
import SourceText

extension ResolvedNames {
  /// The examples, with every name resolved.
  mutating func resolveExamples() -> [Example] {
    var examples: [Example] = []
    for step in script.steps {
      for block in vows(in: step.blocks) {
        if case .example(let syntax) = block.content {
          examples.append(example(syntax, block.span))
        }
      }
    }
    return examples
  }

  private mutating func example(_ syntax: ExampleSyntax, _ span: Span) -> Example {
    var answers: [(question: QuestionID, answer: Answer)] = []
    var sees: [Mention] = []
    var neverSees: [Mention] = []
    var places: [QuestionID: Span] = [:]
    for line in syntax.lines {
      switch line {
      case .comment: break
      case .sees(let name): sees += mention(named: name).map { [$0.said] } ?? []
      case .neverSees(let name): neverSees += mention(named: name).map { [$0] } ?? []
      case .skipped(let name):
        if let question = questionNamed(name), isFirst(question, name, &places) {
          answers.append((question, .skipped))
        }
      case .answer(let name, let values):
        if let question = questionNamed(name), isFirst(question, name, &places),
          let answer = answer(values, to: question)
        {
          answers.append((question, answer))
        }
      }
    }
    return Example(
      name: syntax.name.text,
      answers: answers,
      sees: sees,
      neverSees: neverSees,
      source: source,
      span: span
    )
  }

  /// Whether an example answers a question for the first time; reports a second time.
  private mutating func isFirst(
    _ question: QuestionID,
    _ name: Name,
    _ places: inout [QuestionID: Span]
  ) -> Bool {
    if let first = places[question] {
      report(.answeredTwice(source, name, first: first))
      return false
    }
    places[question] = name.span
    return true
  }

  private mutating func questionNamed(_ name: Name) -> QuestionID? {
    guard let operand = operand(named: name) else { return nil }
    if case .question(let question) = operand { return question }
    report(.unknownName(source, name, among: diagnostics.candidates(valueNames)))
    return nil
  }

  private mutating func answer(_ values: [Name], to identifier: QuestionID) -> Answer? {
    let question = declarations[identifier]
    switch question.domain.partition {
    case .whole:
      let answer = question.domain.wholeAnswer(values.map(\.text).joined(separator: " "))
      if answer == nil { report(.otherKindExpectedOf(source, values[0], question)) }
      return answer
    case .numbers(let numbers):
      guard let number = Fraction(decimal: values[0].text), numbers.range.contains(number) else {
        report(.numberExpectedOf(source, values[0], name: question.name))
        return nil
      }
      return .number(number)
    case .options:
      if question.domain == .choice, values.count > 1 {
        let span = values[0].span.union(values[values.count - 1].span)
        let whole = Name(source.text(span), span)
        report(
          question.option(named: values[0].text) == nil
            ? .unknownAnswer(
              source,
              whole,
              question: question.name,
              among: question.options.map(\.name)
            ) : .severalAnswers(source, values[1], name: question.name)
        )
        return nil
      }
      var mask: OptionMask = []
      for value in values {
        guard let place = option(named: value, of: question) else { return nil }
        mask.formUnion(OptionMask(place: place))
      }
      return .options(mask)
    }
  }
}
