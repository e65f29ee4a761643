import Documents
import GuideCheck
public import GuideEngine
import Phrases

/// The effect of a line.
///
/// Planning does not change the session.
extension Session {
  /// The effect of a line at the current prompt.
  ///
  /// It may calculate and cache equations; nothing else changes.
  mutating func plan(for line: String) -> Plan {
    var attention = attention
    let understood = understand(line, &attention)
    switch understood {
    case .input, .taken: attention.idle = 0
    default: attention.idle += 1
    }
    if case .nothing = understood { attention.enters += 1 } else { attention.enters = 0 }
    if !setting.isTerminal, attention.idle > Self.mostIdleLines {
      return goingForward(phrases.goesOnByItself, attention)
    }
    if let plan = hearing(line, understood, attention) { return plan }
    if case .lookAgain(let entry) = understood {
      attention.looks = attention.lookedAt == entry ? attention.looks + 1 : 1
      attention.lookedAt = entry
    } else {
      (attention.looks, attention.lookedAt) = (0, nil)
    }
    switch (understood, mode) {
    case (.help, _): return help(after: line, attention)
    case (.command(let word, let rest), _): return plan(word, rest, attention)
    case (.nothing, .consent) where setting.isTerminal: return asking([], attention)
    case (.nothing, .review) where setting.isTerminal: return asking([], attention)
    case (.reply, .consent(let question)) where says(phrases.endingWords, line):
      return consenting(line, question, attention)
    case (.reply(let words), .consent), (.reply(let words), .walk):
      return asking([.note(RichText(words))], attention)
    case (_, .saving(let step, let ground)):
      return answeringSaving(line, step, over: ground, attention)
    case (_, .prioritizing): return prioritizing(line, attention)
    case (_, .consent(let question)): return consenting(line, question, attention)
    case (_, .returning(let guide)): return returning(line, to: guide, attention)
    case (_, .review(let atEnd, _)): return reviewing(line, atEnd: atEnd, attention)
    case (_, .paused): return Plan(result: .shows(.ground), attention: attention)
    case (_, .confirmingErasure), (_, .erased), (_, .confirmingKeeping), (_, .leaving),
      (_, .asking):
      return confirming(line, understood, attention)
    case (_, .walk): return walking(line, understood, attention)
    case (_, .over): return Plan(result: .shows(.nothing), attention: attention)
    }
  }

  private func says(_ words: Set<String>, _ line: String) -> Bool {
    words.contains(Understanding.plain(line))
  }

  /// The effect of a line at a question, a menu, or a pause of the guide.
  private mutating func walking(
    _ line: String,
    _ understood: Understood,
    _ attention: Attention
  ) -> Plan {
    var attention = attention
    switch understood {
    case .input(let input): return sending(input, attention)
    case .taken(let input, let label):
      return sending(input, notes: [.note(RichText(phrases.takenAs(label)))], attention)
    case .commandOrWords(let word, let rest, let isExact):
      if !setting.isTerminal {
        // Through a pipe nobody can be asked. Words for nothing are left out, as `skip` is.
        return isExact || word == .skip
          ? plan(word, rest, attention) : answering(inOwnWords: line, attention)
      }
      let meaning = Mode.Meaning(line: line, command: word, rest: rest)
      return Plan(mode: .asking(meaning), result: .shows(.question), attention: attention)
    case .lookAgain(let entry):
      attention.misfits = 0
      // Who looks at the same again and again is led on.
      if attention.looks > 2 { return goingForward(phrases.letUsGoOn, attention) }
      return Plan(result: .shows(.again(entry)), attention: attention)
    case .goingOn: return goingOn(line, attention)
    case .nothing where setting.isTerminal:
      if asked == .pause { return sending(.readOn, attention) }
      // Enter keeps reading; a person who keeps pressing it is told what they can do.
      let notes: [Block] = attention.enters > 1 ? [.note(RichText(phrases.whatToType))] : []
      return asking(notes, attention)
    case .nothing: return misfit("", line, attention)
    case .misfit(let words): return misfit(words, line, attention)
    case .command, .help, .reply: return asking([], attention)
    }
  }

