import GuideSyntax
import SourceText

/// What every name in a guide refers to, including its equations.
///
/// From this phase on, conditions can be read, so the phases that follow keep this value and add the
/// conditions of the guide to it.
struct ResolvedNames: Phase {
  var declarations: Declarations
  var scope: Scope
  /// The equations, in an order where each reads only earlier ones.
  var equations: [Equation] = []
  /// What else is known about each equation.
  var facts: [EquationFacts] = []
  /// The equations that depend on themselves.
  var rings: Set<String> = []
  var conditions: [Condition] = []
  /// The mentions that conditions read, in this guide and earlier ones.
  var mentions: [Mention: MentionID]
  private(set) var diagnostics: Diagnostics

  init(of declarations: Declarations) {
    self.declarations = declarations
    scope = declarations.scope
    mentions = declarations.origin.mentions
    diagnostics = declarations.diagnostics
    resolveEquations()
  }

  var environment: Environment { declarations.environment }
  var guide: GuideID { declarations.guide }
  var script: Script { declarations.script }
  var source: SourceFile { declarations.source }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.report(diagnostic) }

  /// An equation of this guide.
  subscript(_ equation: EquationID) -> Equation {
    equations[equation.index - declarations.origin.equations]
  }

  /// What is known about an equation of this guide.
  func facts(of equation: EquationID) -> EquationFacts {
    facts[equation.index - declarations.origin.equations]
  }

  /// Adds a condition to those of the guide, and returns its index in the library.
  mutating func add(_ condition: Condition) -> Int {
    conditions.append(condition)
    return declarations.origin.conditions + conditions.count - 1
  }

  /// A condition of this guide as the author wrote it.
  func words(ofCondition condition: Int) -> String {
    conditions[condition - declarations.origin.conditions].words
  }

  /// The questions an expression reads directly, each once.
  func questionsRead(by expression: Equation.Expression) -> [QuestionID] {
    expression.questionsRead(in: conditions, from: declarations.origin.conditions)
  }

  // MARK: names

  /// The question or equation that a name refers to.
  mutating func operand(named name: Name) -> Operand? {
    switch scope[name.text] {
    case .question(let question): return .question(question)
    case .equation(let equation): return .equation(equation)
    case .step:
      if !declarations.doubled.contains(name.text) { report(.stepIsNoValue(source, name)) }
      return nil
    case .row, nil:
      if let question = environment.shared[name.text] { return .question(question) }
      // A circle of equations has already been reported.
      if rings.contains(name.text) { return nil }
      report(.unknownName(source, name, among: diagnostics.candidates(valueNames)))
      return nil
    }
  }

  /// The question or equation that a name refers to; does not report anything if there is none.
  func quietOperand(named name: String) -> Operand? {
    switch scope[name] {
    case .question(let question): .question(question)
    case .equation(let equation): .equation(equation)
    case .row, .step: nil
    case nil: environment.shared[name].map { .question($0) }
    }
  }

  /// What a phrase refers to: a name in the guide, a guide, a claim, a figure, or a subject.
  mutating func mention(named name: Name) -> Mention? {
    let words = name.text.split(separator: " ").map(String.init)
    if words.count == 1 {
      switch scope[name.text] {
      case .step(let step): return .step(step)
      case .question(let question): return .question(question)
      case .equation(let equation): return .equation(equation)
      case .row, nil: break
      }
      if let guide = environment.guides[name.text] { return .guide(guide) }
      if let claim = environment.evidence.claimPlaces[name.text] { return .claim(claim) }
      if let figure = environment.evidence.figurePlaces[name.text] { return .figure(figure) }
      if let question = environment.shared[name.text] { return .question(question) }
    }
    let subject = (words.first == "about" ? words.dropFirst() : words[...]).joined(separator: " ")
    if environment.subjects[subject] != nil { return .subject(subject) }
    report(.unknownPlace(source, name, among: diagnostics.candidates(placeNames)))
    return nil
  }

  /// The names of everything with a value, to search for similar ones.
  var valueNames: [String] { scope.valueNames + environment.shared.keys }

  /// The names of everything that can be seen, to search for similar ones.
  var placeNames: [String] {
    scope.names + environment.guides.keys + environment.evidence.claimNames
      + environment.evidence.figureNames + environment.subjects.keys
  }
}
