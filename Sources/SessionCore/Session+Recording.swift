import Documents
import GuideEngine
import Phrases

/// The result of a request: either the plan is carried out, or nothing changes.
extension Session {
  mutating func performed(_ outcome: RecordingOutcome) -> [LineEffect<RecordingRequest>] {
    guard case .recording(let plan, let request, let shown) = phase else { return [] }
    switch outcome {
    case .done:
      // If a person leaves instead of answering again, what could not be saved is dropped.
      let loss = plan.inputs.isEmpty ? loss : nil
      consent.unsaved = nil
      if request == .erase || request == .eraseLeftover { leftover = nil }
      return carryOut(plan, shown: shown, loss: loss)
    case .began(let name, let setAside):
      leftover = nil
      consent = .given(name: name)
      let notes =
        [Block.note(RichText(phrases.keptAs(name)))]
        + (setAside.map { [.note(RichText(phrases.setAside($0)))] } ?? [])
      return carryOut(plan, shown: notes + shown)
    case .wasKept:
      // What seemed lost is there, so it takes effect now, and the new line has to be typed again.
      guard let unsaved = consent.unsaved else { return carryOut(plan, shown: shown) }
      consent.unsaved = nil
      return carryOut(unsaved, shown: [.note(RichText(phrases.keptAfterAll))])
    case .pageSaved(let path): return pageSaved(at: path, plan, shown)
    case .pageNotSaved(let problem): return pageNotSaved(problem, plan, shown)
    case .failed(let problem, let isReopening, let leftover):
      if let leftover { self.leftover = leftover }
      return failed(problem, isReopening: isReopening, plan, request, shown)
    }
  }

  /// Nothing was recorded, so nothing changes.
  ///
  /// Only leaving works without the disk.
  private mutating func failed(
    _ problem: RecordingProblem,
    isReopening: Bool,
    _ plan: Plan,
    _ request: RecordingRequest,
    _ shown: [Block]
  ) -> [LineEffect<RecordingRequest>] {
    phase = .prompting
    if case .requested = consent {
      refusal = problem
      return [.end]
    }
    if onlyLeaves(plan) {
      return carryOut(
        plan,
        shown: shown,
        loss: isReopening ? lossOnReopening(problem) : loss
      )
    }
    switch problem {
    case .erased, .unproven: return wasErased()
    default: break
    }
    let isErasing = request == .erase || request == .eraseLeftover
    if !isErasing, !isReopening { consent.unsaved = plan }
    let words =
      isErasing ? phrases.couldNotBeErased(problem) : phrases.couldNotBeKept(problem)
    return present([.note(RichText(words))] + question)
  }

  private func onlyLeaves(_ plan: Plan) -> Bool {
    switch plan.result {
    case .ends: plan.inputs.isEmpty
    case .closes, .declines, .erases, .keeps, .resumes, .saves, .shows: false
    }
  }

  /// Kept answers are erased, although their key may not be wiped yet; erasing again wipes it.
  private mutating func wasErased() -> [LineEffect<RecordingRequest>] {
    consent = .erased
    mode = .confirmingErasure(over: mode.ground)
    return present([.note(RichText(phrases.forgetToWipe))] + question)
  }

  /// What is missing from the answers, as far as the journal can be trusted.
  private var loss: String? {
    guard let unsaved = consent.unsaved, !unsaved.inputs.isEmpty else { return nil }
    return phrases.lastAnswerNotKept
  }

  /// What is missing when the journal could not even be reopened.
  private func lossOnReopening(_ problem: RecordingProblem) -> String? {
    switch problem {
    case .damaged, .noJournal, .noSuchSession: phrases.mayBeLost
    default: consent.unsaved == nil ? phrases.mayNotBeErased : loss
    }
  }
}
