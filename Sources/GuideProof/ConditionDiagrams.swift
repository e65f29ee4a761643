import GuideCheck

/// The conditions of a library as decision diagrams, each built when it is first read.
struct ConditionDiagrams {
  let library: Library
  let classes: [AnswerClasses]
  let variables: Variables
  let reading: AnswerReading
  var diagrams = DecisionDiagrams(nodes: Self.mostNodes)
  private var conditions: [Int??]
  private var mights: [Int: Int?] = [:]
  private var cells: [SumCells.Key: Int?] = [:]
  var values = Values()
  var shadowedValues = Values()
  private var readFacts: [[Int]?]
  private var readValues: [Int: Set<QuestionID>] = [:]

  /// The number of nodes for all conditions together.
  private static let mostNodes = 600_000
  /// A condition that would need more nodes than this is treated as free.
  static let mostNodesOfOne = 60_000
  /// The same for the cells of sums, and for what would be true with other answers.
  private static let mostNodesOfMany = 240_000

  /// What every condition can need, whatever others did.
  private static let leastNodes = 5_000
  /// What attempts that fail can make in all.
  private static let mostWasted = 600_000

  /// How many nodes an attempt can make, after those that failed.
  func nodesLeft(_ most: Int) -> Int {
    min(most, max(Self.leastNodes, Self.mostWasted - diagrams.wasted))
  }

  init(_ library: Library) {
    self.library = library
    reading = AnswerReading(library)
    classes = reading.classes
    variables = Variables(library, classes, reading)
    conditions = Array(repeating: nil, count: library.conditions.count)
    readFacts = Array(repeating: nil, count: library.conditions.count)
  }

  /// The diagram that is true where a `when` or `unless` is met; nil if its condition is free.
  mutating func isOpen(_ clause: WhenClause) -> Int? {
    guard let holds = truth(of: clause.condition) else { return nil }
    return clause.isUnless ? diagrams.opposite(holds) : holds
  }

  /// The diagram that is true where a condition is; nil if it is free: if it reads so many numbers
  /// together, or in such a way, that both outcomes are assumed to be possible wherever it is read.
  mutating func truth(of condition: Int) -> Int? {
    if let known = conditions[condition] { return known }
    let result = workOut(condition, .answers)
    conditions[condition] = .some(result)
    return result
  }

  /// The diagram that is true where a condition is true, or would be if questions that were skipped or
  /// not asked had been answered; nil if it is free.
  ///
  /// Whether a question *is known*, *is skipped*, or was *seen* stays as it is.
  mutating func mightHold(_ condition: Int) -> Int? {
    if let known = mights[condition] { return known }
    guard let holds = workOut(condition, .shadows) else { return nil }
    let attempt = diagrams.begin(nodes: nodesLeft(Self.mostNodesOfMany))
    let result = diagrams.end(attempt, answering(facts(readBy: condition), holds))
    mights[condition] = .some(result)
    return result
  }

  private mutating func answering(_ facts: [Int], _ holds: Int) -> Int? {
    // What answers could have been must fit the sums they are in, also where the condition does not read them.
    let tests = related(facts.compactMap { variables.test(ofFact: $0) })
    let questions = facts.compactMap { variables.question(ofFact: $0) }
    let read = tests.flatMap { reading.tests[$0].terms.map(\.question) }
    guard let cells = cells(of: tests, divided: Set(questions + read)) else { return nil }
    var result = diagrams.both(holds, cells)
    for question in questions {
      let answer = variables[question]
      let own = Set(variables.testsOfQuestion[question.index].map { variables.tests[$0] })
      let isPossible = isAnyAnswer(question)
      var all = DecisionDiagrams.no
      // Not asked, skipped, and answered: what is known of the question stays so.
      for known in 0...2 {
        var here = diagrams.restricting(result, answer.shadow, to: known)
        if known < 2 {
          let canBe = diagrams.some(diagrams.both(here, isPossible)) {
            $0 == answer.variable || answer.ticks.contains($0) || own.contains($0)
          }
          here = diagrams.either(here, canBe)
        }
        let isSo = isAnswer(question) { min($0, 2) == known }
        all = diagrams.either(all, diagrams.both(isSo, here))
      }
      result = all
    }
    return result
  }

  /// Tests of sums, and all that depend on the same answers, directly or through others.
  private func related(_ tests: [Int]) -> [Int] {
    var found = Set(tests)
    var pending = tests
    while let next = pending.popLast() {
      for term in reading.tests[next].terms {
        for other in variables.testsOfQuestion[term.question.index]
        where found.insert(other).inserted {
          pending.append(other)
        }
      }
    }
    return found.sorted()
  }

  /// The facts that a diagram reads.
  func facts(in diagram: Int) -> Set<Int> {
    Set(diagrams.variables(in: diagram).map { variables.fact(of: $0) })
  }

  /// The diagram that is true where a question has an answer that can be given: of ticks, at least one, and one that
  /// rules out the rest only alone.
  private mutating func isAnyAnswer(_ question: QuestionID) -> Int {
    guard case .ticks(let sets, _) = classes[question.index] else {
      return isAnswer(question) { $0 >= 2 }
    }
    let ticks = Array(variables[question].ticks)
    var nothing = DecisionDiagrams.yes
    var anything = DecisionDiagrams.yes
    var something = DecisionDiagrams.no
    for (place, tick) in ticks.enumerated().reversed() {
      let ticked = place >= sets.count ? nothing : anything
      something = diagrams.choice(tick, [something, ticked])
      anything = diagrams.choice(
        tick,
        [anything, place >= sets.count ? DecisionDiagrams.no : anything]
      )
      nothing = diagrams.choice(tick, [nothing, DecisionDiagrams.no])
    }
    return diagrams.both(isAnswer(question) { $0 >= 2 }, something)
  }

