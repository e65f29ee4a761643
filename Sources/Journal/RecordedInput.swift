public import GuideCheck
public import GuideEngine

/// An input in the names that stand in the scripts.
public enum RecordedInput: Hashable, Sendable {
  /// A question, as `guide/question`, was answered.
  case answered(question: String, Said)
  /// A topic, as `guide/step`, or a guide was opened.
  case opened(String)
  /// The person went on.
  case readOn
  /// The person went back.
  case wentBack
  /// The person asked to answer a question anew.
  case changed(question: String)
  /// A line of a list was taken off the person's page.
  case tookOff(list: String, line: String)
  /// A line of a list was put back on the person's page.
  case putBack(list: String, line: String)

  /// What was said to a question.
  public enum Said: Hashable, Sendable {
    /// "Rather not say."
    case skipped
    /// The names of the options chosen, in the order of the script.
    case options([String])
    /// A number as `n/d`.
    case number(String)
    /// Words.
    case words(String)
  }

  /// An input sent while `state` stood.
  ///
  /// It is nil for an answer that does not fit that state, and for a beginning, which is an event
  /// of its own.
  public init?(_ input: Input, in library: Library, _ state: State) {
    switch input {
    case .began: return nil
    case .answered(let answer):
      guard let question = state.awaiting.question,
        let said = Said(answer, to: library[question])
      else { return nil }
      self = .answered(question: library.name(of: question), said)
    case .opened(let entry): self = .opened(library.recordedName(of: entry))
    case .readOn: self = .readOn
    case .wentBack: self = .wentBack
    case .changed(let question): self = .changed(question: library.name(of: question))
    case .tookOff(let line): self = .tookOff(list: line.list.rawValue, line: line.text)
    case .putBack(let line): self = .putBack(list: line.list.rawValue, line: line.text)
    }
  }

  /// The question an answer was to.
  public func question(in library: Library) -> QuestionID? {
    switch self {
    case .answered(let name, _), .changed(let name): library.question(recorded: name)
    default: nil
    }
  }

  /// Returns the input, or nil if the library has no such question, option or topic.
  public func input(in library: Library) -> Input? {
    switch self {
    case .answered(let name, let said):
      guard let question = library.question(recorded: name) else { return nil }
      return said.answer(to: library[question]).map { .answered($0) }
    case .opened(let name): return library.entry(recorded: name).map { .opened($0) }
    case .readOn: return .readOn
    case .wentBack: return .wentBack
    case .changed(let name): return library.question(recorded: name).map { .changed($0) }
    case .tookOff(let list, let line): return Self.line(list, line).map { .tookOff($0) }
    case .putBack(let list, let line): return Self.line(list, line).map { .putBack($0) }
    }
  }

  private static func line(_ list: String, _ text: String) -> Summary.Line? {
    Passage.List(rawValue: list).map { Summary.Line(list: $0, text: text) }
  }
}

extension RecordedInput.Said {
  init?(_ answer: Answer, to question: Question) {
    switch answer {
    case .skipped: self = .skipped
    case .options(let mask):
      guard mask & ~question.allOptions == 0 else { return nil }
      let chosen = question.options.indices.filter { mask & 1 << UInt64($0) != 0 }
      self = .options(chosen.map { question.options[$0].name })
    case .number(let value): self = .number("\(value.numerator)/\(value.denominator)")
    case .text(let words): self = .words(words)
    }
  }

  func answer(to question: Question) -> Answer? {
    switch self {
    case .skipped: return .skipped
    case .options(let names):
      let places = names.compactMap { question.option(named: $0) }
      guard places.count == names.count else { return nil }
      return .options(places.reduce(0) { $0 | 1 << UInt64($1) })
    case .number(let text):
      let parts = text.split(separator: "/").compactMap { Int($0) }
      guard parts.count == 2 else { return nil }
      return Fraction(parts[0], over: parts[1]).map { .number($0) }
    case .words(let words): return .text(words)
    }
  }
}

extension State.Awaiting {
  fileprivate var question: QuestionID? {
    switch self {
    case .answer(let question), .change(let question): question
    default: nil
    }
  }
}

extension Library {
  fileprivate func question(recorded name: String) -> QuestionID? {
    place(recorded: name).flatMap { guide, name in
      questions.firstIndex { $0.guide == guide && $0.name == name }.map { QuestionID($0) }
    }
  }

  /// The two parts of `guide/name`: a session of a thousand answers asks for as many.
  private func place(recorded name: String) -> (GuideID, Substring)? {
    guard let slash = name.firstIndex(of: "/"),
      let guide = guide(named: String(name[..<slash]))
    else { return nil }
    return (guide, name[name.index(after: slash)...])
  }

  fileprivate func recordedName(of entry: Menu.Entry) -> String {
    switch entry {
    case .topic(let step): name(of: step)
    case .guide(let guide): self[guide].name
    }
  }

  fileprivate func entry(recorded name: String) -> Menu.Entry? {
    if !name.contains("/") { return guide(named: name).map { .guide($0) } }
    return place(recorded: name).flatMap { guide, name in
      steps.firstIndex { $0.guide == guide && $0.name == name }.map { .topic(StepID($0)) }
    }
  }
}
