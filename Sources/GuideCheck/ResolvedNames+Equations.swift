import GuideSyntax
import SourceText

/// An equation as written.
private struct Definition {
  let name: Name
  let equation: EquationSyntax
  let span: Span
}

extension ResolvedNames {
  /// Resolves the equations in an order where each reads only earlier ones.
  mutating func resolveEquations() {
    var definitions: [Definition] = []
    for step in script.steps { gather(step.blocks, into: &definitions) }
    // The first of two definitions with the same name counts.
    var places = [String: Int](minimumCapacity: definitions.count)
    var isDouble = [Bool](repeating: false, count: definitions.count)
    for (index, definition) in definitions.enumerated() {
      func take(_ place: inout Int?) {
        isDouble[index] = place != nil
        place = place ?? index
      }
      if scope[definition.name.text] == nil {
        take(&places[definition.name.text])
      } else {
        isDouble[index] = true
      }
    }
    scope.reserve(places.count)
    for index in sorted(definitions, places) {
      let definition = definitions[index]
      if isDouble[index] {
        report(
          .duplicateName(
            source,
            definition.name,
            first: scope.place(of: definition.name.text)
              ?? definitions[places[definition.name.text] ?? index].name.span
          )
        )
        continue
      }
      define(definition)
    }
  }

  private func gather(_ blocks: [BlockSyntax], into definitions: inout [Definition]) {
    for block in blocks {
      switch block.content {
      case .definition(let name, let equation, let span):
        definitions.append(Definition(name: name, equation: equation, span: span))
      case .conditional(_, _, let inside): gather(inside, into: &definitions)
      case .question(let question):
        for option in question.options { gather(option.replies, into: &definitions) }
      default: break
      }
    }
  }

