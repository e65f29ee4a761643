public import GuideCheck
public import GuideEngine

/// An input by the names in the scripts.
public enum RecordedInput: Hashable, Sendable {
  /// A question, as `guide/question`, was answered.
  case answered(question: String, NamedAnswer)
  /// A topic, as `guide/step`, or a guide was opened.
  case opened(String)
  /// The person went on.
  case readOn
  /// The person went back.
  case wentBack
  /// The person asked to change their answer to a question.
  case changed(question: String)
  /// A line of a list was taken off the person's page.
  case tookOff(list: String, line: String)
  /// A line of a list was put back on the person's page.
  case putBack(list: String, line: String)
  /// Something other than a line was taken off the person's page.
  case tookOffItem(NamedPageItem)
  /// Something other than a line was put back on the person's page.
  case putBackItem(NamedPageItem)
  /// The person picked the questions that matter most.
  case prioritized([String])
  /// The person went on with another guide after the end.
  case wentOn(guide: String)

  /// The question an answer was to.
  public func question(in library: Library) -> QuestionID? {
    switch self {
    case .answered(let name, _), .changed(let name): library.question(recorded: name)
    default: nil
    }
  }

  /// Returns the input, or nil if the library has no such question, option, or topic.
  public func input(in library: Library) -> Input? {
    switch self {
    case .answered(let name, let said):
      guard let question = library.question(recorded: name) else { return nil }
      return said.answer(to: library[question]).map { .answered(question, $0) }
    case .opened(let name): return library.entry(recorded: name).map { .opened($0) }
    case .readOn: return .readOn
    case .wentBack: return .wentBack
    case .changed(let name): return library.question(recorded: name).map { .changed($0) }
    case .tookOff(let list, let line): return Self.line(list, line).map { .tookOff($0) }
    case .putBack(let list, let line): return Self.line(list, line).map { .putBack($0) }
    case .tookOffItem(let item): return library.pageItem(item).map { .tookOff($0) }
    case .putBackItem(let item): return library.pageItem(item).map { .putBack($0) }
    case .prioritized(let questions): return .prioritized(questions)
    case .wentOn(let name): return library.guide(named: name).map { .wentOn($0) }
    }
  }

  private static func line(_ list: String, _ text: String) -> PageItem? {
    Passage.List(rawValue: list).map { .line(Summary.Line(list: $0, text: text)) }
  }
}

extension Event {
  /// Creates the record of an input.
  ///
  /// - Parameters:
  ///   - input: The input, which the engine accepted.
  ///   - library: The library it was sent to.
  ///   - fingerprint: The fingerprint of the text of the library.
  public init(_ input: Input, in library: Library, fingerprint: String) {
    switch input {
    case .began(let guide):
      self = .began(guide: library[guide].name, fingerprint: fingerprint)
    case .answered(let question, let answer):
      let named = NamedAnswer(answer, to: library[question])
      self = .input(.answered(question: library.name(of: question), named))
    case .opened(let entry): self = .input(.opened(library.recordedName(of: entry)))
    case .readOn: self = .input(.readOn)
    case .wentBack: self = .input(.wentBack)
    case .changed(let question): self = .input(.changed(question: library.name(of: question)))
    case .tookOff(let item):
      let named = library.named(item)
      if case .line(let list, let text) = named {
        self = .input(.tookOff(list: list, line: text))
      } else {
        self = .input(.tookOffItem(named))
      }
    case .putBack(let item):
      let named = library.named(item)
      if case .line(let list, let text) = named {
        self = .input(.putBack(list: list, line: text))
      } else {
        self = .input(.putBackItem(named))
      }
    case .prioritized(let questions): self = .input(.prioritized(questions))
    case .wentOn(let guide): self = .input(.wentOn(guide: library[guide].name))
    }
  }
}

extension Library {
  fileprivate func question(recorded name: String) -> QuestionID? {
    place(recorded: name).flatMap { guide, name in
      questions.firstIndex { $0.guide == guide && $0.name == name }.map { QuestionID($0) }
    }
  }

  /// The two parts of `guide/name`; must be fast, because a session can have a thousand answers.
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
