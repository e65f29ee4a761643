import CallsForHelp
import Documents
import GuideCheck
import GuideEngine
import Phrases

/// A call for help, at any prompt: help comes first, and the call is not recorded anywhere.
extension Session {
  /// The help screen; first the door that a line is about.
  func helpScreen(after line: String) -> [Block] {
    let reading = vocabulary.calls.reading(of: line)
    let door = if case .call(let door) = reading { door } else { String?.none }
    return HelpScreen(
      locality: library.locality,
      isKiosk: setting.isKiosk,
      phrases: phrases,
      door: door
    ).blocks
  }

  /// What a line means; the person's own words that opened help are an answer when they are sent or
  /// typed again.
  func understand(_ line: String, _ attention: inout Attention) -> Understood {
    let understanding = Understanding(library: library, phrases: phrases, vocabulary: vocabulary)
    let understood = understanding.understand(line, mode == .walk ? asked : nil)
    let called = attention.calling
    // Reading on is not another answer.
    if understood == .nothing { return understood }
    attention.calling = nil
    guard let question = questionForWords else { return understood }
    if let called {
      let typed = Understanding.plain(line)
      if phrases.sendWords.contains(typed) {
        return understanding.answer(inOwnWords: called, to: question)
      }
      if typed == Understanding.plain(called) {
        return understanding.answer(inOwnWords: line, to: question)
      }
    }
    if understood == .help, understanding.canBeMeant(line) { attention.calling = line }
    return understood
  }

  func help(after line: String, _ attention: Attention) -> Plan {
    var notes = helpScreen(after: line)
    if line == attention.calling { notes.append(.note(RichText(phrases.notWrittenDown))) }
    return asking(notes, attention)
  }

  // MARK: distress

  /// Whether a line says that something is hard, without calling for help.
  func isDistress(_ line: String) -> Bool { vocabulary.calls.reading(of: line) == .distress }

  /// What is said to someone for whom something is hard.
  var kindLine: Block { .note(RichText(phrases.thatSoundsHard)) }

  /// The effect of a line that says that something is hard: a kind line, and the question again.
  ///
  /// It never counts as a line that does not fit.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - understood: What else it means at this prompt.
  ///   - attention: What the session pays attention to.
  /// - Returns: The plan; nil if the line means something else.
  mutating func hearing(
    _ line: String,
    _ understood: Understood,
    _ attention: Attention
  ) -> Plan? {
    switch understood {
    case .misfit where mode.ending == nil && isDistress(line),
      .reply where mode.ending == nil && isDistress(line):
      if case .paused = mode {
        return Plan(notes: [kindLine], result: .shows(.ground), attention: attention)
      }
      return asking([kindLine], attention)
    // In the person's own words, it is simply the answer.
    case .input(let input) where mode == .walk && questionForWords != nil && isDistress(line):
      return sending(input, notes: [kindLine], attention)
    default: return nil
    }
  }

  /// The question for the person's own words, if one is asked.
  private var questionForWords: QuestionID? {
    guard mode == .walk, case .ask(let asking)? = asked,
      library[asking.question].domain == .text
    else { return nil }
    return asking.question
  }

  /// The part of an unsent line that can be kept and restored: the person's own words,
  /// if the question asks for them, and never a call for help.
  func keptDraft(of line: String) -> String {
    if line.isEmpty || questionForWords == nil { return "" }
    let understanding = Understanding(library: library, phrases: phrases, vocabulary: vocabulary)
    return understanding.understand(line, asked) == .help ? "" : line
  }
}
