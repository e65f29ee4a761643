import Documents
import GuideCheck
import GuideEngine
import Phrases
import SourceText

/// From a plan to what is on the disk and on the screen.
extension Session {
  /// Records what a plan needs to have recorded, or carries it out immediately.
  mutating func proceed(_ plan: Plan, shown: [Block] = []) -> [LineEffect<RecordingRequest>] {
    if let request = request(for: plan) { return ask(request, for: plan, shown: shown) }
    return carryOut(plan, shown: shown)
  }

  mutating func ask(
    _ request: RecordingRequest,
    for plan: Plan,
    shown: [Block]
  ) -> [LineEffect<RecordingRequest>] {
    phase = .recording(plan, request, shown: shown)
    return [.perform(request)]
  }

  private func request(for plan: Plan) -> RecordingRequest? {
    switch plan.result {
    case .keeps(let result):
      let isAsked = if case .requested = consent { false } else { true }
      let told = isAsked ? phrases.whoCanRead(isReadHere: isReadHere) : nil
      return .begin(history + plan.inputs, ending: result.ending, told: told)
    case .erases:
      switch consent {
      case .given, .erased: return .erase
      case .declined, .requested, .undecided: return leftover == nil ? nil : .eraseLeftover
      }
    case .saves(let page, _, _): return .savePage(page)
    case .closes, .declines, .ends, .resumes, .shows:
      let ending = plan.result.ending
      if consent.kept == nil { return ending == nil || leftover == nil ? nil : .eraseLeftover }
      return plan.inputs.isEmpty && ending == nil ? nil : .append(plan.inputs, ending: ending)
    }
  }

  /// Carries out a plan in place, and then plans what follows automatically.
  ///
  /// - Parameters:
  ///   - plan: The plan, already recorded if it had to be.
  ///   - shown: What to show before it.
  ///   - loss: What is missing from the kept answers; nil if nothing is.
  /// - Returns: What to do.
  mutating func carryOut(
    _ plan: Plan,
    shown: [Block] = [],
    loss: String? = nil
  ) -> [LineEffect<RecordingRequest>] {
    phase = .prompting
    attention = plan.attention
    if let draft = plan.draft, setting.isTerminal {
      pendingDraft = draft.line
      draftUse = draft.use
    }
    if let mode = plan.mode { self.mode = mode }
    if plan.returnsToReview { placeUnderReview = walk.awaiting }
    let effects = send(plan.inputs)
    offerAnswerToEdit(after: plan.inputs.last)
    let blocks = shown + plan.notes
    return follow(plan.result, effects, blocks, loss)
  }

  /// Sends inputs to the engine; returns its effects for the last one.
  private mutating func send(_ inputs: [Input]) -> [Effect] {
    var effects: [Effect] = []
    for input in inputs {
      effects = library.advance(&walk, input)
      if let last = effects.last { asked = last }
    }
    history += inputs
    return effects
  }

  private mutating func follow(
    _ result: Plan.Result,
    _ effects: [Effect],
    _ blocks: [Block],
    _ loss: String?
  ) -> [LineEffect<RecordingRequest>] {
    switch result {
    case .shows(let view): return show(view, effects, blocks)
    case .declines(let asksAgain, let result):
      consent = .declined(asksAgain: asksAgain)
      return follow(result, effects, blocks, loss)
    case .keeps(let result): return follow(result, effects, blocks, loss)
    case .closes:
      let plan = ended(Plan(result: .shows(.nothing), attention: attention))
      return proceed(plan, shown: blocks)
    case .saves: return present(blocks)
    case .resumes:
      wantsToResume = true
      mode = .over(.left)
      return present(blocks)
    case .erases:
      consent = .declined(asksAgain: false)
      // A program that reads the output knows that `forget` ends the session.
      mode = setting.isTerminal ? .erased(over: mode.ground) : .over(.stopped)
      let rest = setting.isTerminal ? question : closing
      let file = savedPath.map { [Block.note(RichText(phrases.fileStays(visible($0))))] } ?? []
      return present(
        blocks + [.note(RichText(phrases.hasForgotten))] + file + leftoverWords + rest
      )
    case .ends(let ending, let farewell):
      let words = self.words(of: farewell, loss)
      mode = .over(ending)
      return present(blocks + words + leftoverWords)
    }
  }

  private mutating func show(
    _ view: Plan.View,
    _ effects: [Effect],
    _ blocks: [Block]
  ) -> [LineEffect<RecordingRequest>] {
    switch view {
    case .effects: return show(effects, blocks)
    case .menu:
      if case .offer? = asked { return show(effects, blocks) }
      return backToMenu().map { proceed($0, shown: blocks) } ?? show(effects, blocks)
    case .question: return present(blocks + question)
    case .standing: return stand(blocks)
    case .ground:
      mode = mode.ground.mode
      switch mode {
      case .consent, .returning: return present(blocks + question)
      default: break
      }
      // At a menu, what was read before it is not read again.
      if !walk.isFinished, case .offer? = asked { return present(blocks + question) }
      return walk.isFinished ? finish(blocks) : stand(blocks)
    case .again(let entry):
      return present(blocks + screen.blocks(library.lookAgain(entry, &walk)) + question)
    case .pageItems:
      guard case .review(let atEnd, _) = mode else { return present(blocks + question) }
      return present(blocks + pageItems(reviewList(atEnd: atEnd)) + [wayOn(atEnd: atEnd)])
    case .wayOn:
      if case .review(let atEnd, _) = mode { return present(blocks + [wayOn(atEnd: atEnd)]) }
      return present(blocks + question)
    case .nothing: return present(blocks)
    }
  }

