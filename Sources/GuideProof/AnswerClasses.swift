import GuideCheck

/// Classes of answers to a question: answers that no condition distinguishes are in one class.
///
/// *Skipped* is a separate class for every question that a condition reads. An answer that is only
/// printed, or used in a calculation that is only printed, does not divide into classes.
enum AnswerClasses: Sendable {
  /// No condition reads it, so all answers are one class.
  case unread
  /// No condition looks into its answers, so they are all one class.
  case answered
  /// One option: sets of options that no condition distinguishes.
  case choice([OptionMask])
  /// Ticks: each set of options is ticked or not; sets of options that do not rule out the rest come
  /// first.
  case ticks(sets: [OptionMask], alone: [OptionMask])
  /// Numbers: ranges between the numbers that conditions compare with, counted in steps.
  case numbers([ClosedRange<Int>], NumberDomain)

  /// The number of classes that conditions can distinguish, without *skipped* and *not asked*; for ticks,
  /// each set counts as one.
  var count: Int {
    switch self {
    case .unread: 0
    case .answered: 1
    case .choice(let sets): sets.count
    case .ticks: 1
    case .numbers(let ranges, _): ranges.count
    }
  }
}

/// What the conditions of a library test about each question.
struct AnswerReading {
  /// How a number depends linearly on one answer: `factor` times it, plus `offset`; without a question
  /// it is constant.
  struct Line {
    let question: QuestionID?
    let factor: Fraction
    let offset: Fraction
  }

  /// A question with at most this many numbers can be examined number by number.
  static let mostSingleNumbers = 128

  private let library: Library
  /// For each equation, how it depends on one answer, if it does so linearly.
  private(set) var lines: [Line?] = []
  private var isRead: [Bool]
  private var masks: [[OptionMask]]
  /// The numbers, in steps, that begin a new range.
  private var cuts: [Set<Int>]
  private var isSingle: [Bool]
  /// Equations that read too many numbers together to be examined exactly.
  private(set) var isWide: [Bool]

  init(_ library: Library) {
    self.library = library
    isRead = Array(repeating: false, count: library.questions.count)
    masks = Array(repeating: [], count: library.questions.count)
    cuts = Array(repeating: [], count: library.questions.count)
    isSingle = Array(repeating: false, count: library.questions.count)
    isWide = Array(repeating: false, count: library.equations.count)
    for equation in library.equations { lines.append(line(equation.expression)) }
    for condition in library.conditions { for atom in condition.atoms { read(atom) } }
    for (index, question) in library.questions.enumerated() {
      guard case .check = question.role else { continue }
      isRead[index] = true
      masks[index].append(question.right)
    }
  }

  /// The classes of each question.
  var classes: [AnswerClasses] { library.questions.indices.map(classes(of:)) }

  private func classes(of index: Int) -> AnswerClasses {
    let question = library.questions[index]
    guard isRead[index] else { return .unread }
    switch question.domain.partition {
    case .whole: return .answered
    case .options where question.domain == .choice:
      return .choice(sets(among: question.allOptions, index))
    case .options:
      return .ticks(
        sets: sets(among: question.allOptions.subtracting(question.exclusive), index),
        alone: sets(among: question.allOptions.intersection(question.exclusive), index)
      )
    case .numbers(let numbers):
      guard let range = numbers.steps else { return .answered }
      var starts = cuts[index].filter { range.contains($0) }
      if isSingle[index] { starts.formUnion(range) }
      starts.insert(range.lowerBound)
      let sorted = starts.sorted()
      let ends = sorted.dropFirst().map { $0 - 1 } + [range.upperBound]
      return .numbers(zip(sorted, ends).map { $0...$1 }, numbers)
    }
  }

  /// The options, grouped into sets that no test divides.
  private func sets(among options: OptionMask, _ index: Int) -> [OptionMask] {
    var sets: [OptionMask] = []
    var places: [[Bool]: Int] = [:]
    for option in options.places {
      let key = isSingle[index] ? [] : masks[index].map { $0.contains(place: option) }
      if !isSingle[index], let place = places[key] {
        sets[place].formUnion(OptionMask(place: option))
      } else {
        places[key] = sets.count
        sets.append(OptionMask(place: option))
      }
    }
    return sets
  }

  // MARK: tests

