import ContentFolder
import FoundationEssentials
import GuideCheck
import GuideEngine
import GuideProof
import SourceText
import TerminalUI

extension Rehearsal {
  /// Does what the author says.
  mutating func obey(_ word: Word, _ rest: String) -> [ScreenBlock] {
    switch word {
    case .begin: begin(rest)
    case .forget: forget(rest)
    case .go: go(to: rest)
    case .save: save(as: rest)
    case .set: set(rest)
    case .sides: sides
    case .values: values
    case .where: place
    case .why: reasons
    case .words: words
    }
  }

  private mutating func begin(_ name: String) -> [ScreenBlock] {
    if name.isEmpty { return begin(at: sitting.state.start) }
    guard let guide = library.guide(named: name) else {
      return missing("guide", name, library.guides.map(\.name))
    }
    return begin(at: guide)
  }

  // MARK: answers

  private mutating func set(_ rest: String) -> [ScreenBlock] {
    let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return [.note(Word.set.explanation)] }
    guard let question = question(named: parts[0]) else {
      return missing("question", parts[0], library.questions.map(\.name))
    }
    if sitting.state.awaiting == .answer(question) { return followed(sitting.take(parts[1])) }
    guard sitting.state.answers[question.index] != nil else {
      answersToCome[library.name(of: question)] = parts[1]
      return [.note("\(parts[0]) is not asked yet. When it is, it is answered so.")]
    }
    let changing = library.step(sitting.state, .changed(question)).state
    var trial = Sitting(of: library, setting: sitting.setting, standing: changing)
    trial.sources = library.sources
    let reply = trial.take(parts[1])
    // What was no answer changes nothing.
    guard case .answered? = reply.inputs.first else { return reply.blocks }
    sitting = trial
    return followed(reply)
  }

  private mutating func forget(_ name: String) -> [ScreenBlock] {
    guard let question = question(named: name) else {
      return missing("question", name, library.questions.map(\.name))
    }
    let isToCome = answersToCome.removeValue(forKey: library.name(of: question)) != nil
    guard sitting.state.answers[question.index] != nil else {
      return [.note(isToCome ? "\(name) is no longer set." : "\(name) has no answer.")]
    }
    return stand(
      at: state(after: library.straightInputs(to: sitting.state)) { state in
        state.awaiting == .answer(question)
      }
    )
  }

  // MARK: going

  private mutating func go(to name: String) -> [ScreenBlock] {
    guard let step = step(named: name) else {
      return missing("step", name, library.steps.map(\.name))
    }
    let inputs = library.straightInputs(to: sitting.state)
    let walked = state(after: inputs) { $0.hasVisited(step) }
    if walked.hasVisited(step) { return stand(at: walked) }
    if let state = goOn(to: step) {
      return [.note("By your answers; what you had not answered is left out.")] + stand(at: state)
    }
    var witnessFinder = WitnessFinder(library)
    guard let found = witnessFinder.witness(taking: .step(step)) else {
      return [.note("No walk comes to \(name).")]
    }
    let before = found.words(in: library)
    let state = state(after: found.inputs) { $0.hasVisited(step) }
    let count = library.straightInputs(to: state).count
    let words = before.prefix(count).joined(separator: "; ")
    return [.note("Your answers do not lead there. These do: \(words).")] + stand(at: state)
  }

  /// Goes on from where the walk stands, by what was answered before; nil if that does not lead there.
  private mutating func goOn(to step: StepID) -> State? {
    var state = sitting.state
    var answersToCome = answersToCome
    if state.isChanging { _ = library.advance(&state, .wentBack) }
    let wanted = [Menu.Entry.topic(step), .guide(library[step].guide)]
    let walk = library.walk(from: state) { asking, state in
      let text = answersToCome.removeValue(forKey: library.name(of: asking.question))
      return text.flatMap { answer($0, in: state) }
        ?? state.kept[asking.question.index]?.answer ?? .skipped
    } choose: { offer, _ in
      offer.unseen.first { wanted.contains($0) }
    } until: { state in
      state.hasVisited(step)
    }
    guard walk.state.hasVisited(step) else { return nil }
    self.answersToCome = answersToCome
    return walk.state
  }

  /// What a typed text answers to the question that is being asked; nil if it is not an answer.
  private func answer(_ text: String, in state: State) -> Answer? {
    var trial = Sitting(of: library, setting: sitting.setting, standing: state)
    guard case .answered(_, let answer)? = trial.take(text).inputs.first else { return nil }
    return answer
  }

  /// The state after as many inputs as are needed.
  private func state(after inputs: [Input], until isThere: (State) -> Bool) -> State {
    var state = State(of: library)
    for input in inputs where !isThere(state) { _ = library.advance(&state, input) }
    return state
  }

  // MARK: saving

  private func save(as name: String) -> [ScreenBlock] {
    if name.isEmpty { return [.note(Word.save.explanation)] }
    let file = name.hasSuffix(".transcript") ? name : "\(name).transcript"
    let path = file.contains("/") ? file : "\(transcripts)/\(file)"
    if FileManager.default.fileExists(atPath: path) {
      return [.note("There is a \(path) already. Choose another name.")]
    }
    let inputs = library.straightInputs(to: sitting.state)
    guard let transcript = Transcript(of: inputs, over: library),
      let lines = transcript.held(over: library)
    else { return [.note("This walk cannot be typed.")] }
    do {
      if !file.contains("/") {
        try FileManager.default.createDirectory(
          atPath: transcripts,
          withIntermediateDirectories: true
        )
      }
      try replaceFile(at: path, with: Array(transcript.text(with: lines).utf8))
      return [.note("Written: \(path). Read it before you keep it.")]
    } catch let error as ContentError {
      return [.note(Failure(error).message)]
    } catch {
      return [.note("\(path) could not be written.")]
    }
  }

  // MARK: names

  /// The question of this name: of the guide that stands, shared, or behind the name of its guide.
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

  private func missing(_ kind: String, _ name: String, _ names: [String]) -> [ScreenBlock] {
    let near = suggestions(for: name, among: names)
    let offer = near.isEmpty ? "" : " Did you mean \(near.joined(separator: " or "))?"
    return [.note("There is no \(kind) called \(name).\(offer)")]
  }
}
