import Documents
import GuideCheck
import GuideEngine
import Phrases

/// The question about keeping answers, and information about it.
extension Session {
  /// Asks what should happen to the answers, or asks again at the end; there is no default.
  func consentQuestion(_ question: ConsentQuestion) -> [Block] {
    let choices: [Block] = [
      .choice("1", RichText(phrases.keepMyAnswers)), .choice("2", RichText(phrases.keepNothing)),
    ]
    switch question {
    case .atEnd: return [.prompt(RichText(phrases.keepAfterAll))] + choices
    case .atStart:
      return [.prompt(RichText(phrases.whatShouldHappen))] + choices
        + [.note(RichText(phrases.whoCanRead(isReadHere: isReadHere)))]
    }
  }

  /// The effect of a line at the question about keeping.
  func consenting(
    _ line: String,
    _ question: ConsentQuestion,
    _ attention: Attention
  ) -> Plan {
    let typed = Understanding.plain(line)
    // Before the first screen, the question cannot be answered with yes; at the end, it can.
    let isYes = question == .atEnd && phrases.yesWords.contains(typed)
    if isYes || typed == "1" || phrases.keepWords.contains(typed) {
      return keeping(question, attention)
    }
    if typed == "2" || phrases.keepNothingWords.contains(typed) {
      return declining(question, attention)
    }
    var attention = attention
    attention.misfits += 1
    if attention.misfits >= 3 {
      return declining(
        question,
        notes: [.note(RichText(phrases.nothingWillBeKept))],
        attention
      )
    }
    return Plan(
      notes: [.note(RichText(phrases.howToConsent))],
      result: .shows(.nothing),
      attention: attention
    )
  }

  private func keeping(_ question: ConsentQuestion, _ attention: Attention) -> Plan {
    var attention = attention
    attention.misfits = 0
    switch question {
    case .atStart(let guide):
      return Plan(
        mode: .walk,
        inputs: [.began(guide)],
        result: .keeps(.shows(.effects)),
        attention: attention
      )
    case .atEnd:
      return Plan(result: .keeps(.ends(howItEnds, .page)), attention: attention)
    }
  }

  func declining(
    _ question: ConsentQuestion,
    notes: [Block] = [],
    _ attention: Attention
  ) -> Plan {
    var attention = attention
    attention.misfits = 0
    switch question {
    case .atStart(let guide):
      return Plan(
        notes: notes,
        mode: .walk,
        inputs: [.began(guide)],
        result: .declines(asksAgain: true, .shows(.effects)),
        attention: attention
      )
    case .atEnd:
      return Plan(
        notes: notes,
        result: .declines(asksAgain: false, .ends(howItEnds, .declined)),
        attention: attention
      )
    }
  }

  /// What a person reads about their answers.
  var keepingWords: String {
    switch consent {
    case .given(let kept): phrases.keptAs(kept.name)
    case .declined, .requested, .undecided: phrases.nothingIsKept
    case .erased: phrases.erasedWithTrace
    }
  }
}
