import Documents
import GuideCheck
import GuideEngine
import Phrases
import Reports

/// The questions of the program itself that are asked once, before something that cannot be undone.
extension Session {
  /// The question that is asked in a mode, with its choices last.
  func confirmation(in mode: Mode) -> [Block] {
    switch mode {
    case .confirmingErasure where isErased:
      [.note(RichText(phrases.forgetToWipe)), choice("1", phrases.goOnErased)]
    case .confirmingErasure:
      [.note(RichText(phrases.forgetOnceMore)), choice("1", phrases.eraseNothing)]
    case .erased: [choice("1", phrases.goOnErased), choice("2", phrases.endNow)]
    case .confirmingKeeping:
      [.note(RichText(phrases.whoCanRead(isReadHere: isReadHere)))]
        + [.prompt(RichText(phrases.keepTheseToo))]
        + [
          choice("1", phrases.keepMyAnswers(isReadHere: isReadHere)),
          choice("2", phrases.keepNothing),
        ]
    case .leaving:
      [
        .prompt(RichText(phrases.nothingWasKept)), choice("1", phrases.showMyPageFirst),
        choice("2", phrases.keepMyAnswers(isReadHere: isReadHere)), choice("3", phrases.leaveNow),
      ]
    case .asking(let meaning):
      [
        .prompt(RichText(phrases.whichWasMeant(isolated(meaning.line)))),
        choice("1", phrases.meantAsWords),
        choice("2", phrases.meantAsCommand(phrases.explanation(of: meaning.command))),
      ]
    case .consent, .over, .paused, .prioritizing, .returning, .review, .saving, .walk: []
    }
  }

  private func choice(_ key: String, _ label: String) -> Block { .choice(key, RichText(label)) }

  /// The effect of a line at such a question.
  mutating func confirming(
    _ line: String,
    _ understood: Understood,
    _ attention: Attention
  ) -> Plan {
    if understood == .nothing, setting.isTerminal { return asking([], attention) }
    var attention = attention
    let typed = Understanding.plain(line)
    let isYes = phrases.yesWords.contains(typed)
    let isNo = phrases.noWords.contains(typed)
    switch (mode, typed) {
    case (.confirmingErasure, _):
      let notes: [Block] = isErased ? [] : [.note(RichText(phrases.nothingWasErased))]
      return Plan(notes: notes, result: .shows(.ground), attention: attention)
    case (.erased, "1"): return Plan(result: .shows(.ground), attention: attention)
    case (.erased, "2"):
      return Plan(result: .ends(.stopped, .forgotten), attention: attention)
    case (.confirmingKeeping, _) where typed == "1" || isYes:
      return keepingFromNowOn(attention)
    case (.confirmingKeeping, _) where typed == "2" || isNo:
      attention.misfits = 0
      let notes: [Block] = [.note(RichText(phrases.nothingIsKept))]
      return Plan(notes: notes, result: .shows(.ground), attention: attention)
    case (.leaving(let ground), "1"):
      return planned(in: ground.mode) { $0.stopping(attention) }
    case (.leaving, "2"):
      return Plan(result: .keeps(.ends(.left, .leaving)), attention: attention)
    case (.leaving, "3"): return Plan(result: .ends(.left, .leaving), attention: attention)
    case (.asking(let meaning), "1"):
      attention.misfits = 0
      return answering(inOwnWords: meaning.line, attention)
    case (.asking(let meaning), "2"):
      attention.misfits = 0
      return planned(in: .walk) { $0.plan(meaning.command, meaning.rest, attention) }
    default: break
    }
    attention.misfits += 1
    if attention.misfits < 3 {
      let count = confirmation(in: mode).count { if case .choice = $0 { true } else { false } }
      return asking([.note(RichText(phrases.typeANumber(of: count)))], attention)
    }
    attention.misfits = 0
    return Plan(
      notes: [.note(RichText(phrases.letUsGoOn))],
      result: .shows(.ground),
      attention: attention
    )
  }

  /// A plan that is made as if another mode were current, and leads out of this one.
  private mutating func planned(in other: Mode, _ make: (inout Session) -> Plan) -> Plan {
    let current = mode
    mode = other
    var plan = make(&self)
    mode = current
    plan.mode = plan.mode ?? other
    return plan
  }

  // MARK: keeping

  /// The effect of `keep`: the answers given so far are kept too, after one question.
  mutating func keeping(_ attention: Attention) -> Plan {
    switch consent {
    case .given(let kept):
      return asking([.note(RichText(phrases.keptAlready(kept.name)))], attention)
    case .declined, .erased, .requested, .undecided: break
    }
    if case .consent(let question) = mode { return keeping(at: question, attention) }
    if case .confirmingKeeping = mode { return keepingFromNowOn(attention) }
    return Plan(
      mode: .confirmingKeeping(over: mode.ground),
      result: .shows(.question),
      attention: attention
    )
  }

  private func keepingFromNowOn(_ attention: Attention) -> Plan {
    var attention = attention
    attention.misfits = 0
    return Plan(result: .keeps(.shows(.ground)), attention: attention)
  }

  // MARK: leaving

  /// The effect of `quit`: anyone who would lose their answers is asked first, at a terminal.
  mutating func quitting(_ attention: Attention) -> Plan {
    let isAsked = if case .leaving = mode { true } else { false }
    if setting.isTerminal, !isAsked, consent.kept == nil, !takenHome.isEmpty {
      switch mode {
      case .consent(.atEnd), .erased: break
      default:
        return Plan(
          mode: .leaving(over: mode.ground),
          result: .shows(.question),
          attention: attention
        )
      }
    }
    return Plan(result: .ends(.left, .leaving), attention: attention)
  }
}
