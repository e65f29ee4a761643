import Documents
import GuideCheck
import GuideEngine
import GuideProof
import SessionCore
import SourceText

extension AuthorPreview {
  /// Does what the author asks for.
  mutating func perform(_ command: Command, _ rest: String) -> Effects {
    switch command {
    case .begin: begin(rest)
    case .forget: forget(rest)
    case .go: go(to: rest)
    case .save: save(as: rest)
    case .set: set(rest)
    case .sides: said(sides)
    case .values: said(values)
    case .where: said(place)
    case .why: why(rest)
    case .list: said(commands)
    }
  }

  private mutating func why(_ name: String) -> Effects {
    if name.isEmpty { return said(reasons) }
    guard let question = question(named: name) else {
      return missing("question", name, library.questions.map(\.name))
    }
    return said(reasons(for: question))
  }

  private mutating func begin(_ name: String) -> Effects {
    var guide = session.walk.start
    if !name.isEmpty {
      guard let named = library.guide(named: name) else {
        return missing("guide", name, library.guides.map(\.name))
      }
      guide = named
    }
    session = Session(at: guide, of: library, setting: setting)
    return start()
  }

  // MARK: answers

  private mutating func set(_ rest: String) -> Effects {
    let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return said([.note(RichText(Command.set.explanation))]) }
    guard let question = question(named: parts[0]) else {
      return missing("question", parts[0], library.questions.map(\.name))
    }
    if session.walk.awaiting == .answer(question) {
      return followed(answer(parts[1]))
    }
    guard session.walk.answers[question.index] != nil else {
      plannedAnswers[library.name(of: question)] = parts[1]
      return said([.note("\(parts[0]) has not been asked yet. This answers it when it is.")])
    }
    let changing = library.step(session.walk, .changed(question)).state
    var trial = Session(standing: changing, of: library, setting: setting)
    // Text that is not an answer changes nothing.
    let before = session
    let isAnswer = if case .answered? = trial.inputs(for: parts[1]).first { true } else { false }
    session = trial
    let effects = followed(answer(parts[1]))
    if !isAnswer { session = before }
    return effects
  }

  private mutating func forget(_ name: String) -> Effects {
    guard let question = question(named: name) else {
      return missing("question", name, library.questions.map(\.name))
    }
    let wasPlanned = plannedAnswers.removeValue(forKey: library.name(of: question)) != nil
    guard session.walk.answers[question.index] != nil else {
      return said([
        .note(wasPlanned ? "The answer to \(name) was removed." : "\(name) has no answer.")
      ])
    }
    return move(
      to: state(after: library.straightInputs(to: session.walk)) { state in
        state.awaiting == .answer(question)
      }
    )
  }

  // MARK: going

  private mutating func go(to name: String) -> Effects {
    guard let step = step(named: name) else {
      return missing("step", name, library.steps.map(\.name))
    }
    let inputs = library.straightInputs(to: session.walk)
    let walked = state(after: inputs) { $0.hasVisited(step) }
    if walked.hasVisited(step) { return move(to: walked) }
    if let state = goOn(to: step) {
      return said([.note("This follows your answers; questions without an answer are skipped.")])
        + move(to: state)
    }
    var witnessFinder = WitnessFinder(library)
    guard let found = witnessFinder.witness(taking: .step(step)) else {
      return said([.note("\(name) is never reached.")])
    }
    let before = found.words(in: library)
    let state = state(after: found.inputs) { $0.hasVisited(step) }
    let count = library.straightInputs(to: state).count
    let words = before.prefix(count).joined(separator: "; ")
    return said([.note("Your answers do not lead there. These do: \(words).")]) + move(to: state)
  }

  /// Continues from the current place with the earlier answers; nil if they do not lead to the step.
  private mutating func goOn(to step: StepID) -> State? {
    var state = session.walk
    var plannedAnswers = plannedAnswers
    if state.isChanging { _ = library.advance(&state, .wentBack) }
    let wanted = [Menu.Entry.topic(step), .guide(library[step].guide)]
    let walk = library.walk(from: state) { asking, state in
      let text = plannedAnswers.removeValue(forKey: library.name(of: asking.question))
      return text.flatMap { answer($0, in: state) }
        ?? state.kept[asking.question.index]?.answer ?? .skipped
    } choose: { offer, _ in
      offer.unseen.first { wanted.contains($0) }
    } until: { state in
      state.hasVisited(step)
    }
    guard walk.state.hasVisited(step) else { return nil }
    self.plannedAnswers = plannedAnswers
    return walk.state
  }

  /// The answer that a typed text gives to the current question; nil if it is not an answer.
  private func answer(_ text: String, in state: State) -> Answer? {
    var trial = Session(standing: state, of: library, setting: setting)
    guard case .answered(_, let answer)? = trial.inputs(for: text).first else { return nil }
    return answer
  }

  /// The state after as many of the inputs as are needed.
  private func state(after inputs: [Input], until isThere: (State) -> Bool) -> State {
    var state = State(of: library)
    for input in inputs where !isThere(state) { _ = library.advance(&state, input) }
    return state
  }

  // MARK: saving

  private func save(as name: String) -> Effects {
    if name.isEmpty { return said([.note(RichText(Command.save.explanation))]) }
    let file = name.hasSuffix(".transcript") ? name : "\(name).transcript"
    let path = file.contains("/") ? file : "\(transcripts)/\(file)"
    if exists(path) {
      return said([.note("\(path) already exists. Choose another name.")])
    }
    let inputs = library.straightInputs(to: session.walk)
    guard let transcript = Transcript(of: inputs, over: library),
      let lines = transcript.held(over: library)
    else { return said([.note("This walk cannot be written as typed lines.")]) }
    do throws(AuthoringError) {
      if !file.contains("/") { try makeFolder(at: transcripts) }
      try write(transcript.text(with: lines), to: path)
      return said([.note("Wrote \(path). Read it before you keep it.")])
    } catch {
      if case .content(let reason) = error {
        return said([.note(RichText(describe.failure(reason)))])
      }
      return said([.note("\(path) could not be written.")])
    }
  }

  // MARK: names

  /// The question with this name: one of the current guide, a shared one, or one written with the name
  /// of its guide.
  private func question(named name: String) -> QuestionID? {
    let all = library.questions.indices.map { QuestionID($0) }
    if let exact = all.first(where: { library.name(of: $0) == name }) { return exact }
    let named = all.filter { library[$0].name == name }
    return named.first { library[$0].guide == guide } ?? named.first
  }

  private func step(named name: String) -> StepID? {
    let all = library.steps.indices.map { StepID($0) }
    if let exact = all.first(where: { library.name(of: $0) == name }) { return exact }
    let named = all.filter { library[$0].name == name }
    return named.first { library[$0].guide == guide } ?? named.first
  }

  private func missing(_ kind: String, _ name: String, _ names: [String]) -> Effects {
    let near = suggestions(for: name, among: names)
    let offer = near.isEmpty ? "" : " Did you mean \(near.joined(separator: " or "))?"
    return said([.note("There is no \(kind) called \(name).\(offer)")])
  }
}