  /// The diagram that is true where one of some options of a question is offered, before the question is
  /// answered; nil if it is free.
  mutating func isAnyOpen(_ options: OptionMask, _ question: QuestionID) -> Int? {
    var result = DecisionDiagrams.no
    for (index, option) in library[question].options.enumerated()
    where options.contains(place: index) {
      guard let clause = option.condition else { return DecisionDiagrams.yes }
      guard let open = isOpen(clause) else { return nil }
      result = diagrams.either(result, open)
    }
    let variables = variables
    return diagrams.zeroing(result) {
      variables.question(ofFact: variables.fact(of: $0)) == question
    }
  }

  /// The diagram that is true where answers and tests of their sums fit together: some answers in the same classes
  /// make just these tests true.
  ///
  /// - Parameters:
  ///   - tests: The tests; all others can be anything.
  ///   - divided: The questions whose classes are told apart; of the others, only whether they were answered.
  /// - Returns: The diagram; nil if there are too many classes to examine.
  mutating func cells(of tests: [Int], divided: Set<QuestionID>) -> Int? {
    if tests.isEmpty { return DecisionDiagrams.yes }
    let read = Set(tests.flatMap { reading.tests[$0].terms.map(\.question) })
    let key = SumCells.Key(tests: tests.sorted(), divided: divided.intersection(read))
    if let known = cells[key] { return known }
    let attempt = diagrams.begin(nodes: nodesLeft(Self.mostNodesOfMany))
    var sums = SumCells(key, SumCells.Layout(variables, classes), reading.tests)
    let result = diagrams.end(attempt, sums?.diagram(in: &diagrams))
    cells[key] = .some(result)
    return result
  }

  /// The diagram that is true for some answers to a question: 0 is *not asked*, 1 *skipped*, and from 2 on are
  /// the classes.
  mutating func isAnswer(_ question: QuestionID, _ holds: (Int) -> Bool) -> Int {
    diagrams.isAny(variables[question].variable, of: variables[question].width, holds)
  }

  /// The diagram that is true where a variable is one.
  mutating func isSet(_ variable: Int) -> Int {
    diagrams.choice(variable, [DecisionDiagrams.no, DecisionDiagrams.yes])
  }

  // MARK: what conditions read

  /// The facts a condition reads, directly or through equations.
  mutating func facts(readBy condition: Int) -> [Int] {
    if let known = readFacts[condition] { return known }
    let read = read(by: condition)
    let result = read.facts.sorted()
    readFacts[condition] = result
    readValues[condition] = read.divided
    return result
  }

  /// The questions of which a condition reads more than whether they were answered.
  mutating func questionsDivided(by condition: Int) -> Set<QuestionID> {
    _ = facts(readBy: condition)
    return readValues[condition] ?? []
  }

  private func read(by condition: Int) -> (facts: Set<Int>, divided: Set<QuestionID>) {
    var found: Set<Int> = []
    var divided: Set<QuestionID> = []
    var visited: Set<Int> = [condition]
    var pending = [condition]
    func read(_ question: QuestionID, isDivided: Bool) {
      found.insert(variables.fact(question))
      if isDivided { divided.insert(question) }
    }
    func read(truth equation: EquationID) {
      if case .truth(let condition) = library.equations[equation.index].expression,
        visited.insert(condition).inserted
      {
        pending.append(condition)
      }
    }
    func read(_ equation: EquationID, _ comparison: Comparison, _ constant: Fraction) {
      guard let sum = reading.sums[equation.index] else {
        for question in reading.partsRead(by: equation) { read(question, isDivided: true) }
        var equations: Set<EquationID> = [equation]
        var pending = [equation]
        while let next = pending.popLast() {
          read(counted: library.equations[next.index].expression)
          for other in library.equations[next.index].reads
          where equations.insert(other).inserted {
            pending.append(other)
          }
        }
        return
      }
      for question in sum.parts { read(question, isDivided: sum.factors.count < 2) }
      for count in sum.counts.keys {
        switch count {
        case .ticked(let question): read(question, isDivided: true)
        case .truth(let equation): read(truth: equation)
        }
      }
      guard sum.factors.count >= 2 else { return }
      for (_, comparing) in reading.comparings(of: sum, comparison, constant) ?? [] {
        for test in comparing.tests {
          if let index = reading.index(of: test) { found.insert(variables.fact(ofTest: index)) }
        }
      }
    }
    /// What is counted in an expression.
    func read(counted expression: Equation.Expression) {
      switch expression {
      case .constant, .equation, .question, .ticked, .truth: break
      case .counted(let equation, _): read(truth: equation)
      case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
        .quotient(let a, let b):
        read(counted: a)
        read(counted: b)
      }
    }
    while let next = pending.popLast() {
      for atom in library.conditions[next].atoms {
        switch atom {
        case .options(let question, _), .answeredWithout(let question, _),
          .compares(.question(let question), _, _):
          read(question, isDivided: true)
        case .isKnown(.question(let question)), .isSkipped(let question),
          .seenQuestion(let question):
          read(question, isDivided: false)
        case .seenStep(let step): found.insert(variables.fact(.topic(step)))
        case .seenGuide(let guide): found.insert(variables.fact(.guide(guide)))
        case .seenMention(let mention): found.insert(variables.fact(mention))
        case .compares(.equation(let equation), let comparison, let constant):
          read(equation, comparison, constant)
        case .isKnown(.equation(let equation)):
          for question in reading.partsRead(by: equation) { read(question, isDivided: false) }
        case .isTrue(let equation): read(truth: equation)
        }
      }
    }
    return (found, divided)
  }
}
