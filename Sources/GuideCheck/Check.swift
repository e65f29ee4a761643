public import GuideSyntax
public import SourceText

/// A content folder, read and parsed, before it is checked.
public struct Content: Sendable {
  /// A guide's name and script.
  public struct Entry: Sendable {
    /// The file's name without its ending.
    public let name: String
    /// What stands in it.
    public let script: Script

    /// A guide of this name.
    public init(name: String, script: Script) {
      self.name = name
      self.script = script
    }
  }

  /// `house.guide`.
  public var house: Script
  /// `guides/*.guide`.
  public var guides: [Entry]
  /// `evidence/*.guide`.
  public var evidence: [Script]
  /// `glossary.guide`, if there is one.
  public var glossary: Script?
  /// The country's place file, if there is one.
  public var locality: Script?
  /// `evidence/sources.json`, if it was read; without it, sources are not looked up.
  public var sources: [Source]?
  /// `signatures.guide`, if there is one.
  public var signatures: Script?
  /// What tells the text of each guide from any other; a guide that is not here counts as not signed.
  public var fingerprints: [String: TextFingerprint] = [:]
  /// The names that no guide may have: those of the program's commands, which open no guide.
  public let reservedNames: Set<String>
  /// Today, for what is due to be read again; nil to leave that out.
  public var today: Day?

  /// Content with a house and nothing else.
  ///
  /// - Parameters:
  ///   - house: `house.guide`.
  ///   - reservedNames: The names that no guide may have.
  public init(house: Script, reservedNames: Set<String>) {
    self.house = house
    self.reservedNames = reservedNames
    guides = []
    evidence = []
  }
}

/// What checking found: the library if there is no error, and every diagnostic, file by file.
public struct CheckResult: Sendable {
  /// The library; nil as long as there is an error.
  public let library: Library?
  /// Errors and warnings, in the order of their places.
  public let diagnostics: [Diagnostic]

  /// Whether something must be mended.
  public var hasErrors: Bool { library == nil }
}

/// Resolves every name, type, number and citation of a content folder.
///
/// - Parameters:
///   - content: The parsed files.
///   - found: The diagnostics of parsing; an error among them also keeps the library back.
/// - Returns: The library if nothing must be mended, and all that was found.
public func check(_ content: Content, after found: [Diagnostic] = []) -> CheckResult {
  var checker = Checker(content)
  checker.run()
  let diagnostics = DiagnosticFilter(found: found).merged(with: checker.diagnostics)
  let hasErrors = diagnostics.contains { $0.severity == .error }
  return CheckResult(
    library: hasErrors ? nil : checker.library(),
    diagnostics: diagnostics.sorted(by: Diagnostic.precedes)
  )
}

/// Gathers what a library is made of.
struct Checker {
  let content: Content
  var diagnostics: [Diagnostic] = []

  // What every guide may read.
  var evidence = EvidenceTable()
  var subjects: [String: Span] = [:]
  var guideNames: [String: GuideID] = [:]
  var shared: [String: QuestionID] = [:]
  var locality: Locality?
  var terms: [Term] = []
  /// Who signed each guide, by the guide's name.
  var signatures: [String: [Signature]] = [:]

  // What the library is made of.
  var guides: [Guide] = []
  var steps: [Step] = []
  var questions: [Question] = []
  var equations: [Equation] = []
  var conditions: [Condition] = []
  var passages: [Passage] = []
  var menus: [Menu] = []
  var instructions: [Instruction] = []
  var mentions: [Mention: MentionID] = [:]
  var visits: [Visit] = []

  init(_ content: Content) { self.content = content }

  /// Someone who visits, whom, and where it is written.
  struct Visit {
    let from: Menu.Entry
    let to: Menu.Entry
    let source: SourceFile
    let span: Span
  }

  mutating func report(_ diagnostic: Diagnostic) {
    // Only errors can be too many, and one of those left is enough to keep the library back.
    if !isFull || diagnostic.severity == .warning { diagnostics.append(diagnostic) }
  }

  /// Whether so much is wrong that more would help nobody.
  var isFull: Bool { diagnostics.count >= 1000 }

  /// The names to look for a near one among; none once so much is wrong that looking would take long.
  func candidates(_ names: @autoclosure () -> [String]) -> [String] {
    diagnostics.count < 200 ? names() : []
  }

