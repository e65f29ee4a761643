import GuideCheck
import GuideEngine

/// A call for help, at any prompt: help comes first, and it is written down nowhere.
extension Sitting {
  var helpScreen: [ScreenBlock] {
    HelpScreen(locality: library.locality, isKiosk: setting.isKiosk).blocks
  }

  /// What a line means; words of the person's own that called for help are an answer when typed again.
  mutating func understand(_ line: String) -> Understood {
    let understanding = Understanding(library: library)
    let understood = understanding.understand(line, prompt)
    let isMeant = calling.map(Understanding.plain) == Understanding.plain(line)
    calling = nil
    guard understood == .help, let question = questionForWords,
      understanding.isOnPhraseList(line.lowercased())
    else {
      return understood
    }
    if isMeant { return understanding.answer(inOwnWords: line, to: question) }
    calling = line
    return understood
  }

  mutating func showHelp(after line: String, _ reply: inout Reply) {
    reply.blocks += helpScreen
    if line == calling {
      reply.blocks.append(
        .note("What you typed was not written down. To put it on your page, type it once more.")
      )
    }
    askAgain(&reply)
  }

  /// The question for the person's own words, if one is asked.
  private var questionForWords: QuestionID? {
    guard case .ask(let asking)? = prompt, library[asking.question].domain == .text else {
      return nil
    }
    return asking.question
  }

  /// What of a line that was not sent may be kept, and stand in the line again: words of the person's own
  /// where the question asks for them, and never a call for help.
  public func draft(of line: String) -> String {
    let isHelp = Understanding(library: library).understand(line, prompt) == .help
    return questionForWords != nil && !isHelp ? line : ""
  }
}
