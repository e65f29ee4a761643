import GuideCheck

/// The variables of a state, numbered: everything that can be true on a walk.
///
/// In order: what a promise watches, which sections of the review and the page have begun, how many entries of each menu were opened, the guides, steps, and
/// mentions seen, and the answers in the order of their questions on the walk. A variable is zero as
/// long as nothing has happened: not asked, not seen, not opened.
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
  /// For each variable from the first answer on, its question.
  private let questions: [QuestionID]
  private let firstAnswer: Int
  /// The number of variables.
  var count: Int { firstAnswer + questions.count }

  init(_ library: Library, _ classes: [AnswerClasses]) {
    menus = Self.sections + ClosingWords.Section.allCases.count
    guides = menus + library.menus.count
    steps = guides + library.guides.count
    mentions = steps + library.steps.count
    firstAnswer = mentions + library.mentionCount
    var order: [Int] = []
    var isPlaced = [Bool](repeating: false, count: library.questions.count)
    for instruction in library.instructions {
      guard case .ask(let question) = instruction, !isPlaced[question.index] else { continue }
      isPlaced[question.index] = true
      order.append(question.index)
    }
    order += isPlaced.indices.filter { !isPlaced[$0] }
    var answers = [Answer?](repeating: nil, count: library.questions.count)
    var questions: [QuestionID] = []
    for index in order {
      let variable = firstAnswer + questions.count
      var ticks = 0
      if case .ticks(let sets, let alone) = classes[index] { ticks = sets.count + alone.count }
      answers[index] = Answer(
        variable: variable,
        width: 2 + classes[index].count,
        ticks: variable + 1..<variable + 1 + ticks
      )
      questions += Array(repeating: QuestionID(index), count: 1 + ticks)
    }
    self.answers = answers.compactMap(\.self)
    self.questions = questions
  }

  /// The number of the fact that a variable belongs to: its own, or for answers that of the question.
  func fact(of variable: Int) -> Int {
    variable < firstAnswer ? variable : fact(questions[variable - firstAnswer])
  }

  /// The number of facts.
  var factCount: Int { firstAnswer + answers.count }

  func fact(_ question: QuestionID) -> Int { firstAnswer + question.index }
  func fact(_ menu: MenuID) -> Int { menus + menu.index }
  func fact(_ mention: MentionID) -> Int { mentions + mention.index }
  func fact(_ entry: Menu.Entry) -> Int {
    switch entry {
    case .topic(let step): steps + step.index
    case .guide(let guide): guides + guide.index
    }
  }

  /// The question a fact is about, if it is an answer.
  func question(ofFact fact: Int) -> QuestionID? {
    fact < firstAnswer ? nil : QuestionID(fact - firstAnswer)
  }

  subscript(_ question: QuestionID) -> Answer { answers[question.index] }
}