  mutating func run() {
    readSubjects()
    readEvidence()
    readGlossary()
    readLocality()
    let entries = [Content.Entry(name: "house", script: content.house)] + content.guides
    for (index, entry) in entries.enumerated() {
      let source = entry.script.source
      if index > 0, content.reservedNames.contains(entry.name) {
        report(.guideNamedLikeCommand(source, name: entry.name))
      } else if let first = guideNames[entry.name] {
        let other = entries[first.index].script.source
        report(.duplicateGuide(source, name: entry.name, first: other))
      } else {
        guideNames[entry.name] = GuideID(index)
      }
    }
    readSignatures()
    for (index, entry) in entries.enumerated() {
      var builder = GuideBuilder(self, entry, GuideID(index))
      builder.build()
      self = builder.checker
    }
    findVisitCycles()
    markMentions()
  }

  private mutating func readSubjects() {
    for line in content.house.headers("subjects") {
      for subject in parts(of: line.value) {
        let words = subject.text.split(separator: " ").map(String.init)
        if let word = words.first(where: Self.subjectBreakers.contains) {
          report(.subjectWord(content.house.source, subject, word: word))
        }
        subjects[subject.text] = subject.span
      }
    }
  }

  /// Words that would end a subject in the middle of a promise or a condition.
  private static let subjectBreakers: Set<String> = [
    "after", "and", "before", "or", "unless", "when",
  ]

  /// Tells every passage which of the sights that conditions read it is.
  private mutating func markMentions() {
    guard !mentions.isEmpty else { return }
    for index in passages.indices {
      let passage = passages[index]
      var found: [MentionID] = []
      for (mention, identifier) in mentions where carries(passage, mention) {
        found.append(identifier)
      }
      passages[index] = passage.with(mentions: found.sorted { $0.index < $1.index })
    }
  }

  private func carries(_ passage: Passage, _ mention: Mention) -> Bool {
    switch mention {
    case .claim(let claim): return passage.claims.contains(claim)
    case .figure(let figure):
      if case .figure(figure) = passage.kind { return true }
      return false
    case .subject(let subject):
      if case .figure(let figure) = passage.kind {
        return evidence.figures[figure].about.contains(subject)
      }
      return passage.claims.contains { evidence.claims[$0].about.contains(subject) }
    case .equation, .guide, .question, .step: return false
    }
  }

  /// The library, once there is no error.
  func library() -> Library {
    var readersOfQuestion = [[EquationID]](repeating: [], count: questions.count)
    var readersOfEquation = [[EquationID]](repeating: [], count: equations.count)
    for (index, equation) in equations.enumerated() {
      let reader = EquationID(index)
      for read in equation.reads { readersOfEquation[read.index].append(reader) }
      for question in questionsRead(by: equation.expression) {
        readersOfQuestion[question.index].append(reader)
      }
    }
    return Library(
      guides: guides,
      steps: steps,
      questions: questions,
      equations: equations,
      conditions: conditions,
      passages: passages,
      menus: menus,
      instructions: instructions,
      mentionCount: mentions.count,
      readersOfQuestion: readersOfQuestion,
      readersOfEquation: readersOfEquation,
      claims: evidence.claims,
      figures: evidence.figures,
      sources: Dictionary(
        (content.sources ?? []).map { ($0.name, $0) },
        uniquingKeysWith: { first, _ in first }
      ),
      terms: terms,
      locality: locality
    )
  }

  /// The questions an expression reads itself, each once.
  func questionsRead(by expression: Equation.Expression) -> [QuestionID] {
    var found: [QuestionID] = []
    func add(_ question: QuestionID) {
      if !found.contains(question) { found.append(question) }
    }
    func visit(_ expression: Equation.Expression) {
      switch expression {
      case .constant, .counted, .equation: break
      case .question(let question), .ticked(let question): add(question)
      case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
        .quotient(let a, let b):
        visit(a)
        visit(b)
      case .truth(let condition):
        for atom in conditions[condition].atoms {
          if let question = atom.question { add(question) }
        }
      }
    }
    visit(expression)
    return found
  }
}

extension AtomicCondition {
  /// The question a test reads itself.
  var question: QuestionID? {
    switch self {
    case .options(let question, _), .compares(.question(let question), _, _),
      .isKnown(.question(let question)), .isSkipped(let question), .seenQuestion(let question):
      question
    default: nil
    }
  }

  /// The equation a test reads.
  var equation: EquationID? {
    switch self {
    case .compares(.equation(let equation), _, _), .isKnown(.equation(let equation)),
      .isTrue(let equation):
      equation
    default: nil
    }
  }

  /// Whether it reads what was seen.
  var readsMentions: Bool {
    switch self {
    case .seenGuide, .seenQuestion, .seenMention, .seenStep: true
    default: false
    }
  }
}

extension Passage {
  func with(mentions: [MentionID]) -> Passage {
    Passage(
      kind: kind,
      pieces: pieces,
      step: step,
      claims: claims,
      mentions: mentions,
      fingerprint: fingerprint
    )
  }
}
