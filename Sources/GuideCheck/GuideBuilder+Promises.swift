import GuideSyntax
import SourceText

extension GuideBuilder {
  /// The promises and examples among blocks.
  private func vows(in blocks: [BlockSyntax]) -> [BlockSyntax] {
    var vows: [BlockSyntax] = []
    for block in blocks {
      switch block.content {
      case .conditional(_, _, let inside): vows += self.vows(in: inside)
      case .example, .promise: vows.append(block)
      default: break
      }
    }
    return vows
  }

  /// The promises, every name in them resolved.
  mutating func resolvePromises() -> [Promise] {
    var promises: [Promise] = []
    for (order, step) in script.steps.enumerated() {
      self.order = order
      for block in vows(in: step.blocks) {
        guard case .promise(let syntax) = block.content, let form = form(syntax.form) else {
          continue
        }
        let clause = syntax.condition.flatMap {
          self.clause($0.condition, isUnless: $0.isUnless, routes: true)
        }
        if syntax.condition != nil, clause == nil { continue }
        promises.append(
          Promise(
            form: form,
            clause: clause,
            words: source.text(syntax.span),
            source: source,
            span: syntax.span
          )
        )
      }
    }
    return promises
  }

  private mutating func form(_ form: PromiseSyntax.Form) -> Promise.Form? {
    switch form {
    case .seeBefore(let first, let second):
      let (a, b) = (mention(named: first), mention(named: second))
      return a.flatMap { a in b.map { .seeBefore(a, $0) } }
    case .seeAfter(let first, let second):
      let (a, b) = (mention(named: first), mention(named: second))
      return a.flatMap { a in b.map { .seeAfter(a, $0) } }
    case .seeBeforeEnd(let name): return mention(named: name).map { .seeBeforeEnd($0) }
    case .never(let name): return mention(named: name).map { .never($0) }
    case .atMostMinutes(let number): return .atMostMinutes(Fraction(number))
    case .atMostQuestions(let number): return .atMostQuestions(Fraction(number))
    }
  }

  /// What a phrase speaks of: a name of the guide, a guide, a claim, a figure, or a subject.
  mutating func mention(named name: Name) -> Mention? {
    let words = name.text.split(separator: " ").map(String.init)
    if words.count == 1 {
      switch scope[name.text] {
      case .step(let step): return .step(step)
      case .question(let question): return .question(question)
      case .equation(let equation): return .equation(equation)
      case .row, nil: break
      }
      if let guide = checker.guideNames[name.text] { return .guide(guide) }
      if let claim = checker.evidence.claimPlaces[name.text] { return .claim(claim) }
      if let figure = checker.evidence.figurePlaces[name.text] { return .figure(figure) }
      if let question = checker.shared[name.text] { return .question(question) }
    }
    let subject = (words.first == "about" ? words.dropFirst() : words[...]).joined(separator: " ")
    if checker.subjects[subject] != nil { return .subject(subject) }
    report(.unknownPlace(source, name, among: checker.candidates(placeNames)))
    return nil
  }

  /// The examples, every name in them resolved.
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
    for line in syntax.lines {
      switch line {
      case .comment: break
      case .sees(let name): sees += mention(named: name).map { [$0] } ?? []
      case .neverSees(let name): neverSees += mention(named: name).map { [$0] } ?? []
      case .skipped(let name):
        if let question = questionNamed(name) { answers.append((question, .skipped)) }
      case .answer(let name, let values):
        if let question = questionNamed(name), let answer = answer(values, to: question) {
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

  private mutating func questionNamed(_ name: Name) -> QuestionID? {
    guard let operand = operand(named: name) else { return nil }
    if case .question(let question) = operand { return question }
    report(.unknownName(source, name, among: checker.candidates(valueNames)))
    return nil
  }

  private mutating func answer(_ values: [Name], to identifier: QuestionID) -> Answer? {
    let question = checker.questions[identifier.index]
    switch question.domain {
    case .text: return .text(values.map(\.text).joined(separator: " "))
    case .number(let numbers):
      guard let number = Fraction(decimal: values[0].text), numbers.range.contains(number) else {
        report(.numberExpectedOf(source, values[0], name: question.name))
        return nil
      }
      return .number(number)
    case .choice, .ticks:
      var mask: OptionMask = []
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
      for value in values {
        guard let index = question.option(named: value.text) else {
          report(
            .unknownAnswer(
              source,
              value,
              question: question.name,
              among: question.options.map(\.name)
            )
          )
          return nil
        }
        mask.formUnion(OptionMask(place: index))
      }
      return .options(mask)
    }
  }
}