  /// An order where each definition comes after those it reads; a circle is reported once.
  private mutating func sorted(_ definitions: [Definition], _ places: [String: Int]) -> [Int] {
    enum VisitColor { case open, done }
    var colors = [VisitColor?](repeating: nil, count: definitions.count)
    var result: [Int] = []
    result.reserveCapacity(definitions.count)
    for start in definitions.indices where colors[start] == nil {
      // Most equations read only those above them.
      if reads(definitions[start], places).allSatisfy({ colors[$0] == .done }) {
        colors[start] = .done
        result.append(start)
        continue
      }
      var stack: [(index: Int, reads: [Int], next: Int)] = []
      func push(_ index: Int) {
        colors[index] = .open
        stack.append((index, reads(definitions[index], places), 0))
      }
      push(start)
      while let top = stack.last {
        if top.next == top.reads.count {
          colors[top.index] = .done
          result.append(top.index)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let read = top.reads[top.next]
        switch colors[read] {
        case .done: break
        case .open:
          let (reader, first) = (definitions[top.index].name, definitions[read].name)
          rings.insert(first.text)
          report(.equationCycle(source, reader, reads: first))
        case nil: push(read)
        }
      }
    }
    return result
  }

  /// The places of the definitions that one reads.
  private func reads(_ definition: Definition, _ places: [String: Int]) -> [Int] {
    names(in: definition.equation).compactMap { places[$0] }
  }

  private func names(in equation: EquationSyntax) -> [String] {
    switch equation {
    case .number, .bound: []
    case .name(let name): [name.text]
    case .operation(_, let left, let right): names(in: left) + names(in: right)
    case .count(let names), .sum(let names): names.map(\.text)
    case .truth(let condition):
      condition.atoms.compactMap { atom in
        if case .isSeen = atom.relation { nil } else { atom.subject.text }
      }
    }
  }

  private mutating func define(_ definition: Definition) {
    let resolved = resolved(definition)
    let identifier = EquationID(declarations.origin.equations + equations.count)
    equations.append(resolved.equation)
    facts.append(resolved.facts)
    if Scope.reservedWords.contains(definition.name.text) {
      report(.reservedName(source, definition.name, among: Scope.reservedWords))
    }
    if definition.name.text.hasPrefix(ClinicDetails.prefix) {
      report(.nameOfClinic(source, definition.name))
    }
    scope.declare(definition.name.text, .equation(identifier), at: definition.name.span)
  }

  private mutating func resolved(
    _ definition: Definition
  ) -> (equation: Equation, facts: EquationFacts) {
    if case .truth(let syntax) = definition.equation { return truth(syntax, definition.name) }
    var reads: [EquationID] = []
    var isAmount = false
    let expression = expression(definition.equation, &reads, &isAmount)
    let extent = extent(of: expression ?? .constant(.zero))
    let isClear = expression != nil && reads.allSatisfy { facts(of: $0).isClear }
    if isClear, extent == nil { report(.equationTooLarge(source, definition.span)) }
    let equation = Equation(
      name: definition.name.text,
      guide: guide,
      expression: expression ?? .constant(.zero),
      isTruth: false,
      isAmount: isAmount,
      reads: unique(reads),
      readsMentions: readsMentions(reads),
      bounds: extent?.range ?? Fraction.zero...Fraction.zero
    )
    return (equation, facts(of: equation, extent: extent, isClear: isClear))
  }

  private mutating func truth(
    _ syntax: ConditionSyntax,
    _ name: Name
  ) -> (equation: Equation, facts: EquationFacts) {
    let condition = condition(syntax, of: atoms(of: syntax))
    let parts = condition?.atoms ?? []
    let reads = parts.compactMap(\.equation)
    let readsMentions = parts.contains(where: \.readsMentions) || readsMentions(reads)
    let place = add(condition ?? Condition(atoms: [], isAll: true, words: "", span: nil))
    let equation = Equation(
      name: name.text,
      guide: guide,
      expression: .truth(place),
      isTruth: true,
      isAmount: false,
      reads: unique(reads),
      readsMentions: readsMentions,
      bounds: nil
    )
    return (equation, facts(of: equation, extent: nil, isClear: true))
  }

  private func unique(_ reads: [EquationID]) -> [EquationID] {
    reads.reduce(into: []) { seen, read in
      if !seen.contains(read) { seen.append(read) }
    }
  }

  private func readsMentions(_ reads: [EquationID]) -> Bool {
    reads.contains { self[$0].readsMentions }
  }

  private mutating func expression(
    _ syntax: EquationSyntax,
    _ reads: inout [EquationID],
    _ isAmount: inout Bool
  ) -> Equation.Expression? {
    switch syntax {
    case .number(let number): return .constant(Fraction(number))
    case .name(let name): return value(name, &reads, &isAmount)
    case .operation(let operation, let left, let right):
      let a = expression(left, &reads, &isAmount)
      let b = expression(right, &reads, &isAmount)
      guard let a, let b else { return nil }
      switch operation {
      case .plus: return .sum(a, b)
      case .minus: return .difference(a, b)
      case .times: return .product(a, b)
      case .dividedBy:
        if let range = extent(of: b)?.range, range.contains(.zero) {
          report(.divisionByZero(source, span(of: right)))
          return nil
        }
        return .quotient(a, b)
      }
    case .sum(let names):
      let parts = names.compactMap { value($0, &reads, &isAmount) }
      guard parts.count == names.count, let first = parts.first else { return nil }
      return parts.dropFirst().reduce(first) { .sum($0, $1) }
    case .count(let names):
      let parts = names.compactMap { counted($0, &reads) }
      guard parts.count == names.count, let first = parts.first else { return nil }
      return parts.dropFirst().reduce(first) { .sum($0, $1) }
    case .bound(let isHigh, let name): return bound(of: name, isHigh: isHigh)
    case .truth: return nil
    }
  }

  private mutating func value(
    _ name: Name,
    _ reads: inout [EquationID],
    _ isAmount: inout Bool
  ) -> Equation.Expression? {
    guard let operand = operand(named: name) else { return nil }
    switch operand {
    case .question(let question):
      guard let numbers = declarations[question].domain.numbers else {
        report(.answerIsNoNumber(source, name))
        return nil
      }
      isAmount = isAmount || numbers.kind == .amount
      return .question(question)
    case .equation(let equation):
      if self[equation].isTruth {
        report(.truthInEquation(source, name))
        return nil
      }
      reads.append(equation)
      isAmount = isAmount || self[equation].isAmount
      return .equation(equation)
    }
  }

  private mutating func counted(_ name: Name, _ reads: inout [EquationID]) -> Equation.Expression? {
    guard let operand = operand(named: name) else { return nil }
    switch operand {
    case .question(let question):
      if declarations[question].domain == .ticks { return .ticked(question) }
    case .equation(let equation) where self[equation].isTruth:
      reads.append(equation)
      return .counted(equation, comparing: questionsCompared(by: equation))
    case .equation: break
    }
    report(.notCountable(source, name))
    return nil
  }

  /// The questions of which a named condition compares the answers: without one of them, it cannot be counted.
  private func questionsCompared(by equation: EquationID) -> [QuestionID] {
    var found: [QuestionID] = []
    var visited: Set<EquationID> = [equation]
    var pending = [equation]
    while let next = pending.popLast() {
      guard case .truth(let condition) = self[next].expression else {
        found += questionsRead(by: self[next].expression).filter { !found.contains($0) }
        pending += self[next].reads.filter { visited.insert($0).inserted }
        continue
      }
      for atom in conditions[condition - declarations.origin.conditions].atoms {
        switch atom {
        case .options(let question, _), .answeredWithout(let question, _),
          .compares(.question(let question), _, _):
          if !found.contains(question) { found.append(question) }
        case .compares(.equation(let read), _, _), .isTrue(let read):
          if visited.insert(read).inserted { pending.append(read) }
        case .isKnown, .isSkipped, .seenGuide, .seenMention, .seenQuestion, .seenStep: break
        }
      }
    }
    return found
  }

  private mutating func bound(of name: Name, isHigh: Bool) -> Equation.Expression? {
    guard let place = environment.evidence.figurePlaces[name.text] else {
      report(
        .unknownFigure(
          source,
          name,
          among: diagnostics.candidates(environment.evidence.figureNames)
        )
      )
      return nil
    }
    let figure = environment.evidence.figures[place]
    if let measurement = figure.measurement {
      report(.figureWithoutCount(source, name, measure: measurement.word))
      return nil
    }
    guard let arm = figure.arms.first else { return nil }
    switch arm.count {
    case .people(let part, _): return .constant(Fraction(part))
    case .range(let low, let high, _): return .constant(Fraction(isHigh ? high : low))
    case .percent(let percent): return .constant(percent)
    }
  }

  private func span(of equation: EquationSyntax) -> Span {
    switch equation {
    case .number(let number): number.span
    case .name(let name), .bound(_, let name): name.span
    case .operation(_, let left, let right): span(of: left).union(span(of: right))
    case .count(let names), .sum(let names): names.reduce(Span.empty) { $0.union($1.span) }
    case .truth(let condition): condition.span
    }
  }
}
