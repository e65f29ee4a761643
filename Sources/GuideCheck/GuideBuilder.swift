import GuideSyntax
import SourceText

/// Checks one guide and lays out its instructions.
struct GuideBuilder {
  var checker: Checker
  let name: String
  let script: Script
  let guide: GuideID
  var source: SourceFile { script.source }

  /// What the guide's names stand for, and where they are written.
  var scope = Scope()
  var decisionOptions: [(name: String, label: String)] = []
  /// The guide's steps, by their order in the script.
  var stepIDs: [StepID] = []
  var entries: [Int] = []
  /// Jumps whose target is laid out later: the instruction, and the step's order.
  var pendingJumps: [(instruction: Int, order: Int)] = []

  // While a step is laid out.
  var order = 0
  var known: [Operand] = []
  var fingerprints: Set<UInt64> = []
  /// For each text of the step, the fingerprint of the last passage that has it.
  var lastFingerprints: [UInt64: Fingerprint] = [:]
  var stepTests: [StepTest] = []
  /// The figures shown in the step, and where.
  var shown: [(figure: Int, name: Name)] = []
  var cited: Set<Int> = []
  var reads: [Read] = []
  /// Where each question is asked: the step's order, and the instruction.
  var asks: [QuestionID: [(order: Int, instruction: Int)]] = [:]
  var openings: [Int: [Int]] = [:]
  /// The equations that depend on themselves.
  var rings: Set<String> = []
  /// How large the parts of each equation of the guide can grow; nil for a truth.
  var extents: [(above: Int, below: Int, isShared: Bool)?] = []
  /// The one question each equation of the guide is linear in; nil if there is none.
  var linears: [QuestionID?] = []
  /// The equations of which a part could not be read: no more is said of their values.
  var unclear: Set<EquationID> = []
  /// Whether each equation of the guide is known whatever was answered.
  var alwaysKnown: [Bool] = []
  let extentOrigin: Int

  /// A test of a choice, for the rule about *unsure*.
  struct StepTest {
    let question: QuestionID
    let mask: OptionMask
    let isUnless: Bool
    let span: Span
  }

  /// A condition reading a question, for the rule that it must have been asked.
  struct Read {
    let question: QuestionID
    let order: Int
    let instruction: Int
    let span: Span
  }

  init(_ checker: Checker, _ entry: Content.Entry, _ guide: GuideID) {
    self.checker = checker
    extentOrigin = checker.equations.count
    name = entry.name
    script = entry.script
    self.guide = guide
  }

  var isHouse: Bool { guide == .house }
  var stepScript: StepSyntax { script.steps[order] }

  mutating func report(_ diagnostic: Diagnostic) { checker.report(diagnostic) }

  mutating func build() {
    let kind = checkHeader()
    declareShared()
    declareSteps()
    declareEquations()
    let entry = layOut()
    findUnreachedSteps()
    findEarlyReads()
    let promises = resolvePromises()
    let examples = resolveExamples()
    for (order, identifier) in stepIDs.enumerated() {
      let syntax = script.steps[order]
      checker.steps[identifier.index] = Step(
        name: syntax.name.text,
        title: syntax.title.plain,
        guide: guide,
        isTopic: syntax.isTopic,
        entry: entries[order],
        span: syntax.name.span
      )
    }
    var header: [String: String] = [:]
    for entry in script.header {
      if case .line(let line) = entry.content { header[line.key.text] = line.value.text }
    }
    checker.guides.append(
      Guide(
        name: name,
        source: source,
        title: header["title"] ?? name,
        kind: kind,
        header: header,
        options: decisionOptions,
        next: resolveNext(),
        reviewBy: earliestReview(),
        signatures: checker.signatures[name] ?? [],
        entry: entry,
        steps: stepIDs,
        promises: promises,
        examples: examples
      )
    )
  }

  // MARK: declaring

  /// Names that two things have: what they are taken for is no second fault.
  private(set) var doubled: Set<String> = []

  /// Words that promises, jumps and conditions are made of.
  private static let reservedNames: Set<String> = [
    "after", "and", "before", "end", "includes", "is", "not", "or", "seen", "unless", "when",
  ]

  mutating func declare(_ name: Name, _ entity: Scope.Entity) {
    if Self.reservedNames.contains(name.text) {
      report(.reservedName(source, name, among: Self.reservedNames))
    }
    if let first = scope.place(of: name.text) {
      // A matter is compared and weighed under one name.
      if case .row = entity, case .question(let question)? = scope[name.text],
        case .weigh = checker.questions[question.index].role
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
    if checker.shared[name.text] != nil, case .question = entity, !isHouse {
      report(.nameOfSharedQuestion(source, name))
    }
    scope.declare(name.text, entity, at: name.span)
  }

  private mutating func declareShared() {
    var hasReported = false
    for block in script.preamble {
      switch block.content {
      case .comment: break
      case .question(let question) where isHouse:
        checker.shared[question.name.text] = declareQuestion(question, step: nil)
      default:
        if !hasReported { report(.beforeFirstStep(source, block.span)) }
        hasReported = true
      }
    }
    if script.steps.isEmpty { report(.guideWithoutSteps(source)) }
  }

  private mutating func declareSteps() {
    for step in script.steps {
      let identifier = StepID(checker.steps.count)
      checker.steps.append(
        Step(
          name: step.name.text,
          title: "",
          guide: guide,
          isTopic: step.isTopic,
          entry: 0,
          span: step.name.span
        )
      )
      stepIDs.append(identifier)
      entries.append(0)
      declare(step.name, .step(identifier))
    }
    for (order, step) in script.steps.enumerated() { declareQuestions(in: step.blocks, order) }
  }

  private mutating func declareQuestions(in blocks: [BlockSyntax], _ order: Int) {
    for block in blocks {
      switch block.content {
      case .question(let question):
        declareQuestion(question, step: stepIDs[order])
        for option in question.options { declareQuestions(in: option.replies, order) }
      case .conditional(_, _, let inside): declareQuestions(in: inside, order)
      case .weigh(let weigh):
        for row in weigh.rows { declareRow(row.name, row.label, prompt: weigh.prompt, order) }
      case .compare(let rows):
        for row in rows { declare(row.name, .row) }
      default: break
      }
    }
  }

  private mutating func declareRow(
    _ name: Name,
    _ label: InlineText,
    prompt: InlineText,
    _ order: Int
  ) {
    let identifier = QuestionID(checker.questions.count)
    checker.questions.append(
      Question(
        name: name.text,
        guide: guide,
        prompt: label.plain,
        role: .weigh,
        domain: .number(
          NumberDomain(
            .scale(low: "not at all", high: "very much"),
            Fraction(0)...Fraction(5)
          )
        ),
        options: [],
        why: nil,
        again: nil,
        right: [],
        exclusive: [],
        isUnguarded: true,
        step: stepIDs[order],
        span: name.span
      )
    )
    declare(name, .question(identifier))
  }

  @discardableResult
  private mutating func declareQuestion(_ syntax: QuestionSyntax, step: StepID?) -> QuestionID {
    let identifier = QuestionID(checker.questions.count)
    checker.questions.append(question(syntax, step: step))
    declare(syntax.name, .question(identifier))
    return identifier
  }
}
