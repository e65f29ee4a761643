import GuideSyntax
import SourceText

extension GuideBuilder {
  /// An equation as written.
  private struct Definition {
    let name: Name
    let equation: EquationSyntax
    let span: Span
    let order: Int
  }

  /// What an expression can come to: its range, and how large its parts can grow.
  private struct Extent {
    let range: ClosedRange<Fraction>
    /// The largest numerator and denominator that can arise.
    let above: Int
    let below: Int
    /// Whether every denominator divides `below`, as that of every price divides 100; so sums of
    /// prices stay in cents.
    let isShared: Bool
  }

  /// Declares the equations so that each reads only those before it.
  mutating func declareEquations() {
    var definitions: [Definition] = []
    for (order, step) in script.steps.enumerated() {
      gather(step.blocks, order, into: &definitions)
    }
    // Backwards, so that of two with one name the first stands.
    var places = [String: Int](minimumCapacity: definitions.count)
    for (index, definition) in definitions.enumerated().reversed()
    where scope[definition.name.text] == nil {
      places[definition.name.text] = index
    }
    scope.reserve(places.count)
    for index in sorted(definitions, places) {
      let definition = definitions[index]
      guard places[definition.name.text] == index else {
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

  private func gather(_ blocks: [BlockSyntax], _ order: Int, into definitions: inout [Definition]) {
    for block in blocks {
      switch block.content {
      case .definition(let name, let equation, let span):
        definitions.append(Definition(name: name, equation: equation, span: span, order: order))
      case .conditional(_, _, let inside): gather(inside, order, into: &definitions)
      case .question(let question):
        for option in question.options { gather(option.replies, order, into: &definitions) }
      default: break
      }
    }
  }

  /// The order in which each definition comes after those it reads; a ring is reported once.
  private mutating func sorted(_ definitions: [Definition], _ places: [String: Int]) -> [Int] {
    enum VisitColor { case open, done }
    var colors = [VisitColor?](repeating: nil, count: definitions.count)
    var result: [Int] = []
    for start in definitions.indices where colors[start] == nil {
      var stack: [(index: Int, reads: [Int], next: Int)] = []
      func push(_ index: Int) {
        colors[index] = .open
        stack.append((index, names(in: definitions[index].equation).compactMap { places[$0] }, 0))
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
    order = definition.order
    var reads: [EquationID] = []
    var extent: Extent?
    let checked: Equation
    if case .truth(let syntax) = definition.equation {
      // An equation reads where it is used, not where it is written.
      let (readCount, testCount) = (self.reads.count, stepTests.count)
      let condition = condition(syntax, isUnless: false)
      self.reads.removeLast(self.reads.count - readCount)
      stepTests.removeLast(stepTests.count - testCount)
      let parts = condition?.atoms ?? []
      let equations = parts.compactMap(\.equation)
      let mentions = parts.contains(where: \.readsMentions) || readsMentions(equations)
      let place = add(condition ?? Condition(atoms: [], isAll: true, words: "", span: nil))
      checked = Equation(
        name: definition.name.text,
        guide: guide,
        expression: .truth(place),
        isTruth: true,
        isAmount: false,
        reads: unique(equations),
        readsMentions: mentions,
        bounds: nil
      )
    } else {
      var isAmount = false
      let expression = expression(definition.equation, &reads, &isAmount)
      extent = self.extent(of: expression ?? .constant(.zero))
      let isClear = expression != nil && reads.allSatisfy { !unclear.contains($0) }
      if !isClear {
        unclear.insert(EquationID(checker.equations.count))
      } else if extent == nil {
        report(.equationTooLarge(source, definition.span))
      }
      checked = Equation(
        name: definition.name.text,
        guide: guide,
        expression: expression ?? .constant(.zero),
        isTruth: false,
        isAmount: isAmount,
        reads: unique(reads),
        readsMentions: readsMentions(reads),
        bounds: extent?.range ?? Fraction.zero...Fraction.zero
      )
    }
    let identifier = EquationID(checker.equations.count)
    checker.equations.append(checked)
    extents.append(extent.map { ($0.above, $0.below, $0.isShared) })
    linears.append(linearQuestion(of: checked.expression))
    alwaysKnown.append(isAlwaysKnown(checked))
    declare(definition.name, .equation(identifier))
  }

  private func unique(_ reads: [EquationID]) -> [EquationID] {
    reads.reduce(into: []) { seen, read in
      if !seen.contains(read) { seen.append(read) }
    }
  }

  private func readsMentions(_ reads: [EquationID]) -> Bool {
    reads.contains { checker.equations[$0.index].readsMentions }
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
      guard let numbers = checker.questions[question.index].domain.numbers else {
        report(.answerIsNoNumber(source, name))
        return nil
      }
      isAmount = isAmount || numbers.kind == .amount
      return .question(question)
    case .equation(let equation):
      if checker.equations[equation.index].isTruth {
        report(.truthInEquation(source, name))
        return nil
      }
      reads.append(equation)
      isAmount = isAmount || checker.equations[equation.index].isAmount
      return .equation(equation)
    }
  }

  private mutating func counted(_ name: Name, _ reads: inout [EquationID]) -> Equation.Expression? {
    guard let operand = operand(named: name) else { return nil }
    switch operand {
    case .question(let question):
      if checker.questions[question.index].domain == .ticks { return .ticked(question) }
    case .equation(let equation) where checker.equations[equation.index].isTruth:
      reads.append(equation)
      return .counted(equation)
    case .equation: break
    }
    report(.notCountable(source, name))
    return nil
  }

  private mutating func bound(of name: Name, isHigh: Bool) -> Equation.Expression? {
    guard let place = checker.evidence.figurePlaces[name.text] else {
      report(.unknownFigure(source, name, among: checker.figureNames))
      return nil
    }
    guard let arm = checker.evidence.figures[place].arms.first else { return nil }
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

  /// How far an expression can go; nil if it could outgrow exact arithmetic.
  private func extent(of expression: Equation.Expression) -> Extent? {
    switch expression {
    case .constant(let value):
      return Extent(
        range: value...value,
        above: abs(value.numerator),
        below: value.denominator,
        isShared: true
      )
    case .question(let question): return extent(of: checker.questions[question.index].domain)
    case .ticked(let question):
      let count = checker.questions[question.index].options.count
      return Extent(range: .zero...Fraction(count), above: count, below: 1, isShared: true)
    case .counted: return Extent(range: .zero...Fraction(1), above: 1, below: 1, isShared: true)
    case .equation(let equation):
      guard let range = checker.equations[equation.index].bounds,
        let (above, below, isShared) = extents[equation.index - extentOrigin]
      else { return nil }
      return Extent(range: range, above: above, below: below, isShared: isShared)
    case .sum(let a, let b): return combined(a, b, { $0.plus($1) }, isSum: true)
    case .difference(let a, let b): return combined(a, b, { $0.minus($1) }, isSum: true)
    case .product(let a, let b): return combined(a, b, { $0.times($1) }, isSum: false)
    case .quotient(let a, let b):
      guard let right = extent(of: b), !right.range.contains(.zero) else { return nil }
      return combined(a, b, { $0.divided(by: $1) }, isSum: false, turned: true)
    case .truth: return nil
    }
  }

  private func extent(of domain: AnswerDomain) -> Extent? {
    guard let numbers = domain.numbers, let most = numbers.mostSteps else { return nil }
    return Extent(range: numbers.range, above: most, below: numbers.stepsPerUnit, isShared: true)
  }

  private func combined(
    _ a: Equation.Expression,
    _ b: Equation.Expression,
    _ operation: (Fraction, Fraction) -> Fraction?,
    isSum: Bool,
    turned: Bool = false
  ) -> Extent? {
    guard let left = extent(of: a), var right = extent(of: b) else { return nil }
    if turned {
      let isOne = right.range.lowerBound == right.range.upperBound
      right = Extent(range: right.range, above: right.below, below: right.above, isShared: isOne)
    }
    guard let first = operation(left.range.lowerBound, right.range.lowerBound),
      let second = operation(left.range.lowerBound, right.range.upperBound),
      let third = operation(left.range.upperBound, right.range.lowerBound),
      let fourth = operation(left.range.upperBound, right.range.upperBound)
    else { return nil }
    let (low, high) = (min(first, second, third, fourth), max(first, second, third, fourth))
    guard let below = product(left.below, right.below) else { return nil }
    let above: Int?
    if !isSum {
      above = product(left.above, right.above)
    } else if left.below == 1, right.below == 1 {
      above = left.above + right.above
    } else {
      above = product(left.above, right.below).flatMap { first in
        product(right.above, left.below).map { first + $0 }
      }
    }
    guard let above, above < Int.max / 1_000_000 else { return nil }
    let isShared = left.isShared && right.isShared
    if isSum, isShared, let shared = Self.common(left.below, right.below) {
      let most = max(abs(low.rounded(decimals: 0) ?? 0), abs(high.rounded(decimals: 0) ?? 0)) + 1
      return product(most, shared).map {
        Extent(range: low...high, above: $0, below: shared, isShared: true)
      }
    }
    return Extent(range: low...high, above: above, below: below, isShared: isShared)
  }

  /// The least number that both divide; nil if it does not fit.
  private static func common(_ a: Int, _ b: Int) -> Int? {
    guard a > 0, b > 0, let both = Fraction(a, over: b) else { return nil }
    let (common, overflow) = both.numerator.multipliedReportingOverflow(by: b)
    return overflow ? nil : common
  }

  private func product(_ a: Int, _ b: Int) -> Int? {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow || product > Int.max / 1_000_000 ? nil : product
  }
}
