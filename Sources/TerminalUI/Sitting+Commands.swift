import GuideCheck
import GuideEngine
import Reports

extension Sitting {
  /// Does what a command says.
  mutating func obey(_ word: CommandWord, _ rest: String, _ line: String, _ reply: inout Reply) {
    switch word {
    case .back: goBack(&reply)
    case .change: change(rest, &reply)
    case .define: define(rest, &reply)
    case .forget: forget(&reply)
    case .menu: goToMenu(&reply)
    case .pause:
      if setting.isTerminal { page = .paused }
      reply.blocks.append(.note("Take your time. Your place is kept as long as this program runs."))
      askAgain(&reply)
    case .quit:
      // Whoever leaves from the last page has not seen it yet.
      if case .review(atEnd: true) = page, !showPage(&reply) { return }
      reply.blocks += closing
      reply.blocks += howToComeBack
      reply.ends(.left)
    case .repeat:
      if case .walk = page {
        reply.blocks += screen.blocks(library.standing(state))
      } else {
        askAgain(&reply)
      }
    case .review:
      page = .review(atEnd: state.isFinished)
      askAgain(&reply)
    case .same: keepPrevious(&reply)
    case .skip: skip(&reply)
    case .sources: showSources(&reply)
    case .stop: stop(&reply)
    case .why: explainWhy(&reply)
    case .words:
      reply.blocks.append(.note("Words you can type here:"))
      reply.blocks.append(.detail("help: who to turn to, now"))
      reply.blocks += CommandWord.allCases.filter { works($0) }
        .map { .detail("\($0.rawValue): \($0.explanation)") }
      askAgain(&reply)
    }
  }

  /// Ends the sitting with the page; what the counselor would be told is looked over first.
  private mutating func stop(_ reply: inout Reply) {
    if case .choosing(nil)? = unanswered { return declineKeeping(then: nil, &reply) }
    if !knowsOfWordsLeft, let words = wordsLeft {
      knowsOfWordsLeft = true
      reply.blocks.append(
        .note(
          "You went back past words of your own: \u{201C}\(isolated(words))\u{201D}. They are not on "
            + "your page. To put them there, go on. To end without them, type stop here again."
        )
      )
      askAgain(&reply)
      return
    }
    if case .review(atEnd: true) = page {
    } else if listed.contains(where: { $0.list == .flag }) {
      page = .review(atEnd: true)
      askAgain(&reply)
      return
    }
    end(&reply)
  }

  /// Words the person wrote that still stand before them, and so on no page.
  private var wordsLeft: String? {
    let walked = Set(
      state.walk.compactMap { if case .answer(let question) = $0 { question } else { nil } }
    )
    for index in library.questions.indices where !walked.contains(QuestionID(index)) {
      if case .text(let words)? = state.kept[index]?.answer { return words }
    }
    return nil
  }

  private mutating func goBack(_ reply: inout Reply) {
    switch page {
    case .choosing where !state.isFinished && state.awaiting != .beginning:
      unanswered = nil
      return leavePage(&reply)
    case .walk, .choosing: break
    case .forgetting, .paused, .review:
      if !state.isFinished || unanswered != nil { return leavePage(&reply) }
    }
    let canGoBack: Bool = if case .change = state.awaiting { true } else { state.canGoBack }
    guard canGoBack else {
      reply.blocks.append(.note("This is the beginning."))
      askAgain(&reply)
      return
    }
    page = .walk
    apply(.wentBack, &reply)
  }

  private mutating func goToMenu(_ reply: inout Reply) {
    var walked = self
    walked.page = .walk
    walked.unanswered = nil
    var inputs: [Input] = []
    while walked.state.canGoBack {
      let effects = walked.library.advance(&walked.state, .wentBack)
      inputs.append(.wentBack)
      if case .choice = walked.state.awaiting {
        self = walked
        reply.inputs += inputs
        reply.blocks += screen.blocks(effects)
        return
      }
    }
    reply.blocks.append(.note("There is no menu to go back to."))
    askAgain(&reply)
  }

  private mutating func skip(_ reply: inout Reply) {
    guard case .walk = page else {
      leavePage(&reply)
      return
    }
    switch prompt {
    case .ask(let asking)?: apply(.answered(asking.question, .skipped), &reply)
    case .pause?: apply(.readOn, &reply)
    case .offer(let offer)? where offer.canReadOn: apply(.readOn, &reply)
    case .offer?:
      reply.blocks.append(.note("Some of these come before you go on."))
      askAgain(&reply)
    default: askAgain(&reply)
    }
  }

  private mutating func keepPrevious(_ reply: inout Reply) {
    if case .ask(let asking)? = prompt, let previous = asking.previous {
      apply(.answered(asking.question, previous), &reply)
    } else {
      reply.blocks.append(.note("There is no earlier answer here."))
      askAgain(&reply)
    }
  }

  private mutating func change(_ rest: String, _ reply: inout Reply) {
    let answered = reviewable
    guard let number = Int(rest), answered.indices.contains(number &- 2) else {
      page = .review(atEnd: state.isFinished)
      askAgain(&reply)
      return
    }
    page = .walk
    apply(.changed(answered[number - 2].question), &reply)
  }

  private mutating func forget(_ reply: inout Reply) {
    if case .forgetting = page {
      reply.erases = true
      reply.ends(.stopped)
      reply.blocks.append(
        .note(
          "The program has forgotten your answers. What is on this screen stays until the window is closed."
        )
      )
      reply.blocks += closing
      return
    }
    page = .forgetting
    reply.blocks.append(
      .note("Type forget once more to erase everything from this sitting and end it.")
    )
    askAgain(&reply)
  }

  private mutating func define(_ rest: String, _ reply: inout Reply) {
    reply.blocks.append(.note(definition(of: rest)))
    askAgain(&reply)
  }

  /// Whether a word does something where the person stands.
  private func works(_ word: CommandWord) -> Bool {
    switch word {
    case .words: false
    case .back: state.canGoBack
    case .menu:
      state.walk.contains { if case .step(let step) = $0 { hasMenu(step) } else { false } }
    case .same: if case .ask(let asking)? = prompt { asking.previous != nil } else { false }
    default: true
    }
  }

  private func hasMenu(_ step: StepID) -> Bool { library.menus.contains { $0.step == step } }

  private mutating func explainWhy(_ reply: inout Reply) {
    if case .ask(let asking)? = prompt {
      let question = library[asking.question]
      let isCheck = if case .check = question.role { true } else { false }
      let reason =
        isCheck
        ? "To see if we said it clearly. There is no score."
        : "Your answer leads to the parts that fit you. You can skip it."
      reply.blocks.append(.note(question.why ?? reason))
    } else if case .choosing = page {
      reply.blocks.append(.note("These are your answers, so nothing is decided for you."))
    } else {
      reply.blocks.append(.note("You choose what to look at. Nothing here has to be answered."))
    }
    askAgain(&reply)
  }

  /// The claims behind what was read since the last decision, with their sources.
  private mutating func showSources(_ reply: inout Reply) {
    guard let sources else {
      reply.needsSources = true
      return
    }
    let claims = claimsInView()
    if claims.isEmpty { reply.blocks.append(.note("Nothing here rests on a source.")) }
    for claim in claims {
      reply.blocks.append(.note(claim.statement))
      reply.blocks += claim.sources.map { .detail("From: \(sources[$0]?.citation ?? $0)") }
    }
    askAgain(&reply)
  }
}

extension String {
  var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
