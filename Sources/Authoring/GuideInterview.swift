public import GuideCheck
import SourceText

/// The questions to ask for a new guide.
///
/// It does not ask them itself: the caller asks each question, and passes the answer.
///
///     while let question = try interview.next() { … interview.answer(text) }
public struct GuideInterview {
  /// The parts of a guide.
  public enum Part: Hashable, Sendable {
    /// The title.
    case title
    /// The name of its file.
    case name
    /// Who it is for.
    case audience
    /// What it is about.
    case about
    /// Whether it is a decision aid.
    case kind
    /// What the person has.
    case condition
    /// The question to decide.
    case decision
    /// A choice, by its index.
    case choice(Int)
  }

  /// The parts that were given in advance.
  public struct Given: Sendable {
    /// The parts that are text.
    public var words: [Part: String]
    /// Whether it is a decision aid; if this is false, the kind is asked.
    public var isDecisionAid: Bool

    /// Creates a value with these parts.
    public init(_ words: [Part: String] = [:], isDecisionAid: Bool = false) {
      self.words = words
      self.isDecisionAid = isDecisionAid
    }

    /// Whether nothing is left to ask, unless it is a decision aid.
    fileprivate var isWhole: Bool {
      [Part.title, .audience, .about].allSatisfy { words[$0] != nil }
    }
  }

  /// A question to ask.
  public enum Question {
    /// It asks for text; `problem` says why a text does not fit.
    case words(String, problem: (String) -> String?)
    /// It asks for one of several choices.
    case choice(String, among: [String])
  }

  /// The draft with the answers so far.
  public private(set) var draft: GuideDraft
  private let given: Given
  private let library: Library
  /// The answers so far, in the order of the questions; those that were given in advance, too.
  public private(set) var answered: [(part: Part, words: String)] = []
  private var parts: [Part] = [.title, .name, .audience, .about, .kind]

  /// Creates an interview that has not asked anything yet.
  ///
  /// - Parameters:
  ///   - draft: The draft to fill in.
  ///   - given: The parts that were given in advance.
  ///   - library: The library that the guide will be in.
  public init(_ draft: GuideDraft, given: Given, for library: Library) {
    self.draft = draft
    self.given = given
    self.library = library
  }

  /// Fills in the given parts up to the next question; nil if the draft is complete.
  ///
  /// - Throws: ``AuthoringError/unfit(_:problem:)`` if a given part does not fit.
  public mutating func next() throws(AuthoringError) -> Question? {
    while let part = parts.first {
      guard part != .kind else {
        if !given.isDecisionAid, !given.isWhole { return .choice(part.question, among: Self.kinds) }
        settle(isDecisionAid: given.isDecisionAid)
        continue
      }
      prepare(part)
      let problem = problem(with: part)
      guard let words = given(part) else { return .words(question(for: part), problem: problem) }
      if let problem = problem(words) { throw .unfit(part, problem: problem) }
      answer(words)
    }
    return nil
  }

  /// Takes the answer to a question for text; the question must have no problem with it.
  public mutating func answer(_ words: String) {
    guard let part = parts.first, part != .kind else { return }
    draft[part] = words.isEmpty ? otherwise(for: part) ?? "" : words
    answered.append((part, draft[part]))
    parts.removeFirst()
  }

  /// Takes the answer to a question with several choices, by its index.
  public mutating func answer(choosing place: Int) {
    guard parts.first == .kind else { return }
    settle(isDecisionAid: place == 1)
  }

  // MARK: parts

  private static let kinds = [
    "It teaches and prepares", "It helps people decide between treatments",
  ]

  private mutating func settle(isDecisionAid: Bool) {
    draft.isDecisionAid = isDecisionAid
    parts.removeFirst()
    guard isDecisionAid else { return }
    let places = given.words.keys.compactMap {
      if case .choice(let place) = $0 { place } else { nil }
    }
    let count = max(2, (places.max() ?? -1) + 1)
    parts += [.condition, .decision] + (0..<count).map { .choice($0) }
  }

  private mutating func prepare(_ part: Part) {
    if case .choice(let place) = part, !draft.choices.indices.contains(place) {
      draft.choices.append("")
    }
  }

  private func given(_ part: Part) -> String? {
    given.words[part] ?? (part == .name && given.isWhole ? draft.proposedName : nil)
  }

  /// The meaning of an empty line.
  private func otherwise(for part: Part) -> String? { part == .name ? draft.proposedName : nil }

  private func question(for part: Part) -> String {
    part == .name
      ? "What should its file be called? Press Enter for \(draft.proposedName)." : part.question
  }

  private func problem(with part: Part) -> (String) -> String? {
    let (draft, library, otherwise) = (draft, library, otherwise(for: part))
    return { text in
      var filled = draft
      filled[part] = text.isEmpty ? otherwise ?? "" : text
      if filled[part].isEmpty { return "Type a few words." }
      if part == .name, library.guide(named: filled.name) != nil {
        return "A guide with that name already exists."
      }
      return filled.problem.map { "That cannot be used in a guide: \($0)." }
    }
  }
}

extension GuideInterview.Part {
  fileprivate var question: String {
    switch self {
    case .title: "What is the guide's title?"
    case .name: "What should its file be called?"
    case .audience: "Who is it for? For example: adults about to have their first visit"
    case .about: "What is it about? Write a sentence or two for patients to read first:"
    case .kind: "What does it do?"
    case .condition: "What does the person have? For example: Sleeping badly for some months"
    case .decision: "What is the decision? Write a question that ends with `?`:"
    case .choice(0): "What is the first choice?"
    case .choice: "What is the other choice? \u{201C}No change for now\u{201D} is always added."
    }
  }
}

extension GuideDraft {
  /// A part that is text.
  fileprivate subscript(part: GuideInterview.Part) -> String {
    get {
      switch part {
      case .title: title
      case .name: name
      case .audience: audience
      case .about: about
      case .condition: condition
      case .decision: decision
      case .choice(let place): choices[place]
      case .kind: ""
      }
    }
    set {
      switch part {
      case .title: title = newValue
      case .name: name = newValue
      case .audience: audience = newValue
      case .about: about = newValue
      case .condition: condition = newValue
      case .decision: decision = newValue
      case .choice(let place): choices[place] = newValue
      case .kind: break
      }
    }
  }
}