  /// The effect of a line as an answer in the person's own words.
  mutating func answering(inOwnWords line: String, _ attention: Attention) -> Plan {
    guard case .ask(let asking)? = asked else { return asking([], attention) }
    let words = line.split(separator: " ").joined(separator: " ")
    return sending(.answered(asking.question, .text(words)), attention)
  }

  /// The effect of a word that asks for the next thing to read: it never answers, skips, or ends.
  mutating func goingOn(_ line: String, _ attention: Attention) -> Plan {
    guard case .offer(let offer)? = asked else {
      return misfit(phrases.answerOrSkip, line, attention)
    }
    let isShelf = library[library[offer.menu].step].guide == .house
    if isShelf { return misfit(phrases.chooseOrEnd, line, attention) }
    if offer.canReadOn { return sending(.readOn, attention) }
    return misfit(phrases.someComeFirst, line, attention)
  }

  /// How a line is understood, and the inputs it leads to; for tools that inspect a session.
  public mutating func inputs(for line: String) -> [Input] { plan(for: line).inputs }

  /// How many lines in a row of a file or a pipe can change nothing before the session goes on
  /// by itself.
  private static let mostIdleLines = 100

  /// A plan to repeat the current prompt.
  func asking(_ notes: [Block], _ attention: Attention) -> Plan {
    Plan(notes: notes, result: .shows(.question), attention: attention)
  }

  /// A plan to send an input to the engine, if it accepts it; otherwise, the line does not fit.
  mutating func sending(
    _ input: Input,
    notes: [Block] = [],
    _ attention: Attention
  ) -> Plan {
    guard library.accepts(input, &walk) else { return misfit("", "", attention) }
    var attention = attention
    attention.misfits = 0
    return Plan(
      notes: notes,
      mode: .walk,
      inputs: [input],
      result: .shows(.effects),
      attention: attention
    )
  }

  // MARK: lines that do not fit

  /// The line is in the next one again, where it can be corrected.
  mutating func misfit(_ words: String, _ line: String, _ attention: Attention) -> Plan {
    var attention = attention
    attention.misfits += 1
    if attention.misfits >= 3 {
      return goingForward(wordsForGoingForward, attention)
    }
    // How to find out what can be typed is said once, to anyone who needs it.
    let hint = attention.misfits == 2 && !words.isEmpty ? " \(phrases.whatToType)" : ""
    var plan = asking(words.isEmpty ? [] : [.note(RichText(words + hint))], attention)
    plan.draft = Plan.Draft(line: line, use: .replaced)
    return plan
  }

  private var wordsForGoingForward: String {
    if walk.isChanging { return phrases.answerStays }
    return if case .ask? = asked { phrases.letUsSkip } else { phrases.letUsGoOn }
  }

  /// The way forward from any prompt: skip a question, or open the first topic of a menu.
  mutating func goingForward(_ words: String, _ attention: Attention) -> Plan {
    var attention = attention
    attention.misfits = 0
    attention.idle = 0
    let notes: [Block] = [.note(RichText(words))]
    switch mode {
    case .asking, .confirmingErasure, .confirmingKeeping, .erased, .leaving, .paused:
      return Plan(notes: notes, result: .shows(.ground), attention: attention)
    case .consent(let question): return declining(question, notes: notes, attention)
    case .returning(let guide): return startingNew(guide, notes: notes, attention)
    case .review(let atEnd, _): return closingReview(atEnd: atEnd, notes: notes, attention)
    case .prioritizing: return Plan(notes: notes, result: .closes, attention: attention)
    case .saving(_, let mode):
      return Plan(notes: notes, mode: mode, result: .shows(.wayOn), attention: attention)
    case .over: return Plan(result: .shows(.nothing), attention: attention)
    case .walk: break
    }
    switch asked {
    case .ask? where walk.isChanging: return sending(.wentBack, notes: notes, attention)
    case .ask(let asking)?:
      return sending(.answered(asking.question, .skipped), notes: notes, attention)
    case .offer(let offer)?:
      let must = offer.unseen.first { library[offer.menu].must.contains($0) }
      let input = (must ?? offer.unseen.first).map { Input.opened($0) } ?? .readOn
      return sending(input, notes: notes, attention)
    case .pause?: return sending(.readOn, notes: notes, attention)
    default: return ended(Plan(notes: notes, result: .shows(.nothing), attention: attention))
    }
  }
}
