import GuideCheck

/// The variables of a state, numbered: everything that can be true on a walk.
///
/// In order: what a promise watches, which sections of the review and the page have begun, how many entries of each menu were opened, the guides, steps, and
/// mentions seen, and the answers in a ``QuestionOrder``; each sum of answers that
/// conditions compare with a limit comes after the last answer in it. A variable is zero as long as
/// nothing has happened: not asked, not seen, not opened.
struct Variables: Sendable {
  /// An answer: 0 is *not asked*, 1 is *skipped* (or any answer to a question that nothing reads), 2 and
  /// above are classes of answers.
  struct Answer: Sendable {
    /// The variable of the answer.
    let variable: Int
    /// The number of values it has.
    let width: Int
    /// For ticks, the variable of the first set of options; the others follow.
    let ticks: Range<Int>
    /// A variable that is zero in every state, for conditions on whether the question was answered while others
    /// ask what would be true with another answer.
    let shadow: Int
  }

  /// The number of flags that a promise can use.
  static let watches = 3

  /// The first of the sections of the review and the page.
  static let sections = watches

  let menus: Int
  let guides: Int
  let steps: Int
  let mentions: Int
  let answers: [Answer]
  /// For each test of a sum, its variable: 1 if all its questions were answered and it is true.
  let tests: [Int]
  /// For each question, the tests of sums in which it is.
  let testsOfQuestion: [[Int]]
  /// For each variable from the first answer on, its fact.
  private let facts: [Int]
  private let firstAnswer: Int
  /// The number of variables.
  var count: Int { firstAnswer + facts.count }

  init(_ library: Library, _ classes: [AnswerClasses], _ reading: AnswerReading) {
    let tests = reading.tests
    menus = Self.sections + ClosingWords.Section.allCases.count
    guides = menus + library.menus.count
    steps = guides + library.guides.count
    mentions = steps + library.steps.count
    firstAnswer = mentions + library.mentions.count
    var testsOfQuestion = [[Int]](repeating: [], count: library.questions.count)
    for (index, test) in tests.enumerated() {
      for term in test.terms { testsOfQuestion[term.question.index].append(index) }
    }
    var answers = [Answer?](repeating: nil, count: library.questions.count)
    var missing = tests.map(\.terms.count)
    var variables = [Int](repeating: 0, count: tests.count)
    var facts: [Int] = []
    let firstTest = firstAnswer + library.questions.count
    for index in QuestionOrder(library, reading).questions {
      let variable = firstAnswer + facts.count
      var ticks = 0
      if case .ticks(let sets, let alone) = classes[index] { ticks = sets.count + alone.count }
      answers[index] = Answer(
        variable: variable,
        width: 2 + classes[index].count,
        ticks: variable + 1..<variable + 1 + ticks,
        shadow: variable + 1 + ticks
      )
      facts += Array(repeating: firstAnswer + index, count: 2 + ticks)
      for test in testsOfQuestion[index] {
        missing[test] -= 1
        if missing[test] > 0 { continue }
        variables[test] = firstAnswer + facts.count
        facts.append(firstTest + test)
      }
    }
    self.answers = answers.compactMap(\.self)
    self.tests = variables
    self.testsOfQuestion = testsOfQuestion
    self.facts = facts
  }

  /// The number of the fact that a variable belongs to: its own, or for answers that of the question.
  func fact(of variable: Int) -> Int {
    variable < firstAnswer ? variable : facts[variable - firstAnswer]
  }

  /// The number of facts.
  var factCount: Int { firstAnswer + answers.count + tests.count }

  func fact(_ question: QuestionID) -> Int { firstAnswer + question.index }
  func fact(_ menu: MenuID) -> Int { menus + menu.index }
  func fact(_ mention: MentionID) -> Int { mentions + mention.index }
  func fact(ofTest test: Int) -> Int { firstAnswer + answers.count + test }
  func fact(_ entry: Menu.Entry) -> Int {
    switch entry {
    case .topic(let step): steps + step.index
    case .guide(let guide): guides + guide.index
    }
  }

  /// The question a fact is about, if it is an answer.
  func question(ofFact fact: Int) -> QuestionID? {
    firstAnswer..<firstAnswer + answers.count ~= fact ? QuestionID(fact - firstAnswer) : nil
  }

  /// The test of a sum that a fact is about, if it is one.
  func test(ofFact fact: Int) -> Int? {
    fact < firstAnswer + answers.count ? nil : fact - firstAnswer - answers.count
  }

  /// The number of values that a variable has.
  func width(of variable: Int) -> Int {
    guard let question = question(ofFact: fact(of: variable)),
      answers[question.index].variable == variable
    else { return 2 }
    return answers[question.index].width
  }

  subscript(_ question: QuestionID) -> Answer { answers[question.index] }
}