  /// Shows what the engine does.
  private mutating func show(
    _ effects: [Effect],
    _ blocks: [Block]
  ) -> [LineEffect<RecordingRequest>] {
    // Without a terminal, nothing scrolls away unread, and a pause does not use a line. On one, new
    // lines for the page and the person's own ratings need no pause: the review shows them too.
    let readsOn = effects.last == .pause && (!setting.isTerminal || onlyRepeatThePage(effects))
    let drawn = telling(readsOn ? effects.dropLast() : effects)
    let shown = blocks + withReviews(drawn)
    if readsOn { return proceed(readingOn, shown: shown) }
    if let place = placeUnderReview, effects.last != .pause, !walk.isChanging {
      placeUnderReview = nil
      if walk.awaiting == place {
        mode = .review(atEnd: false, over: .walk)
        return present(blocks + screen.blocks(withoutPrompt(effects)) + question)
      }
    }
    return effects.last == .finish ? finish(shown) : present(shown)
  }

  /// Whether effects before a pause only show lines for the page and the person's own ratings.
  private func onlyRepeatThePage(_ effects: [Effect]) -> Bool {
    effects.dropLast().allSatisfy { effect in
      switch effect {
      case .title: true
      case .show(let passage, _):
        switch library[passage].kind {
        case .listLine, .ratings: true
        default: false
        }
      default: false
      }
    }
  }

  /// What was newly read, without the question or menu that the person was at before.
  private func withoutPrompt(_ effects: [Effect]) -> [Effect] {
    var read = effects.dropLast()
    if case .title? = read.last { read = read.dropLast() }
    return Array(read)
  }

  /// Puts the answer that is to be changed in the line, if it was typed in the person's own words or
  /// digits.
  private mutating func offerAnswerToEdit(after input: Input?) {
    guard case .changed(let question)? = input, setting.isTerminal,
      let answer = walk.kept[question.index]?.answer
    else { return }
    switch answer {
    case .text(let words): pendingDraft = visible(words)
    case .number(let number): (pendingDraft, draftUse) = (library.number(number), .suggested)
    case .date, .options, .skipped: break
    }
  }

  /// A line without the answer that was in it, if what was typed after that is a call for help or a
  /// command: a person who needs help does not first delete what is in the line.
  func withoutDraft(_ line: String) -> String {
    guard !pendingDraft.isEmpty, line.hasPrefix(pendingDraft) else { return line }
    let rest = String(line.dropFirst(pendingDraft.count))
    let understanding = Understanding(library: library, phrases: phrases, vocabulary: vocabulary)
    switch understanding.understand(rest, nil) {
    case .command, .help: return rest
    case .commandOrWords, .goingOn, .input, .lookAgain, .misfit, .nothing, .reply, .taken:
      return line
    }
  }

  private var readingOn: Plan {
    Plan(inputs: [.readOn], result: .shows(.effects), attention: attention)
  }

  /// Shows where the walk is, from what was read since the last decision.
  private mutating func stand(_ blocks: [Block]) -> [LineEffect<RecordingRequest>] {
    mode = .walk
    return show(library.standing(&walk), blocks)
  }

  /// At the end of the walk: first the answers and lines, to review and change, and then the page.
  private mutating func finish(_ blocks: [Block]) -> [LineEffect<RecordingRequest>] {
    placeUnderReview = nil
    if reviewList(atEnd: true).isEmpty {
      return proceed(ended(Plan(result: .shows(.nothing), attention: attention)), shown: blocks)
    }
    mode = .review(atEnd: true, over: mode.ground)
    return present(blocks + question)
  }

  /// The current prompt, asked again.
  var question: [Block] {
    switch mode {
    case .walk: menuHeading + (asked.map { screen.blocks([$0]) } ?? [])
    case .consent(let question): consentQuestion(question)
    case .returning(let guide): returningQuestion(to: guide)
    case .review(let atEnd, _): review(atEnd: atEnd)
    case .paused, .over: []
    case .prioritizing: whichMatterMost
    case .saving(let step, _): savingQuestion(step)
    case .asking, .confirmingErasure, .confirmingKeeping, .erased, .leaving: confirmation(in: mode)
    }
  }

  /// What a menu asks, which is the title of its step.
  private var menuHeading: [Block] {
    guard case .offer(let offer)? = asked else { return [] }
    return [.heading(RichText(library[library[offer.menu].step].title))]
  }

  var isErased: Bool { if case .erased = consent { true } else { false } }
}
