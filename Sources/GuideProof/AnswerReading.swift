import GuideCheck

/// What the conditions of a library test about each question: how its answers divide into classes, and which sums
/// of several answers are compared with a constant.
struct AnswerReading {
  /// How an equation depends on answers, as far as conditions compare it with constants.
  enum Form {
    /// On one answer, or none, and on what is counted: the classes of the answer tell all comparisons apart.
    case line(LinearSum)
    /// On several answers: each comparison is a test of its own.
    case sum(LinearSum)
    /// In another way, but on questions with so few numbers that each of them is a class.
    case few
    /// In another way.
    case free
  }

  /// A question with at most this many numbers can be examined number by number.
  static let mostSingleNumbers = 128
  /// What is counted can add at most this many different numbers to a sum of answers.
  static let mostCounts = 64

  private let library: Library
  /// For each equation, how it depends on answers, if it does so linearly.
  private(set) var sums: [LinearSum?] = []
  /// The sums of several answers that conditions compare with constants, each once.
  private(set) var tests: [SumTest] = []
  private var testIndices: [SumTest: Int] = [:]
  private var isRead: [Bool]
  private var masks: [[OptionMask]]
  /// The numbers, in steps, that begin a new range.
  private var cuts: [Set<Int>]
  private var isSingle: [Bool]
  /// Equations that depend on answers in a way that cannot be examined exactly.
  private var isFree: [Bool]

  init(_ library: Library) {
    self.library = library
    isRead = Array(repeating: false, count: library.questions.count)
    masks = Array(repeating: [], count: library.questions.count)
    cuts = Array(repeating: [], count: library.questions.count)
    isSingle = Array(repeating: false, count: library.questions.count)
    isFree = Array(repeating: false, count: library.equations.count)
    sums.reserveCapacity(library.equations.count)
    for equation in library.equations { sums.append(LinearSum(equation.expression, sums)) }
    for condition in library.conditions { for atom in condition.atoms { read(atom) } }
    for (index, question) in library.questions.enumerated() {
      guard case .check = question.role else { continue }
      isRead[index] = true
      masks[index].append(question.right)
    }
  }

  /// How an equation depends on answers.
  func form(of equation: EquationID) -> Form {
    if isFree[equation.index] { return .free }
    guard let sum = sums[equation.index] else { return .few }
    return sum.factors.count < 2 ? .line(sum) : .sum(sum)
  }

