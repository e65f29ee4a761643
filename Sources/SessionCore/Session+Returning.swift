import Documents
import GuideCheck
import GuideEngine
import Phrases

/// The question to a person who starts a guide that they left unfinished: go on, or start new.
extension Session {
  /// Asks whether to go on with the kept session or to start new.
  func returningQuestion(to guide: GuideID) -> [Block] {
    let title = guide == .house ? nil : library[guide].title
    return [
      .prompt(RichText(phrases.leftUnfinished(title, began: unfinishedSince))),
      .note(RichText(phrases.keptStaysKept)),
    ]
      + returningLabels.enumerated().map { .choice(String($0 + 1), RichText($1)) }
  }

  private var returningLabels: [String] { [phrases.goOnWhereLeft, phrases.startNew] }

  /// The effect of a line at this question.
  func returning(_ line: String, to guide: GuideID, _ attention: Attention) -> Plan {
    switch ChoiceReading(returningLabels, phrases).read(line) {
    case .choice(0), .slip(0): return Plan(result: .resumes, attention: attention)
    case .choice(1), .slip(1): return startingNew(guide, notes: [], attention)
    default: break
    }
    let typed = Understanding.plain(line)
    if phrases.yesWords.contains(typed) { return Plan(result: .resumes, attention: attention) }
    if phrases.noWords.contains(typed) || phrases.startingOverWords.contains(typed) {
      return startingNew(guide, notes: [], attention)
    }
    if line.allSatisfy(\.isWhitespace) { return asking([], attention) }
    var attention = attention
    attention.misfits += 1
    if attention.misfits >= 3 {
      attention.misfits = 0
      return startingNew(guide, notes: [.note(RichText(phrases.startsNew))], attention)
    }
    let count = returningLabels.count
    return asking([.note(RichText(phrases.typeANumber(of: count)))], attention)
  }

  /// The reply to a command that needs to know first which session is meant; nil for one that does not.
  func replyWhileReturning(to word: CommandWord) -> String? {
    switch word {
    case .define, .pause, .quit, .repeat, .words: nil
    case .back: phrases.thisIsTheBeginning
    case .forget: phrases.goOnToErase
    case .why: phrases.whyReturning
    case .change, .keep, .menu, .place, .print, .review, .same, .save, .skip, .sources, .stop:
      phrases.firstChoose
    }
  }

  /// The plan to begin a guide, with what was decided about keeping.
  func startingNew(_ guide: GuideID, notes: [Block], _ attention: Attention) -> Plan {
    switch consent {
    case .undecided:
      return Plan(
        notes: notes,
        mode: .consent(.atStart(guide)),
        result: .shows(.question),
        attention: attention
      )
    case .requested:
      return Plan(
        notes: notes,
        mode: .walk,
        inputs: [.began(guide)],
        result: .keeps(.shows(.effects)),
        attention: attention
      )
    case .declined, .erased, .given:
      return Plan(
        notes: notes,
        mode: .walk,
        inputs: [.began(guide)],
        result: .shows(.effects),
        attention: attention
      )
    }
  }
}
