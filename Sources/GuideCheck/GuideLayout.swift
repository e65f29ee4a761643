import GuideSyntax
import SourceText

/// A guide laid out as instructions: its steps in reading order, then its topics.
struct GuideLayout: Phase {
  var names: ResolvedNames
  var instructions: [Instruction] = []
  var passages: [Passage] = []
  var menus: [Menu] = []
  var visits: [Visit] = []
  /// Where each step begins, by its index in the script.
  private(set) var entries: [Int]
  /// The conditions of options, by their question.
  var optionClauses: [(question: QuestionID, clauses: [WhenClause?])] = []
  /// What the editor's rules need to know.
  var observations = Observations()

  var step = StepContext()
  /// Jumps whose target is laid out later: the instruction, and the index of the step in the script.
  var pendingJumps: [(instruction: Int, order: Int)] = []

  init(of names: ResolvedNames) {
    entries = Array(repeating: 0, count: names.script.steps.count)
    self.names = names
    layOutSteps()
  }

  var declarations: Declarations { names.declarations }
  var environment: Environment { names.environment }
  var guide: GuideID { names.guide }
  var script: Script { names.script }
  var source: SourceFile { names.source }
  var diagnostics: Diagnostics { names.diagnostics }

  mutating func report(_ diagnostic: Diagnostic) { names.report(diagnostic) }

  /// A visit: who visits, what is visited, and where it is written.
  struct Visit {
    let from: Menu.Entry
    let to: Menu.Entry
    let source: SourceFile
    let span: Span
  }

  // MARK: instructions

  /// The index of the next instruction in the library.
  var next: Int { declarations.origin.instructions + instructions.count }

  mutating func emit(_ instruction: Instruction) { instructions.append(instruction) }

  /// Replaces the instruction at an index in the library.
  mutating func replace(_ place: Int, with instruction: Instruction) {
    instructions[place - declarations.origin.instructions] = instruction
  }

  // MARK: steps

  private mutating func layOutSteps() {
    for block in script.preamble {
      if case .question(let question) = block.content,
        case .question(let identifier)? = names.scope[question.name.text]
      {
        gateOptions(identifier, question)
      }
    }
    emit(.begin(guide))
    for order in script.steps.indices where !script.steps[order].isTopic { layOutStep(order) }
    let end = next
    emit(.leave)
    for order in script.steps.indices where script.steps[order].isTopic {
      layOutStep(order)
      emit(.leave)
    }
    for jump in pendingJumps {
      replace(jump.instruction, with: .go(jump.order < entries.count ? entries[jump.order] : end))
    }
  }

  private mutating func layOutStep(_ order: Int) {
    step.begin(order)
    entries[order] = next
    emit(.enter(stepID))
    layOut(script.steps[order].blocks)
  }

  /// The step that is being laid out.
  var stepID: StepID { declarations.step(at: step.order) }

  /// The guide or topic that is being laid out, as the source of visits.
  var here: Menu.Entry { script.steps[step.order].isTopic ? .topic(stepID) : .guide(guide) }
}