  /// The number of a test among the tests of the library.
  func index(of test: SumTest) -> Int? { testIndices[test] }

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
    case .options(let question, let mask), .answeredWithout(let question, let mask):
      isRead[question.index] = true
      if !masks[question.index].contains(mask) { masks[question.index].append(mask) }
    case .isKnown(.question(let question)), .isSkipped(let question):
      isRead[question.index] = true
    case .compares(.question(let question), let comparison, let constant):
      // A constant that does not fit is beyond every answer.
      _ = cut(LinearSum(question), comparison, constant)
    case .compares(.equation(let equation), let comparison, let constant):
      read(equation, comparison, constant)
    case .isKnown(.equation(let equation)):
      for question in partsRead(by: equation) { isRead[question.index] = true }
    case .isTrue, .seenGuide, .seenQuestion, .seenMention, .seenStep: break
    }
  }

  private mutating func read(
    _ equation: EquationID,
    _ comparison: Comparison,
    _ constant: Fraction
  ) {
    guard let sum = sums[equation.index] else {
      separate(equation)
      return
    }
    for question in sum.parts { isRead[question.index] = true }
    for count in sum.counts.keys {
      // How many are ticked depends on each option.
      if case .ticked(let question) = count { isSingle[question.index] = true }
    }
    if !divide(sum, comparison, constant) { isFree[equation.index] = true }
  }

  /// Tells apart what a comparison of a sum needs; returns whether it can: there are not too many numbers, and all fit.
  private mutating func divide(
    _ sum: LinearSum,
    _ comparison: Comparison,
    _ constant: Fraction
  ) -> Bool {
    if sum.factors.count >= 2 {
      let comparings = comparings(of: sum, comparison, constant)
      for (_, comparing) in comparings ?? [] { add(comparing) }
      return comparings != nil
    }
    guard let counted = numbersCounted(in: sum) else { return false }
    return counted.allSatisfy { number in
      sum.plus(LinearSum(number)).map { cut($0, comparison, constant) } == true
    }
  }

  /// How a comparison of a sum of several answers is decided, for each number that is counted besides; nil if
  /// there are too many, or the numbers do not fit.
  func comparings(
    of sum: LinearSum,
    _ comparison: Comparison,
    _ constant: Fraction
  ) -> [(counted: Fraction, comparing: SumTest.Comparing)]? {
    guard let counted = numbersCounted(in: sum) else { return nil }
    var found: [(Fraction, SumTest.Comparing)] = []
    for number in counted.sorted() {
      guard
        let comparing = SumTest.comparing(sum, plus: number, comparison, constant, in: library)
      else { return nil }
      found.append((number, comparing))
    }
    return found
  }

  private mutating func add(_ comparing: SumTest.Comparing) {
    for test in comparing.tests where testIndices[test] == nil {
      testIndices[test] = tests.count
      tests.append(test)
    }
  }

  /// The numbers that what is counted can add to a sum; nil if there are too many.
  private func numbersCounted(in sum: LinearSum) -> Set<Fraction>? {
    var numbers: Set<Fraction> = [.zero]
    for (count, factor) in sum.counts {
      let most =
        switch count {
        case .ticked(let question): library[question].options.count
        case .truth: 1
        }
      var next: Set<Fraction> = []
      for number in numbers {
        for times in 0...most {
          guard let more = factor.times(Fraction(times)), let total = number.plus(more) else {
            return nil
          }
          next.insert(total)
        }
      }
      if next.count > Self.mostCounts { return nil }
      numbers = next
    }
    return numbers
  }

  /// Divides the numbers of a question where a linear function of it crosses a constant; returns whether the place
  /// fits.
  private mutating func cut(
    _ sum: LinearSum,
    _ comparison: Comparison,
    _ constant: Fraction
  ) -> Bool {
    guard let (question, factor) = sum.factors.first else { return true }
    isRead[question.index] = true
    guard let numbers = library[question].domain.numbers,
      let place = constant.minus(sum.offset)?.divided(by: factor)?
        .times(Fraction(numbers.stepsPerUnit)),
      place.numerator < .max
    else { return false }
    let floor = Int(floorOf: place)
    let isWhole = place.denominator == 1
    let isRising = factor > .zero
    switch comparison {
    case .equal: if isWhole { cuts[question.index].formUnion([floor, floor + 1]) }
    case .atLeast where isRising, .atMost where !isRising, .lessThan where isRising,
      .moreThan where !isRising:
      cuts[question.index].insert(isWhole ? floor : floor + 1)
    case .atLeast, .atMost, .lessThan, .moreThan: cuts[question.index].insert(floor + 1)
    }
    return true
  }

  /// Examines every number of the questions that an equation reads together.
  private mutating func separate(_ equation: EquationID) {
    let questions = partsRead(by: equation)
    let isFew = questions.allSatisfy { question in
      library[question].domain.numbers?.steps.map { $0.count <= Self.mostSingleNumbers } ?? true
    }
    for question in questions {
      isRead[question.index] = true
      if isFew { isSingle[question.index] = true }
    }
    if !isFew { isFree[equation.index] = true }
  }

  /// The questions whose numbers or ticks are parts of an equation, directly or through others.
  func partsRead(by equation: EquationID) -> Set<QuestionID> {
    if let sum = sums[equation.index] { return sum.parts }
    var found: Set<QuestionID> = []
    var visited: Set<EquationID> = [equation]
    var pending = [equation]
    func visit(_ expression: Equation.Expression) {
      switch expression {
      case .constant, .truth: break
      case .counted(_, let compared): found.formUnion(compared)
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
}
