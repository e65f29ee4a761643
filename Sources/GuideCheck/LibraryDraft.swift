import SourceText

/// The library, with the guides that are checked so far.
struct LibraryDraft {
  private(set) var guides: [Guide] = []
  private(set) var steps: [Step] = []
  private(set) var questions: [Question] = []
  private(set) var equations: [Equation] = []
  private(set) var conditions: [Condition] = []
  private(set) var passages: [Passage] = []
  private(set) var menus: [Menu] = []
  private(set) var instructions: [Instruction] = []
  private(set) var visits: [GuideLayout.Visit] = []
  /// The mentions that conditions read.
  private(set) var mentions: [Mention: MentionID] = [:]
  /// What was noted during the layout of each guide.
  private(set) var observations: [Observations] = []

  /// The number of parts of each kind, which is where the parts of the next guide begin.
  struct End {
    let steps: Int
    let questions: Int
    let equations: Int
    let conditions: Int
    let passages: Int
    let menus: Int
    let instructions: Int
    let mentions: [Mention: MentionID]
  }

  /// Where the parts of the next guide begin.
  var end: End {
    End(
      steps: steps.count,
      questions: questions.count,
      equations: equations.count,
      conditions: conditions.count,
      passages: passages.count,
      menus: menus.count,
      instructions: instructions.count,
      mentions: mentions
    )
  }

  /// Adds a guide whose parts begin where the draft ends.
  mutating func append(_ parts: consuming GuideParts) {
    guides.append(parts.guide)
    steps += parts.steps
    questions.append(taking: &parts.layout.names.declarations.questions)
    equations.append(taking: &parts.layout.names.equations)
    conditions.append(taking: &parts.layout.names.conditions)
    passages.append(taking: &parts.layout.passages)
    menus += parts.layout.menus
    instructions.append(taking: &parts.layout.instructions)
    visits += parts.layout.visits
    mentions = parts.layout.names.mentions
    observations.append(parts.layout.observations)
    for (question, clauses) in parts.layout.optionClauses {
      for (place, clause) in clauses.enumerated() {
        questions[question.index].options[place].condition = clause
      }
    }
  }

  /// The library, if nothing has to be fixed.
  func library(in environment: Environment) -> Library {
    var readersOfQuestion = [[EquationID]](repeating: [], count: questions.count)
    var readersOfEquation = [[EquationID]](repeating: [], count: equations.count)
    for (index, equation) in equations.enumerated() {
      let reader = EquationID(index)
      for read in equation.reads { readersOfEquation[read.index].append(reader) }
      for question in equation.expression.questionsRead(in: conditions) {
        readersOfQuestion[question.index].append(reader)
      }
    }
    let sources = environment.content.sources ?? []
    return Library(
      guides: guides,
      steps: steps,
      questions: questions,
      equations: equations,
      conditions: conditions,
      passages: markedPassages(by: environment.evidence),
      menus: menus,
      instructions: instructions,
      mentions: mentions.sorted { $0.value.index < $1.value.index }.map(\.key),
      readersOfQuestion: readersOfQuestion,
      readersOfEquation: readersOfEquation,
      claims: environment.evidence.claims,
      figures: environment.evidence.figures,
      sources: Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }),
      terms: environment.terms,
      locality: environment.locality
    )
  }
}

extension Array {
  /// Appends the elements of another array and leaves it empty.
  ///
  /// The longer of the two stays in place in memory, because a guide is often much longer than those
  /// before it.
  fileprivate mutating func append(taking other: inout [Element]) {
    if other.count > count {
      swap(&self, &other)
      insert(contentsOf: other, at: 0)
    } else {
      append(contentsOf: other)
    }
    other.removeAll()
  }
}
