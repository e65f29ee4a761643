import GuideCheck

/// The cells into which tests of sums cut the answers: which classes of answers and which outcomes of tests some
/// answers have together, decided exactly over the numbers that can be answered.
struct SumCells {
  /// Which tests, and of which questions the classes are told apart.
  struct Key: Hashable {
    let tests: [Int]
    let divided: Set<QuestionID>
  }

  /// A variable that is decided.
  private enum Item {
    case answer(QuestionID, ranges: [ClosedRange<Int>], width: Int)
    case test(Int)
  }

  /// What has been decided and still matters.
  private struct Prefix: Hashable {
    let place: Int
    let ranges: [Int: ClosedRange<Int>]
    let outcomes: [Int: Bool]
    let dead: Set<Int>
  }

  /// Where the answers to questions and the tests are among the variables.
  struct Layout {
    /// By question: the variable of its answer, and the number of values it has.
    let answers: [(variable: Int, width: Int)]
    /// By question: the ranges of its classes; nil if its answers are not numbers.
    let ranges: [[ClosedRange<Int>]?]
    /// By test: its variable.
    let tests: [Int]
    /// By question: the tests in which it is.
    let testsOfQuestion: [[Int]]
  }

  private let tests: [SumTest]
  private let layout: Layout
  private var items: [(variable: Int, item: Item)] = []
  private var known: [Prefix: Int] = [:]
  /// How many constraints can still be made, and classes examined.
  private var effort = Self.mostEffort

  /// The number of constraints that can be made and classes that can be examined.
  private static let mostEffort = 400_000

  /// Nil if the answers to a question of a sum cannot be counted.
  init?(_ key: Key, _ layout: Layout, _ tests: [SumTest]) {
    self.tests = tests
    self.layout = layout
    var questions: Set<QuestionID> = []
    for test in key.tests {
      items.append((layout.tests[test], .test(test)))
      for term in tests[test].terms { questions.insert(term.question) }
    }
    for question in questions {
      guard let ranges = layout.ranges[question.index], let first = ranges.first,
        let last = ranges.last
      else { return nil }
      let divided =
        key.divided.contains(question) ? ranges : [first.lowerBound...last.upperBound]
      let answer = layout.answers[question.index]
      items.append(
        (answer.variable, .answer(question, ranges: divided, width: answer.width))
      )
    }
    items.sort { $0.variable < $1.variable }
  }

  /// The diagram that is true for the cells that some answers reach; nil if there are too many to examine.
  mutating func diagram(in diagrams: inout DecisionDiagrams) -> Int? {
    cells(
      Prefix(place: 0, ranges: [:], outcomes: [:], dead: []),
      &diagrams
    )
  }

  private mutating func cells(_ prefix: Prefix, _ diagrams: inout DecisionDiagrams) -> Int? {
    if prefix.place == items.count { return DecisionDiagrams.yes }
    if let result = known[prefix] { return result }
    effort -= 1
    if effort < 0 || diagrams.isExhausted { return nil }
    let result: Int
    switch items[prefix.place].item {
    case .answer(let question, let ranges, let width):
      let dead = prefix.dead.union(layout.testsOfQuestion[question.index])
      guard let missing = cells(next(prefix, prefix.ranges, prefix.outcomes, dead), &diagrams)
      else { return nil }
      var children = [missing, missing]
      for range in ranges {
        var chosen = prefix.ranges
        chosen[question.index] = range
        guard
          let child = cells(next(prefix, chosen, prefix.outcomes, prefix.dead), &diagrams)
        else { return nil }
        children.append(child)
      }
      // Classes that are not told apart go on in the same way.
      while children.count < width, let last = children.last { children.append(last) }
      result = diagrams.choice(items[prefix.place].variable, children)
    case .test(let test):
      var children = [DecisionDiagrams.no, DecisionDiagrams.no]
      for outcome in prefix.dead.contains(test) ? [false] : [false, true] {
        var outcomes = prefix.outcomes
        if !prefix.dead.contains(test) {
          outcomes[test] = outcome
          guard let canHold = canHold(prefix.ranges, outcomes) else { return nil }
          if !canHold { continue }
        }
        guard
          let child = cells(next(prefix, prefix.ranges, outcomes, prefix.dead), &diagrams)
        else { return nil }
        children[outcome ? 1 : 0] = child
      }
      result = diagrams.choice(items[prefix.place].variable, children)
    }
    known[prefix] = result
    return result
  }

