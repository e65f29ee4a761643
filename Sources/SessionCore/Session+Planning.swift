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
    if case .input = understood { attention.idle = 0 } else { attention.idle += 1 }
    if case .nothing = understood { attention.enters += 1 } else { attention.enters = 0 }
    if !setting.isTerminal, attention.idle > Self.mostIdleLines {
      return goingForward(phrases.goesOnByItself, attention)
    }
    switch (understood, mode) {
    case (.help, _): return help(after: line, attention)
    case (.command(let word, let rest), _): return plan(word, rest, attention)
    case (.nothing, .consent) where setting.isTerminal: return asking([], attention)
    case (.nothing, .review) where setting.isTerminal: return asking([], attention)
    case (_, .saving(let step, let ground)):
      return answeringSaving(line, step, over: ground, attention)
    case (_, .prioritizing): return prioritizing(line, attention)
    case (_, .consent(let question)): return consenting(line, question, attention)
    case (_, .review(let atEnd, _)): return reviewing(line, atEnd: atEnd, attention)
    case (_, .confirmingErasure):
      let notes: [Block] = isErased ? [] : [.note(RichText(phrases.nothingWasErased))]
      return Plan(notes: notes, result: .shows(.ground), attention: attention)
    case (_, .paused): return Plan(result: .shows(.ground), attention: attention)
    case (.input(let input), .walk): return sending(input, attention)
    case (.lookAgain(let entry), .walk):
      attention.misfits = 0
      return Plan(result: .shows(.again(entry)), attention: attention)
    case (.nothing, .walk) where setting.isTerminal:
      // Enter keeps reading; a person who keeps pressing it is told what they can do.
      let notes: [Block] = attention.enters > 1 ? [.note(RichText(phrases.whatToType))] : []
      return asking(notes, attention)
    case (.nothing, .walk): return misfit("", attention)
    case (.misfit(let words), .walk): return misfit(words, attention)
    case (_, .over): return Plan(result: .shows(.nothing), attention: attention)
    }
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
    guard library.accepts(input, &walk) else { return misfit("", attention) }
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

  mutating func misfit(_ words: String, _ attention: Attention) -> Plan {
    var attention = attention
    attention.misfits += 1
    if attention.misfits >= 3 {
      return goingForward(
        walk.isChanging ? phrases.answerStays : phrases.letUsSkip,
        attention
      )
    }
    let notes: [Block] =
      words.isEmpty ? [] : [.note(RichText("\(words) \(phrases.whatToType)"))]
    return asking(notes, attention)
  }

  /// The way forward from any prompt: skip a question, or open the first topic of a menu.
  mutating func goingForward(_ words: String, _ attention: Attention) -> Plan {
    var attention = attention
    attention.misfits = 0
    attention.idle = 0
    let notes: [Block] = [.note(RichText(words))]
    switch mode {
    case .paused, .confirmingErasure:
      return Plan(notes: notes, result: .shows(.ground), attention: attention)
    case .consent(let question): return declining(question, notes: notes, attention)
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
      let input = offer.unseen.first.map { Input.opened($0) } ?? .readOn
      return sending(input, notes: notes, attention)
    case .pause?: return sending(.readOn, notes: notes, attention)
    default: return ended(Plan(notes: notes, result: .shows(.nothing), attention: attention))
    }
  }
}
