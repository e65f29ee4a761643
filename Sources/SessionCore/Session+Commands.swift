import Documents
import GuideCheck
import GuideEngine
import Phrases
import Reports
import SourceText

/// The effects of the commands that work at every prompt.
extension Session {
  mutating func plan(_ word: CommandWord, _ rest: String, _ attention: Attention) -> Plan {
    if case .returning = mode, let words = replyWhileReturning(to: word) {
      return asking([.note(RichText(words))], attention)
    }
    switch word {
    case .back: return goingBack(attention)
    case .change: return changing(rest, attention)
    case .define: return asking([.note(RichText(definition(of: rest)))], attention)
    case .forget: return forgetting(attention)
    case .keep: return keeping(attention)
    case .menu: return backToMenu(attention)
    case .pause:
      return Plan(
        notes: [.note(RichText(phrases.takeYourTime))],
        mode: setting.isTerminal ? .paused(over: mode.ground) : nil,
        result: .shows(.question),
        attention: attention
      )
    case .place: return place(attention)
    case .print: return printing(attention)
    case .quit: return quitting(attention)
    case .repeat:
      return Plan(
        result: .shows(mode == .walk ? .standing : .question),
        attention: attention
      )
    case .review: return opening(.review(atEnd: walk.isFinished, over: mode.ground), attention)
    case .save: return saving(rest, attention)
    case .same: return keepingPrevious(attention)
    case .skip: return skipping(attention)
    case .sources: return asking(sources, attention)
    case .stop: return stopping(attention)
    case .why: return asking([.note(RichText(reason))], attention)
    case .words: return asking(words, attention)
    }
  }

  private func opening(_ mode: Mode, _ attention: Attention) -> Plan {
    Plan(mode: mode, result: .shows(.question), attention: attention)
  }

  // MARK: going back

  private mutating func goingBack(_ attention: Attention) -> Plan {
    switch mode {
    case .consent where !walk.isFinished && walk.awaiting != .beginning:
      return Plan(mode: .walk, result: .shows(.ground), attention: attention)
    case .saving(.form, let mode):
      return Plan(mode: mode, result: .shows(.wayOn), attention: attention)
    case .saving(.name, let mode): return goingOn(to: .form, over: mode, attention)
    case .saving(.replacing(let form, _), let mode):
      return goingOn(to: .name(form), over: mode, attention)
    case .prioritizing(let ground):
      return opening(.review(atEnd: true, over: ground), attention)
    case .asking, .confirmingErasure, .confirmingKeeping, .erased, .leaving, .paused, .review:
      if !walk.isFinished || mode.ground != .walk {
        return Plan(result: .shows(.ground), attention: attention)
      }
    case .consent, .over, .returning, .walk: break
    }
    guard library.accepts(.wentBack, &walk) else {
      return asking([.note(RichText(phrases.thisIsTheBeginning))], attention)
    }
    return sending(.wentBack, attention)
  }

  /// Goes back to the previous menu, no matter how many decisions ago that was.
  private func backToMenu(_ attention: Attention) -> Plan {
    if mode == .walk, case .offer? = asked { return asking([], attention) }
    guard let plan = backToMenu() else {
      return asking([.note(RichText(phrases.noMenu))], attention)
    }
    return plan
  }

  /// The inputs that lead back to a menu; nil if there was none.
  func backToMenu() -> Plan? {
    library.decisionsSinceMenu(walk).map { count in
      Plan(
        mode: .walk,
        inputs: Array(repeating: .wentBack, count: count),
        result: .shows(.menu),
        attention: attention
      )
    }
  }

  private mutating func changing(_ rest: String, _ attention: Attention) -> Plan {
    guard let number = Int(rest),
      case .answer(let question)? = reviewList(atEnd: walk.isFinished)[number]
    else { return opening(.review(atEnd: walk.isFinished, over: mode.ground), attention) }
    return changing(question, attention)
  }

  // MARK: going on

  private mutating func skipping(_ attention: Attention) -> Plan {
    switch mode {
    case .walk: break
    case .consent(let question):
      let notes: [Block] = [.note(RichText(phrases.nothingWillBeKept))]
      return declining(question, notes: notes, attention)
    case .prioritizing: return Plan(result: .closes, attention: attention)
    case .saving(_, let mode):
      return Plan(mode: mode, result: .shows(.wayOn), attention: attention)
    case .asking, .confirmingErasure, .confirmingKeeping, .erased, .leaving, .over, .paused,
      .returning, .review:
      return Plan(result: .shows(.ground), attention: attention)
    }
    switch asked {
    case .ask(let asking)?: return sending(.answered(asking.question, .skipped), attention)
    case .pause?: return sending(.readOn, attention)
    case .offer?: return goingOn(phrases.word(for: .skip), attention)
    default: return asking([], attention)
    }
  }

