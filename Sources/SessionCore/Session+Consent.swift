import Documents
import GuideCheck
import GuideEngine
import Phrases

/// The question about keeping answers, and information about it.
extension Session {
  /// Asks what should happen to the answers, or asks again at the end; there is no default.
  func consentQuestion(_ question: ConsentQuestion) -> [Block] {
    let choices: [Block] = [
      .choice("1", RichText(phrases.keepMyAnswers(isReadHere: isReadHere))),
      .choice("2", RichText(phrases.keepNothing)),
    ]
    // Who can read them was said at the start, and is said again on `why`.
    if question == .atEnd { return [.prompt(RichText(phrases.keepAfterAll))] + choices }
    return [
      .note(RichText(phrases.whoCanRead(isReadHere: isReadHere))),
      .prompt(RichText(phrases.whatShouldHappen)),
    ] + choices
  }

  /// The effect of a line at the question about keeping.
  func consenting(
    _ line: String,
    _ question: ConsentQuestion,
    _ attention: Attention
  ) -> Plan {
    let labels = [phrases.keepMyAnswers(isReadHere: isReadHere), phrases.keepNothing]
    let typed = Understanding.plain(line)
    switch ChoiceReading(labels, phrases).read(line) {
    case .choice(0): return keeping(at: question, attention)
    case .choice(1): return declining(question, attention)
    default: break
    }
    if phrases.yesWords.contains(typed) { return keeping(at: question, attention) }
    let isNo = phrases.noWords.contains(typed) || phrases.noneWords.contains(typed)
    if isNo || phrases.endingWords.contains(typed) { return declining(question, attention) }
    var attention = attention
    attention.misfits += 1
    if attention.misfits >= 3 {
      return declining(
        question,
        notes: [.note(RichText(phrases.nothingWillBeKept))],
        attention
      )
    }
    return asking([.note(RichText(phrases.howToConsent))], attention)
  }

  func keeping(at question: ConsentQuestion, _ attention: Attention) -> Plan {
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