  private mutating func read(_ atom: AtomicCondition) {
    switch atom {
    case .options(let question, let mask):
      isRead[question.index] = true
      if !masks[question.index].contains(mask) { masks[question.index].append(mask) }
    case .isKnown(.question(let question)), .isSkipped(let question):
      isRead[question.index] = true
    case .compares(.question(let question), let comparison, let constant):
      cut(Line(question: question, factor: Fraction(1), offset: .zero), comparison, constant)
    case .compares(.equation(let equation), let comparison, let constant):
      if let line = lines[equation.index] {
        cut(line, comparison, constant)
      } else {
        separate(equation)
      }
    case .isKnown(.equation(let equation)):
      for question in numbersRead(by: equation) { isRead[question.index] = true }
    case .isTrue, .seenGuide, .seenQuestion, .seenMention, .seenStep: break
    }
  }

  /// Divides the numbers of a question where a linear function of it crosses a constant.
  private mutating func cut(_ line: Line, _ comparison: Comparison, _ constant: Fraction) {
    guard let question = line.question else { return }
    isRead[question.index] = true
    guard line.factor != .zero, let numbers = library[question].domain.numbers,
      let place = constant.minus(line.offset)?.divided(by: line.factor)?
        .times(Fraction(numbers.stepsPerUnit))
    else { return }
    let floor = Int(floorOf: place)
    let isWhole = place.denominator == 1
    let isRising = line.factor > .zero
    switch comparison {
    case .equal: if isWhole { cuts[question.index].formUnion([floor, floor + 1]) }
    case .atLeast where isRising, .atMost where !isRising, .lessThan where isRising,
      .moreThan where !isRising:
      cuts[question.index].insert(isWhole ? floor : floor + 1)
    case .atLeast, .atMost, .lessThan, .moreThan: cuts[question.index].insert(floor + 1)
    }
  }

  /// Examines every number of the questions that an equation reads together.
  private mutating func separate(_ equation: EquationID) {
    let questions = numbersRead(by: equation)
    let isFew = questions.allSatisfy { question in
      library[question].domain.numbers?.steps.map { $0.count <= Self.mostSingleNumbers } ?? true
    }
    for question in questions {
      isRead[question.index] = true
      if isFew { isSingle[question.index] = true }
    }
    if !isFew { isWide[equation.index] = true }
  }

  /// The questions whose numbers or ticks are parts of an equation, directly or through others.
  private func numbersRead(by equation: EquationID) -> Set<QuestionID> {
    var found: Set<QuestionID> = []
    var visited: Set<EquationID> = [equation]
    var pending = [equation]
    func visit(_ expression: Equation.Expression) {
      switch expression {
      case .constant, .counted, .truth: break
      case .question(let question), .ticked(let question): found.insert(question)
      case .equation(let read): if visited.insert(read).inserted { pending.append(read) }
      case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
        .quotient(let a, let b):
        visit(a)
        visit(b)
      }
    }
    while let next = pending.popLast() { visit(library.equations[next.index].expression) }
    return found
  }

  private func line(_ expression: Equation.Expression) -> Line? {
    switch expression {
    case .constant(let value): return Line(question: nil, factor: .zero, offset: value)
    case .question(let question):
      return Line(question: question, factor: Fraction(1), offset: .zero)
    case .equation(let equation): return lines[equation.index]
    case .sum(let a, let b): return both(a, b) { $0.plus($1) }
    case .difference(let a, let b): return both(a, b) { $0.minus($1) }
    case .product(let a, let b):
      guard let first = line(a), let second = line(b) else { return nil }
      return second.question == nil
        ? first.scaled { $0.times(second.offset) }
        : first.question == nil
          ? second.scaled { $0.times(first.offset) } : nil
    case .quotient(let a, let b):
      guard let first = line(a), let second = line(b), second.question == nil else { return nil }
      return first.scaled { $0.divided(by: second.offset) }
    case .counted, .ticked, .truth: return nil
    }
  }

  private func both(
    _ a: Equation.Expression,
    _ b: Equation.Expression,
    _ operation: (Fraction, Fraction) -> Fraction?
  ) -> Line? {
    guard let first = line(a), let second = line(b),
      first.question == nil || second.question == nil || first.question == second.question,
      let factor = operation(first.factor, second.factor),
      let offset = operation(first.offset, second.offset)
    else { return nil }
    return Line(question: first.question ?? second.question, factor: factor, offset: offset)
  }
}

extension AnswerReading.Line {
  fileprivate func scaled(_ change: (Fraction) -> Fraction?) -> Self? {
    guard let factor = change(factor), let offset = change(offset) else { return nil }
    return Self(question: question, factor: factor, offset: offset)
  }
}