  private mutating func keepingPrevious(_ attention: Attention) -> Plan {
    if mode == .walk, case .ask(let asking)? = asked, let previous = asking.previous {
      return sending(.answered(asking.question, previous), attention)
    }
    return asking([.note(RichText(phrases.noEarlierAnswer))], attention)
  }

  // MARK: ending

  private func forgetting(_ attention: Attention) -> Plan {
    if case .confirmingErasure = mode { return Plan(result: .erases, attention: attention) }
    return Plan(
      mode: .confirmingErasure(over: mode.ground),
      result: .shows(.question),
      attention: attention
    )
  }

  /// Ends the session with the page; the person first reviews lines for the counselor.
  mutating func stopping(_ attention: Attention) -> Plan {
    if case .consent(.atEnd) = mode.ground { return declining(.atEnd, attention) }
    if !attention.knowsOfWordsLeft, let words = wordsLeft {
      var attention = attention
      attention.knowsOfWordsLeft = true
      return asking([.note(RichText(phrases.wordsLeft(isolated(words))))], attention)
    }
    let isReviewed = if case .review(atEnd: true, _) = mode { true } else { false }
    let hasFlags = library.summary(of: walk).allLines.contains { $0.list == .flag }
    if !isReviewed, hasFlags {
      return opening(.review(atEnd: true, over: mode.ground), attention)
    }
    return ended(Plan(result: .shows(.nothing), attention: attention))
  }

  /// Words the person wrote but went back past, so that they are not on the page.
  private var wordsLeft: String? {
    for index in library.questions.indices where walk.answers[index] == nil {
      if case .text(let words)? = walk.kept[index]?.answer { return words }
    }
    return nil
  }

  // MARK: explaining

  private var words: [Block] {
    [.note(RichText(phrases.wordsYouCanType)), .detail(RichText(phrases.helpExplanation))]
      + CommandWord.allCases.filter { works($0) }.map {
        .detail("\(phrases.word(for: $0)): \(phrases.explanation(of: $0))")
      }
  }

  /// Whether a command does something at this point.
  private func works(_ word: CommandWord) -> Bool {
    switch word {
    case .words: false
    case .print, .save: !setting.isKiosk
    case .back: walk.canGoBack
    case .change, .review: !reviewList(atEnd: walk.isFinished).isEmpty
    case .keep: consent.kept == nil
    case .skip: if mode == .walk, case .ask? = asked { true } else { false }
    case .sources: hasSources
    case .why: if mode == .walk, case .ask? = asked { true } else { false }
    case .menu:
      walk.walk.contains { if case .step(let step) = $0 { hasMenu(step) } else { false } }
    case .same:
      if mode == .walk, case .ask(let asking)? = asked { asking.previous != nil } else { false }
    default: true
    }
  }

  private func hasMenu(_ step: StepID) -> Bool { library.menus.contains { $0.step == step } }

  /// Why the current question is asked.
  private var reason: String {
    switch mode {
    case .consent(.atEnd): return phrases.whoCanRead(isReadHere: isReadHere)
    case .consent: return phrases.whyConsent
    case .asking, .confirmingErasure, .confirmingKeeping, .erased, .leaving, .over, .paused,
      .prioritizing, .returning, .review, .saving:
      return phrases.whyNothing
    case .walk: break
    }
    guard case .ask(let asking)? = asked else { return phrases.whyNothing }
    let question = library[asking.question]
    if let why = question.why { return why }
    return if case .check = question.role { phrases.whyATeachBack } else { phrases.whyAnAnswer }
  }

  private var hasSources: Bool {
    var walk = walk
    return library.standing(&walk).contains { effect in
      if case .show(let passage, _) = effect { !library[passage].claims.isEmpty } else { false }
    }
  }

  /// The claims cited in what was read since the last decision, with their sources.
  private var sources: [Block] {
    var walk = walk
    var seen: Set<Int> = []
    var blocks: [Block] = []
    for effect in library.standing(&walk) {
      guard case .show(let passage, _) = effect else { continue }
      for claim in library[passage].claims where seen.insert(claim).inserted {
        blocks.append(.note(RichText(library.claims[claim].statement)))
        blocks += library.claims[claim].sources.map { name in
          .detail(RichText(phrases.source(library.sources[name]?.citation ?? name)))
        }
      }
    }
    return blocks.isEmpty ? [.note(RichText(phrases.noSources))] : blocks
  }
}