  /// The next prefix, without what no test that is still to be decided depends on.
  private func next(
    _ prefix: Prefix,
    _ ranges: [Int: ClosedRange<Int>],
    _ outcomes: [Int: Bool],
    _ dead: Set<Int>
  ) -> Prefix {
    var open: Set<Int> = []
    var isDead: Set<Int> = []
    for (_, item) in items[(prefix.place + 1)...] {
      guard case .test(let test) = item else { continue }
      if dead.contains(test) {
        isDead.insert(test)
      } else {
        open.formUnion(tests[test].terms.map(\.question.index))
      }
    }
    // What was decided about answers that an open test reads, or that are in a decided test with one of these.
    var keptOutcomes: [Int: Bool] = [:]
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for (test, outcome) in outcomes where keptOutcomes[test] == nil {
        let read = tests[test].terms.map(\.question.index)
        if read.contains(where: open.contains) {
          keptOutcomes[test] = outcome
          open.formUnion(read)
          hasGrown = true
        }
      }
    }
    return Prefix(
      place: prefix.place + 1,
      ranges: ranges.filter { open.contains($0.key) },
      outcomes: keptOutcomes,
      dead: isDead
    )
  }

  /// Whether some answers in these ranges give these outcomes; nil if that takes too much effort.
  private mutating func canHold(
    _ ranges: [Int: ClosedRange<Int>],
    _ outcomes: [Int: Bool]
  ) -> Bool? {
    if let result = canHoldTogether(ranges, outcomes) { return result }
    return IntegerConstraints(tests, outcomes, ranges).canHold(&effort)
  }

  /// The same if all tests are of one sum in which every factor is 1 or -1: such a sum has every value between its
  /// smallest and its largest; nil for other tests.
  private func canHoldTogether(
    _ ranges: [Int: ClosedRange<Int>],
    _ outcomes: [Int: Bool]
  ) -> Bool? {
    guard let terms = outcomes.keys.first.map({ tests[$0].terms }),
      terms.allSatisfy({ abs($0.factor) == 1 }),
      outcomes.keys.allSatisfy({ tests[$0].terms == terms })
    else { return nil }
    var (least, most) = (0, 0)
    for term in terms {
      guard let range = ranges[term.question.index] else { return nil }
      least += term.factor > 0 ? range.lowerBound : -range.upperBound
      most += term.factor > 0 ? range.upperBound : -range.lowerBound
    }
    for (test, outcome) in outcomes {
      if outcome {
        least = max(least, tests[test].least)
      } else {
        most = min(most, tests[test].least - 1)
      }
    }
    return least <= most
  }
}

extension IntegerConstraints {
  /// That answers are in some ranges, and that tests of their sums have some outcomes.
  ///
  /// - Parameters:
  ///   - tests: All tests.
  ///   - outcomes: The outcomes of some of them.
  ///   - ranges: For each question in these, the range of its answer, in steps. These questions, in order, are the
  ///     variables.
  init(
    _ tests: [SumTest],
    _ outcomes: [Int: Bool],
    _ ranges: [Int: ClosedRange<Int>]
  ) {
    self.init(count: ranges.count)
    let answers = ranges.sorted { $0.key < $1.key }
    let places = answers.map(\.key)
    for (place, answer) in answers.enumerated() {
      var factors = [Int](repeating: 0, count: places.count)
      factors[place] = 1
      require(factors, atLeast: answer.value.lowerBound)
      require(factors, atMost: answer.value.upperBound)
    }
    for (index, outcome) in outcomes {
      var factors = [Int](repeating: 0, count: places.count)
      for term in tests[index].terms {
        if let place = places.firstIndex(of: term.question.index) { factors[place] = term.factor }
      }
      if outcome {
        require(factors, atLeast: tests[index].least)
      } else {
        require(factors, atMost: tests[index].least - 1)
      }
    }
  }
}

extension IntegerConstraints {
  /// The smallest answers in some ranges, one question after another, with which tests have some outcomes.
  ///
  /// - Returns: For each question, the answer in steps; nil if there are none, or it takes too much to find them.
  static func solution(
    _ tests: [SumTest],
    _ outcomes: [Int: Bool],
    _ ranges: [Int: ClosedRange<Int>]
  ) -> [Int: Int]? {
    var ranges = ranges
    var effort = 1_000_000
    for place in ranges.keys.sorted() {
      guard var range = ranges[place] else { return nil }
      while range.lowerBound < range.upperBound {
        let middle = range.lowerBound + (range.upperBound - range.lowerBound) / 2
        ranges[place] = range.lowerBound...middle
        guard
          let canHold = IntegerConstraints(tests, outcomes, ranges).canHold(&effort)
        else { return nil }
        range = canHold ? range.lowerBound...middle : middle + 1...range.upperBound
        ranges[place] = range
      }
    }
    guard IntegerConstraints(tests, outcomes, ranges).canHold(&effort) == true else {
      return nil
    }
    return ranges.mapValues(\.lowerBound)
  }
}

extension SumCells.Layout {
  /// The layout of the answers of a library.
  init(_ variables: Variables, _ classes: [AnswerClasses]) {
    answers = variables.answers.map { ($0.variable, $0.width) }
    ranges = classes.map { if case .numbers(let ranges, _) = $0 { ranges } else { nil } }
    tests = variables.tests
    testsOfQuestion = variables.testsOfQuestion
  }
}
