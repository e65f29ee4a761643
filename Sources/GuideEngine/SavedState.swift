public import GuideCheck

/// A state by the names in the scripts: it can be saved, and read again after the
/// guides were edited.
public struct SavedState: Codable, Equatable, Sendable {
  /// What a person said to a question.
  struct Said: Codable, Equatable, Sendable {
    /// The guide and the question.
    let question: String
    /// `skipped`, option names, a number as `n/d`, or the words.
    let answer: [String]
    /// The kind of answer.
    let kind: String
    /// Whether it counts.
    let stands: Bool
    /// The prompt and the chosen labels, as the person read them.
    let words: String
  }

  /// What a person chose in a menu.
  struct Chosen: Codable, Equatable, Sendable {
    /// The guide and the step.
    let menu: String
    /// The topics and guides, in the order opened.
    let opened: [String]
    /// Whether they went on.
    let readOn: Bool
  }

  let start: String
  let said: [Said]
  let chosen: [Chosen]
  let shown: [String]
  let awaiting: String
  let changing: String?
  /// The teach-back that was tried, if one was.
  let tried: String?
  let decisions: Int
  let tries: Int
  let titled: String?
  let hasShown: Bool
  /// The lines taken off the page; missing in states saved by earlier versions.
  let takenOff: [TakenOff]?
  /// What else was taken off the page; missing if nothing was.
  let itemsOff: [NamedPageItem]?
  /// The questions picked as those that matter most; missing if none were.
  let priorities: [String]?
  /// The guides the person went on with after the end; missing if there are none.
  let goingOn: [String]?

  /// A line taken off the page.
  struct TakenOff: Codable, Equatable, Sendable {
    let list: String
    let text: String
  }

  /// Whether it has something that version 1.0 of the program would not read, and would leave out.
  public var hasPageChoices: Bool { itemsOff != nil || priorities != nil || goingOn != nil }
}

/// A state that was read again.
public struct RestoredState: Sendable {
  /// The state.
  public let state: State
  /// What there is to show, if the guides have changed since.
  public let effects: [Effect]
  /// Questions whose wording has changed: they are asked again, with the old answer offered.
  public let reworded: [QuestionID]
}

extension Library {
  /// Returns the saved form of a state.
  public func saved(_ state: State) -> SavedState {
    var changing: String?
    var awaiting = "walk"
    switch state.awaiting {
    case .beginning: awaiting = "beginning"
    case .reading: awaiting = "reading"
    case .change(let question):
      changing = name(of: question)
      // There can be a pause underneath the change.
      var state = state
      if keptDecision(&state) != nil { awaiting = "reading" }
    case .answer, .choice, .nothing: break
    }
    return SavedState(
      start: self[state.start].name,
      said: questions.indices.compactMap { index in
        state.kept[index].map { said($0, QuestionID(index)) }
      },
      chosen: menus.indices.compactMap { index in
        let opened = state.openings[index]
        if opened == State.Opened() { return nil }
        return SavedState.Chosen(
          menu: menuName(index),
          opened: opened.entries.map { entryName($0) },
          readOn: opened.readOn
        )
      },
      shown: passages.indices.filter { state.shown[$0] != 0 }.map { index in
        let words = state.shown[index]
        return passageName(index)
          + (words == RenderedHash.fixed ? "" : "/" + String(words, radix: 16))
      },
      awaiting: awaiting,
      changing: changing,
      tried: state.tries > 0 ? triedQuestion(state).map { name(of: $0) } : nil,
      decisions: state.decisions.count,
      tries: state.tries,
      titled: state.titled.map { name(of: $0) },
      hasShown: state.hasShown,
      takenOff: state.takenOff.compactMap { item in
        guard case .line(let line) = item else { return nil }
        return SavedState.TakenOff(list: line.list.rawValue, text: line.text)
      }.sorted { ($0.list, $0.text) < ($1.list, $1.text) },
      itemsOff: itemsOff(state),
      priorities: state.priorities.isEmpty ? nil : state.priorities,
      goingOn: state.goingOn.isEmpty ? nil : state.goingOn.map { self[$0].name }
    )
  }

  /// What was taken off the page besides lines; nil if nothing was.
  private func itemsOff(_ state: State) -> [NamedPageItem]? {
    let items = state.takenOff.map { named($0) }
      .filter { if case .line = $0 { false } else { true } }
      .sorted { ($0.kind, $0.name) < ($1.kind, $1.name) }
    return items.isEmpty ? nil : items
  }

  /// The question whose tries are counted.
  private func triedQuestion(_ state: State) -> QuestionID? {
    switch state.awaiting {
    case .answer(let question), .change(let question): question
    default: nil
    }
  }

