public import GuideCheck
import SourceText

/// The questions that a new guide is made of, as far as nobody has answered them yet.
///
/// It asks nobody itself: whoever has it puts each question, and hands it the answer.
///
///     while let question = try interview.next() { … interview.answer(text) }
public struct GuideInterview {
  /// What a guide is made of.
  public enum Part: Hashable, Sendable {
    /// What stands over it.
    case title
    /// The name of its file.
    case name
    /// Whom it is for.
    case audience
    /// What it is about.
    case about
    /// Whether it helps somebody decide.
    case kind
    /// What the person has.
    case condition
    /// The question to decide.
    case decision
    /// A choice, by its place.
    case choice(Int)
  }

  /// What was given beforehand.
  public struct Given: Sendable {
    /// The parts that are words.
    public var words: [Part: String]
    /// Whether it helps somebody decide; if not given, that is asked.
    public var isDecisionAid: Bool

    /// Parts that were given.
    public init(_ words: [Part: String] = [:], isDecisionAid: Bool = false) {
      self.words = words
      self.isDecisionAid = isDecisionAid
    }

    /// Whether nothing needs to be asked of a guide that teaches.
    fileprivate var isWhole: Bool {
      [Part.title, .audience, .about].allSatisfy { words[$0] != nil }
    }
  }

  /// A question to put.
  public enum Question {
    /// It wants words; `problem` says why some will not do.
    case words(String, problem: (String) -> String?)
    /// It wants one of these.
    case choice(String, among: [String])
  }

  /// The guide as far as it is known.
  public private(set) var draft: GuideDraft
  private let given: Given
  private let library: Library
  private var parts: [Part] = [.title, .name, .audience, .about, .kind]

  /// An interview that has asked nothing yet.
  ///
  /// - Parameters:
  ///   - draft: The guide to fill in.
  ///   - given: What was given beforehand.
  ///   - library: The library the guide goes to.
  public init(_ draft: GuideDraft, given: Given, for library: Library) {
    self.draft = draft
    self.given = given
    self.library = library
  }

  /// Takes what was given, up to the next question; nil if the guide is complete.
  ///
  /// - Throws: ``AuthoringError/unfit(_:problem:)`` if what was given will not do.
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

  /// Takes the answer to a question that wanted words and had no problem with these.
  public mutating func answer(_ words: String) {
    guard let part = parts.first, part != .kind else { return }
    draft[part] = words.isEmpty ? otherwise(for: part) ?? "" : words
    parts.removeFirst()
  }

  /// Takes the answer to a question that wanted one of several things, by its place.
  public mutating func answer(choosing place: Int) {
    guard parts.first == .kind else { return }
    settle(isDecisionAid: place == 1)
  }

  // MARK: parts

  private static let kinds = [
    "It teaches and prepares", "It helps somebody decide between treatments",
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

  /// What an empty line means.
  private func otherwise(for part: Part) -> String? { part == .name ? draft.proposedName : nil }

  private func question(for part: Part) -> String {
    part == .name
      ? "What is its file called? An empty line takes \(draft.proposedName)." : part.question
  }

  private func problem(with part: Part) -> (String) -> String? {
    let (draft, library, otherwise) = (draft, library, otherwise(for: part))
    return { text in
      var filled = draft
      filled[part] = text.isEmpty ? otherwise ?? "" : text
      if filled[part].isEmpty { return "Type a few words." }
      if part == .name, library.guide(named: filled.name) != nil {
        return "There is a guide called that."
      }
      return filled.fault.map { "That cannot stand in a guide: \($0)." }
    }
  }
}

extension GuideInterview.Part {
  fileprivate var question: String {
    switch self {
    case .title: "What is it called? This stands over it:"
    case .name: "What is its file called?"
    case .audience: "Whom is it for? Such as: adults who are about to have a first visit"
    case .about: "What is it about? A sentence or two that a patient reads first:"
    case .kind: "What does it do?"
    case .condition: "What does the person have? Such as: Sleeping badly for some months"
    case .decision: "What is there to decide? It ends in `?`:"
    case .choice(0): "What is the first choice?"
    case .choice: "What is the other? No change is always one more."
    }
  }
}

extension GuideDraft {
  /// A part that is words.
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
