import Documents
import GuideCheck
import GuideEngine
import Phrases

/// A call for help, at any prompt: help comes first, and the call is not recorded anywhere.
extension Session {
  var helpScreen: [Block] {
    HelpScreen(locality: library.locality, isKiosk: setting.isKiosk, phrases: phrases).blocks
  }

  /// What a line means; the person's own words that opened help are an answer when they are typed again.
  func understand(_ line: String, _ attention: inout Attention) -> Understood {
    let understanding = Understanding(library: library, phrases: phrases, vocabulary: vocabulary)
    let understood = understanding.understand(line, mode == .walk ? asked : nil)
    guard understood == .help else {
      attention.calling = nil
      return understood
    }
    let isMeant = attention.calling.map(Understanding.plain) == Understanding.plain(line)
    attention.calling = nil
    guard let question = questionForWords, understanding.isOnPhraseList(line) else {
      return understood
    }
    if isMeant { return understanding.answer(inOwnWords: line, to: question) }
    attention.calling = line
    return understood
  }

  func help(after line: String, _ attention: Attention) -> Plan {
    var notes = helpScreen
    if line == attention.calling { notes.append(.note(RichText(phrases.notWrittenDown))) }
    return asking(notes, attention)
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