  private func said(_ kept: State.Kept, _ identifier: QuestionID) -> SavedState.Said {
    let (kind, parts) = NamedAnswer(kept.answer, to: self[identifier]).saved
    return SavedState.Said(
      question: name(of: identifier),
      answer: parts,
      kind: kind,
      stands: kept.stands,
      words: readWords(kept.answer, identifier)
    )
  }

  /// The words a person read when they answered.
  private func readWords(_ answer: Answer, _ question: QuestionID) -> String {
    if case .options = answer {
      return self[question].prompt + "\n" + words(for: answer, to: question)
    }
    return self[question].prompt
  }

  /// Returns the state for a saved form.
  ///
  /// With the same text, it is exactly the state that was saved; with another text, the walk uses what
  /// still fits, and stops at the first question or passage that is new.
  public func restored(_ saved: SavedState) -> RestoredState {
    var state = State(of: self)
    guard saved.awaiting != "beginning", let start = guide(named: saved.start) else {
      return RestoredState(state: state, effects: [], reworded: [])
    }
    state.start = start
    var reworded: [QuestionID] = []
    let questionNames = names(of: questions.indices.map { name(of: QuestionID($0)) })
    for said in saved.said {
      guard let index = questionNames[said.question] else { continue }
      let identifier = QuestionID(index)
      guard
        let answer = NamedAnswer(savedAs: said.kind, said.answer)?.answer(to: self[identifier])
      else {
        if said.stands { reworded.append(identifier) }
        continue
      }
      let isSame = readWords(answer, identifier) == said.words
      if !isSame, said.stands { reworded.append(identifier) }
      state.kept[index] = State.Kept(answer: answer, stands: said.stands && isSame)
    }
    let menuNames = names(of: menus.indices.map { menuName($0) })
    for chosen in saved.chosen {
      guard let index = menuNames[chosen.menu] else { continue }
      let entries = menus[index].alternatives?.entries ?? menus[index].entries
      state.openings[index].entries = chosen.opened.compactMap { name in
        entries.first { entryName($0) == name }
      }
      state.openings[index].readOn = chosen.readOn
    }
    let passageNames = names(of: passages.indices.map { passageName($0) })
    for name in saved.shown {
      let parts = name.split(separator: "/")
      let words = parts.count > 3 ? UInt64(parts[3], radix: 16) : RenderedHash.fixed
      if let index = passageNames[parts.prefix(3).joined(separator: "/")], let words {
        state.shown[index] = words
      }
    }
    for line in saved.takenOff ?? [] {
      guard let list = Passage.List(rawValue: line.list) else { continue }
      state.takenOff.insert(.line(Summary.Line(list: list, text: line.text)))
    }
    state.takenOff.formUnion((saved.itemsOff ?? []).compactMap { pageItem($0) })
    state.priorities = saved.priorities ?? []
    state.goingOn = (saved.goingOn ?? []).compactMap { guide(named: $0) }
    restart(&state)
    var effects: [Effect] = []
    walkOn(&state, &effects, stopAfter: saved.awaiting == "reading" ? saved.decisions : .max)
    if !state.hasShown {
      let stepNames = names(of: steps.indices.map { name(of: StepID($0)) })
      state.titled = saved.titled.flatMap { stepNames[$0] }.map { StepID($0) }
      state.hasShown = saved.hasShown
    }
    if let name = saved.changing, let index = questionNames[name], state.answers[index] != nil {
      state.awaiting = .change(QuestionID(index))
    }
    if let question = triedQuestion(state), name(of: question) == saved.tried {
      state.tries = saved.tries
    }
    return RestoredState(state: state, effects: effects, reworded: reworded)
  }

  private func names(of names: [String]) -> [String: Int] {
    Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The name of a question in the library: `guide/question`.
  public func name(of question: QuestionID) -> String {
    "\(self[self[question].guide].name)/\(self[question].name)"
  }

  /// The name of a step in the library: `guide/step`.
  public func name(of step: StepID) -> String {
    "\(self[self[step].guide].name)/\(self[step].name)"
  }

  private func entryName(_ entry: Menu.Entry) -> String {
    switch entry {
    case .topic(let step): name(of: step)
    case .guide(let guide): self[guide].name
    }
  }

  private func menuName(_ index: Int) -> String {
    let step = menus[index].step
    let earlier = menus[..<index].reversed().prefix { $0.step == step }.count
    return "\(name(of: step))#\(earlier)"
  }

  private func passageName(_ index: Int) -> String {
    "\(name(of: passages[index].step))/\(String(passages[index].fingerprint, radix: 16))"
  }
}
