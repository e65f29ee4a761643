import GuideSyntax
import SourceText

/// What a guide declares: its kind, the options of its decision, its steps, and its questions.
///
/// The names in them are not resolved yet.
struct Declarations: Phase {
  /// Everything the guide can refer to; for the house, this includes its own questions.
  private(set) var environment: Environment
  let guide: GuideID
  let name: String
  let script: Script
  /// Where the parts of the guide begin in the library.
  let origin: LibraryDraft.End

  private(set) var kind = Guide.Kind.education
  /// The options of the guide's decision, with name and label.
  private(set) var options: [(name: String, label: String)] = []
  private(set) var scope = Scope()
  /// Names that two things have; which of the two is meant is not reported as another problem.
  private(set) var doubled: Set<String> = []
  var questions: [Question] = []

  private(set) var diagnostics: Diagnostics

  init(
    of guide: GuideID,
    in environment: Environment,
    at origin: LibraryDraft.End,
    after diagnostics: Diagnostics
  ) {
    self.environment = environment
    self.guide = guide
    self.origin = origin
    self.diagnostics = diagnostics
    name = environment.entries[guide.index].name
    script = environment.entries[guide.index].script
    kind = checkHeader()
    options = declareOptions()
    declareShared()
    declareSteps()
  }

  var source: SourceFile { script.source }
  var isHouse: Bool { guide == .house }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.report(diagnostic) }

  // MARK: declared names

  /// The step at an index in the script.
  func step(at order: Int) -> StepID { StepID(origin.steps + order) }

  /// The index in the script of a step of this guide.
  func order(of step: StepID) -> Int? {
    let order = step.index - origin.steps
    return script.steps.indices.contains(order) ? order : nil
  }

  /// The index in the script of the step with this name.
  func order(ofStepNamed name: String) -> Int? {
    if case .step(let step)? = scope[name] { order(of: step) } else { nil }
  }

  /// A question of this guide, or one of the house.
  subscript(_ question: QuestionID) -> Question {
    let place = question.index - origin.questions
    return place < 0 ? environment.houseQuestions[question.index] : questions[place]
  }

  // MARK: declaring

  private mutating func declareShared() {
    var shared: [String: QuestionID] = [:]
    var hasReported = false
    for block in script.preamble {
      switch block.content {
      case .comment: break
      case .question(let question) where isHouse:
        shared[question.name.text] = declareQuestion(question, step: nil)
      default:
        if !hasReported { report(.beforeFirstStep(source, block.span)) }
        hasReported = true
      }
    }
    if script.steps.isEmpty { report(.guideWithoutSteps(source)) }
    if isHouse { environment.share(shared, among: questions) }
  }

  private mutating func declareSteps() {
    for (order, step) in script.steps.enumerated() {
      declare(step.name, .step(self.step(at: order)))
    }
    for (order, step) in script.steps.enumerated() { declareQuestions(in: step.blocks, order) }
  }

  private mutating func declareQuestions(in blocks: [BlockSyntax], _ order: Int) {
    for block in blocks {
      switch block.content {
      case .question(let question):
        _ = declareQuestion(question, step: step(at: order))
        for option in question.options { declareQuestions(in: option.replies, order) }
      case .conditional(_, _, let inside): declareQuestions(in: inside, order)
      case .weigh(let weigh):
        for row in weigh.rows { declareRow(row.name, row.label, order) }
      case .compare(let rows):
        for row in rows { declare(row.name, .row) }
      default: break
      }
    }
  }

  private mutating func declareQuestion(_ syntax: QuestionSyntax, step: StepID?) -> QuestionID {
    let identifier = QuestionID(origin.questions + questions.count)
    questions.append(question(syntax, step: step))
    declare(syntax.name, .question(identifier))
    return identifier
  }

  private mutating func declareRow(_ name: Name, _ label: InlineText, _ order: Int) {
    let identifier = QuestionID(origin.questions + questions.count)
    questions.append(Question(row: name, label: label, guide: guide, step: step(at: order)))
    declare(name, .question(identifier))
  }

  private mutating func declare(_ name: Name, _ entity: Scope.Entity) {
    if Scope.reservedWords.contains(name.text) {
      report(.reservedName(source, name, among: Scope.reservedWords))
    }
    if case .question = entity, name.text.hasPrefix(ClinicDetails.prefix) {
      report(.nameOfClinic(source, name))
    }
    if let first = scope.place(of: name.text) {
      // The same name can be used in `compare` and in `weigh`.
      if case .row = entity, case .question(let question)? = scope[name.text],
        case .weigh = self[question].role
      {
        return
      }
      if case .row? = scope[name.text], case .question = entity {
        scope.declare(name.text, entity, at: first)
        return
      }
      report(.duplicateName(source, name, first: first))
      doubled.insert(name.text)
      return
    }
    if environment.shared[name.text] != nil, case .question = entity, !isHouse {
      report(.nameOfSharedQuestion(source, name))
    }
    scope.declare(name.text, entity, at: name.span)
  }
}

extension Question {
  /// A row of `weigh`.
  fileprivate init(row name: Name, label: InlineText, guide: GuideID, step: StepID) {
    self.init(
      name: name.text,
      guide: guide,
      prompt: label.plain,
      role: .weigh,
      domain: .number(NumberDomain(.scale(low: nil, high: nil), Fraction(0)...Fraction(5))),
      options: [],
      why: nil,
      again: nil,
      right: [],
      exclusive: [],
      isUnguarded: true,
      step: step,
      span: name.span
    )
  }
}
