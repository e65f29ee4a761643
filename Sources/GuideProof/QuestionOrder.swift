import GuideCheck

/// In which order the answers to questions are in decision diagrams.
///
/// Answers that are read together should be near each other, or diagrams grow with all combinations of what is
/// between them. The order of the walk is improved by the method of Aloul, Markov, and Sakallah (*FORCE: a fast
/// and easy-to-implement variable-ordering heuristic*, GLSVLSI 2003): questions move to the center of what they
/// are read with, as long as that shortens the distances between them.
struct QuestionOrder {
  /// The questions, in their order.
  private(set) var questions: [Int]

  /// Conditions that read more are left out; no order makes them small.
  private static let mostRead = 60
  private static let mostRounds = 20

  init(_ library: Library, _ reading: AnswerReading) {
    questions = Self.asked(library)
    let groups = Self.groups(library, reading)
    if groups.isEmpty { return }
    var places = Self.places(of: questions)
    var best = Self.span(of: groups, places)
    for _ in 0..<Self.mostRounds {
      let moved = Self.moved(questions, toward: groups, places)
      let newPlaces = Self.places(of: moved)
      let span = Self.span(of: groups, newPlaces)
      if span >= best { return }
      (questions, places, best) = (moved, newPlaces, span)
    }
  }

  /// The questions in the order in which they are asked first.
  private static func asked(_ library: Library) -> [Int] {
    var order: [Int] = []
    var isPlaced = [Bool](repeating: false, count: library.questions.count)
    for instruction in library.instructions {
      guard case .ask(let question) = instruction, !isPlaced[question.index] else { continue }
      isPlaced[question.index] = true
      order.append(question.index)
    }
    return order + isPlaced.indices.filter { !isPlaced[$0] }
  }

  private static func places(of questions: [Int]) -> [Int] {
    var places = questions
    for (place, question) in questions.enumerated() { places[question] = place }
    return places
  }

  /// The sum of the distances between the first and the last question of each group.
  private static func span(of groups: [[Int]], _ places: [Int]) -> Int {
    groups.reduce(0) { sum, group in
      let own = group.map { places[$0] }
      return sum + (own.max() ?? 0) - (own.min() ?? 0)
    }
  }

  private static func moved(
    _ questions: [Int],
    toward groups: [[Int]],
    _ places: [Int]
  ) -> [Int] {
    var sums = [Double](repeating: 0, count: questions.count)
    var counts = [Int](repeating: 0, count: questions.count)
    for group in groups {
      let center = Double(group.reduce(0) { $0 + places[$1] }) / Double(group.count)
      for question in group {
        sums[question] += center
        counts[question] += 1
      }
    }
    let wanted = questions.indices.map { question in
      counts[question] == 0 ? Double(places[question]) : sums[question] / Double(counts[question])
    }
    return questions.sorted { (wanted[$0], places[$0]) < (wanted[$1], places[$1]) }
  }

  /// The questions that are read together, of each condition, with the question whose option it guards.
  private static func groups(_ library: Library, _ reading: AnswerReading) -> [[Int]] {
    var groups: Set<[Int]> = []
    func add(_ questions: Set<Int>) {
      if questions.count > 1 { groups.insert(questions.sorted()) }
    }
    for condition in library.conditions.indices {
      if let read = questions(readBy: condition, library, reading) { add(read) }
    }
    for (index, question) in library.questions.enumerated() {
      for option in question.options {
        guard let clause = option.condition,
          let read = questions(readBy: clause.condition, library, reading)
        else { continue }
        add(read.union([index]))
      }
    }
    for test in reading.tests { add(Set(test.terms.map(\.question.index))) }
    return groups.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The questions that a condition reads, directly or through equations; nil if there are too many.
  private static func questions(
    readBy condition: Int,
    _ library: Library,
    _ reading: AnswerReading
  ) -> Set<Int>? {
    var found: Set<Int> = []
    var visited: Set<EquationID> = []
    var pending: [EquationID] = []
    func read(_ condition: Int) {
      for atom in library.conditions[condition].atoms {
        switch atom {
        case .options(let question, _), .answeredWithout(let question, _),
          .compares(.question(let question), _, _),
          .isKnown(.question(let question)), .isSkipped(let question),
          .seenQuestion(let question):
          found.insert(question.index)
        case .compares(.equation(let equation), _, _), .isKnown(.equation(let equation)),
          .isTrue(let equation):
          pending.append(equation)
        case .seenGuide, .seenMention, .seenStep: break
        }
      }
    }
    read(condition)
    while let next = pending.popLast() {
      guard visited.insert(next).inserted else { continue }
      if found.count > mostRead || visited.count > mostRead { return nil }
      if case .truth(let condition) = library.equations[next.index].expression { read(condition) }
      if let sum = reading.sums[next.index] {
        for question in sum.parts { found.insert(question.index) }
      }
      pending += library.equations[next.index].reads
    }
    return found
  }
}
