package import GuideCheck

/// All people who can go through two versions of a guide: each has an answer to every question, whether or not a
/// version asks it.
///
/// People are told apart as far as a condition of either version can. A set of people is a decision diagram.
package struct People {
  /// A question by its name, in one version or in both.
  struct JointQuestion {
    /// The answers that people can have.
    enum Answers: Hashable {
      /// One of these options, by name.
      case choice([String])
      /// Some of these options, by name, of which those in `alone` rule out the rest.
      case ticks([String], alone: Set<String>)
      /// A number in one of these ranges, in steps.
      case numbers([ClosedRange<Int>], NumberDomain)
      /// Any answer.
      case whole
    }

    let name: String
    let answers: Answers
    /// Its variable: 1 is *skipped*, and from 2 on are the answers.
    let variable: Int
    let width: Int
    let ticks: Range<Int>
  }

  /// A question of one version.
  struct Own {
    let question: QuestionID
    let version: Int
  }

  /// What can have been before the guide: each has a variable, which is its place here.
  private(set) var pasts: [Past] = []
  /// For each version, the variables of the facts that can be true before the guide begins.
  private(set) var pastVariables: [[Int: Int]] = [[:], [:]]
  /// What people can open in menus; their variables come after those of what was before.
  private(set) var openings: [Opening] = []
  private(set) var questions: [JointQuestion] = []
  /// For each version, the names of the options of its questions that mean the same in both: those of the new version.
  private(set) var optionNames: [[QuestionID: [String]]] = [[:], [:]]
  /// For each version, the joint question of each of its questions.
  private(set) var places: [[QuestionID: Int]] = [[:], [:]]
  /// The tests of sums in both versions; their questions are joint questions.
  private(set) var tests: [SumTest] = []
  private(set) var testVariables: [Int] = []
  /// For each version, the joint test of each of its tests, and whether it is its opposite.
  private(set) var testPlaces: [[(test: Int, isOpposite: Bool)?]] = [[], []]
  var diagrams = DecisionDiagrams(nodes: Self.mostNodes)
  /// The diagram that is true for all people there can be.
  private(set) var everyone = DecisionDiagrams.yes
  /// The diagram that is true for people who begin with the guide, with nothing before it.
  private(set) var newcomers = DecisionDiagrams.yes
  /// Whether every condition and answer could be told apart so far.
  var isComplete = true
  /// Whether everything could be compared exactly so far.
  package var isExact: Bool { isComplete && !diagrams.isExhausted }
  /// Whether the same can have been before the guide in both versions.
  package internal(set) var beginsAlike = true

  private static let mostNodes = 200_000

  /// The people of two versions.
  ///
  /// - Parameters:
  ///   - versions: The conditions of each version.
  ///   - names: For each version, the questions that can be asked, with names that mean the same in both.
  ///   - pasts: For each version, the facts that can be true before the guide begins.
  ///   - openings: What people can open in menus of either version.
  init(
    _ versions: [ConditionDiagrams],
    _ names: [[(name: String, question: QuestionID)]],
    _ pasts: [[(past: Past, fact: Int)]],
    _ openings: [Opening]
  ) {
    var owns: [String: [Own]] = [:]
    var order: [String] = []
    for (version, named) in names.enumerated() {
      for (name, question) in named {
        if owns[name] == nil { order.append(name) }
        owns[name, default: []].append(Own(question: question, version: version))
      }
    }
    for (version, facts) in pasts.enumerated() {
      for (past, fact) in facts {
        let variable = self.pasts.firstIndex(of: past) ?? self.pasts.count
        if variable == self.pasts.count { self.pasts.append(past) }
        pastVariables[version][fact] = variable
      }
    }
    for opening in openings.reversed() where !self.openings.contains(opening) {
      self.openings.append(opening)
    }
    var next = self.pasts.count + self.openings.count
    for name in order {
      nameOptions(of: owns[name] ?? [], versions)
      var groups = [owns[name] ?? []]
      if answers(groups[0], versions) == nil {
        // The answers cannot be compared, so everyone has one for each version.
        isComplete = isComplete && groups[0].count < 2
        groups = groups[0].map { [$0] }
      }
      for group in groups {
        guard let answers = answers(group, versions) else {
          isComplete = false
          continue
        }
        for own in group { places[own.version][own.question] = questions.count }
        next = add(name, answers, at: next)
      }
    }
    addTests(versions, at: next)
    findEveryone()
  }

  private mutating func add(_ name: String, _ answers: JointQuestion.Answers, at next: Int) -> Int {
    var ticks = 0
    let width: Int
    switch answers {
    case .choice(let options): width = 2 + options.count
    case .ticks(let options, _): (width, ticks) = (3, options.count)
    case .numbers(let ranges, _): width = 2 + ranges.count
    case .whole: width = 3
    }
    questions.append(
      JointQuestion(
        name: name,
        answers: answers,
        variable: next,
        width: width,
        ticks: next + 1..<next + 1 + ticks
      )
    )
    return next + 1 + ticks
  }

  /// Names the options of a question: those with the same label mean the same, and then those with the same name.
  private mutating func nameOptions(of owns: [Own], _ versions: [ConditionDiagrams]) {
    let options = owns.map { versions[$0.version].library[$0.question].options }
    for (own, options) in zip(owns, options) {
      optionNames[own.version][own.question] = options.map(\.name)
    }
    guard options.count == 2 else { return }
    optionNames[owns[0].version][owns[0].question] = options[0].map { option in
      if let same = options[1].first(where: { $0.label == option.label }) { return same.name }
      let named = options[1].first { $0.name == option.name }
      // Another option has taken its name.
      let isTaken = named.map { other in options[0].contains { $0.label == other.label } } ?? false
      return isTaken ? "former \(option.name)" : option.name
    }
  }

  /// The names of the options of a question in a version.
  package func optionNames(of question: QuestionID, _ version: Int) -> [String] {
    optionNames[version][question] ?? []
  }

  /// The answers that people can have to a question in all versions that have it; nil if these have none in common.
  private func answers(
    _ group: [Own],
    _ versions: [ConditionDiagrams]
  ) -> JointQuestion.Answers? {
    let asked = group.map { versions[$0.version].library[$0.question] }
    guard let first = asked.first else { return nil }
    let names = group.map { optionNames(of: $0.question, $0.version) }
    let common = names[0].filter { name in names.allSatisfy { $0.contains(name) } }
    switch first.domain.partition {
    case .whole:
      return asked.allSatisfy { $0.domain.partition == .whole } ? .whole : nil
    case .options:
      guard asked.allSatisfy({ $0.domain == first.domain }), !common.isEmpty else { return nil }
      if first.domain == .choice { return .choice(common) }
      let alone = common.filter { name in
        zip(asked, names).contains { question, names in
          names.firstIndex(of: name).map { question.exclusive.contains(place: $0) } ?? false
        }
      }
      return .ticks(common, alone: Set(alone))
    case .numbers(let numbers):
      var starts: Set<Int> = []
      var range: ClosedRange<Int>?
      for own in group {
        guard let other = versions[own.version].library[own.question].domain.numbers,
          other.stepsPerUnit == numbers.stepsPerUnit, let steps = other.steps
        else { return nil }
        let all = range ?? steps
        guard all.overlaps(steps) else { return nil }
        range = all.clamped(to: steps)
        if case .numbers(let classes, _) = versions[own.version].classes[own.question.index] {
          for one in classes { starts.insert(one.lowerBound) }
        }
      }
      guard let range else { return nil }
      starts = starts.filter { range.contains($0) }
      starts.insert(range.lowerBound)
      let sorted = starts.sorted()
      let ends = sorted.dropFirst().map { $0 - 1 } + [range.upperBound]
      return .numbers(zip(sorted, ends).map { $0...$1 }, numbers)
    }
  }

  // MARK: sums

  private mutating func addTests(_ versions: [ConditionDiagrams], at first: Int) {
    var indices: [SumTest: Int] = [:]
    for (version, conditions) in versions.enumerated() {
      testPlaces[version] = conditions.reading.tests.map { test in
        guard let (joint, isOpposite) = jointTest(test, version) else { return nil }
        if let index = indices[joint] { return (index, isOpposite) }
        indices[joint] = tests.count
        tests.append(joint)
        testVariables.append(first + testVariables.count)
        return (tests.count - 1, isOpposite)
      }
    }
  }

  private func jointTest(_ test: SumTest, _ version: Int) -> (SumTest, isOpposite: Bool)? {
    var terms: [SumTest.Term] = []
    for term in test.terms {
      guard let place = places[version][term.question] else { return nil }
      terms.append(SumTest.Term(question: QuestionID(place), factor: term.factor))
    }
    terms.sort { $0.question.index < $1.question.index }
    guard let first = terms.first, first.factor < 0 else {
      return (SumTest(terms: terms, least: test.least), false)
    }
    let opposite = terms.map { SumTest.Term(question: $0.question, factor: -$0.factor) }
    return (SumTest(terms: opposite, least: 1 - test.least), true)
  }

  // MARK: sets of people

  /// The variable that is 1 for those who open an entry of a menu.
  func variable(of opening: Opening) -> Int? {
    openings.firstIndex(of: opening).map { pasts.count + $0 }
  }

  /// Leaves out people there cannot be.
  mutating func restrict(to possible: Int) { everyone = diagrams.both(everyone, possible) }

  private mutating func findEveryone() {
    for variable in pasts.indices.reversed() {
      newcomers = diagrams.choice(variable, [newcomers, DecisionDiagrams.no])
    }
    for question in questions.reversed() { everyone = diagrams.both(isValid(question), everyone) }
    if tests.isEmpty { return }
    var testsOfQuestion = [[Int]](repeating: [], count: questions.count)
    for (index, test) in tests.enumerated() {
      for term in test.terms { testsOfQuestion[term.question.index].append(index) }
    }
    let layout = SumCells.Layout(
      answers: questions.map { ($0.variable, $0.width) },
      ranges: questions.map {
        if case .numbers(let ranges, _) = $0.answers { ranges } else { nil }
      },
      tests: testVariables,
      testsOfQuestion: testsOfQuestion
    )
    let all = Set(questions.indices.map { QuestionID($0) })
    let key = SumCells.Key(tests: Array(tests.indices), divided: all)
    var cells = SumCells(key, layout, tests)
    if let diagram = cells?.diagram(in: &diagrams) {
      everyone = diagrams.both(everyone, diagram)
    } else {
      isComplete = false
    }
  }

  private mutating func isValid(_ question: JointQuestion) -> Int {
    let isAnswered = diagrams.isAny(question.variable, of: question.width) { $0 >= 1 }
    guard case .ticks(let options, let alone) = question.answers else { return isAnswered }
    var nothing = DecisionDiagrams.yes
    var anything = DecisionDiagrams.yes
    var something = DecisionDiagrams.no
    // Options that rule out the rest are ticked alone; the order of the others does not matter.
    for (option, tick) in zip(options, question.ticks).reversed() {
      let isAlone = alone.contains(option)
      let with = isAlone ? nothing : anything
      something = diagrams.choice(tick, [something, with])
      anything = diagrams.choice(tick, [anything, isAlone ? DecisionDiagrams.no : anything])
      nothing = diagrams.choice(tick, [nothing, DecisionDiagrams.no])
    }
    let isSkipped = diagrams.isAny(question.variable, of: question.width) { $0 == 1 }
    let isTicked = diagrams.isAny(question.variable, of: question.width) { $0 == 2 }
    let ticked = diagrams.both(isTicked, something)
    return diagrams.either(diagrams.both(isSkipped, nothing), ticked)
  }

  /// The people in the first set, and not in the second; both are sets of people there can be, or larger.
  package mutating func those(in first: Int, butNot second: Int) -> Int {
    diagrams.both(diagrams.both(first, diagrams.opposite(second)), everyone)
  }

  /// The set in which nobody is.
  package static let nobody = DecisionDiagrams.no

  /// The people in one of two sets; nil is a set in which nobody is.
  package mutating func union(_ first: Int?, _ second: Int) -> Int {
    first.map { diagrams.either($0, second) } ?? second
  }

  /// The people in both sets.
  package mutating func both(_ first: Int, _ second: Int) -> Int { diagrams.both(first, second) }

  /// Whether everyone is in a set, also those who have gone through something before.
  package mutating func isEveryone(_ set: Int) -> Bool {
    diagrams.both(everyone, diagrams.opposite(set)) == DecisionDiagrams.no
  }

  /// Whether everyone is in a set who begins with the guide, with nothing before it.
  package mutating func isEveryNewcomer(_ set: Int) -> Bool {
    let all = diagrams.both(everyone, newcomers)
    return diagrams.both(all, diagrams.opposite(set)) == DecisionDiagrams.no
  }

  /// Whether nobody is in a set.
  package func isNobody(_ set: Int) -> Bool { set == DecisionDiagrams.no }
}
