import Documents
import GuideCheck
import GuideEngine
import Phrases
import Reports

/// The questions that matter most: they come first on the page, with room to write.
extension Session {
  /// Whether the person is asked which of their questions matter most: once, on a terminal, if there are
  /// more than there is room for and they have not said so yet.
  var asksWhichMatterMost: Bool {
    setting.isTerminal && !attention.hasPrioritized && walk.priorities.isEmpty
      && takenHome.ask.count > mostPriorities
  }

  /// Asks which questions matter most, with the numbers they have in the review.
  var whichMatterMost: [Block] {
    let list = reviewList(atEnd: true)
    return [
      .prompt(RichText(phrases.whichMatterMost)), .note(RichText(phrases.howToPickQuestions)),
    ] + questionsOnPage(list).map { .choice($0.number, RichText($0.text)) }
  }

  /// The effect of a line where the person is asked which questions matter most.
  mutating func prioritizing(_ line: String, _ attention: Attention) -> Plan {
    var attention = attention
    let words = Understanding.plain(line).split(separator: " ").map(String.init)
    let numbers = words.compactMap { Int($0) }
    // Enter reads on, so it does not pick.
    if words.isEmpty { return asking([], attention) }
    if phrases.endingWords.contains(words.joined(separator: " ")) {
      return Plan(result: .closes, attention: attention)
    }
    // A line with other words may mean the opposite: "not 4".
    let onlyPicks = words.allSatisfy {
      Int($0) != nil || $0 == phrases.topWord || phrases.listWords.contains($0)
    }
    if onlyPicks, let picked = picked(numbers, reviewList(atEnd: true)) {
      attention.misfits = 0
      return Plan(inputs: [.prioritized(picked)], result: .closes, attention: attention)
    }
    attention.misfits += 1
    if attention.misfits >= 3 { return goingForward(phrases.letUsGoOn, attention) }
    return asking([.note(RichText(phrases.notQuestions(most: mostPriorities)))], attention)
  }

  /// Picks questions in the review by their numbers.
  func prioritizing(_ numbers: [Int], _ list: ReviewList, _ attention: Attention) -> Plan {
    var attention = attention
    attention.misfits = 0
    guard let picked = picked(numbers, list) else {
      return Plan(
        notes: [.note(RichText(phrases.notQuestions(most: mostPriorities)))],
        result: .shows(.nothing),
        attention: attention
      )
    }
    return Plan(
      notes: [.note(RichText(phrases.pickedQuestions(picked)))],
      inputs: [.prioritized(picked)],
      result: .shows(.wayOn),
      attention: attention
    )
  }

  /// The questions with these numbers, in this order; nil if a number is not that of a question on the
  /// page, or if there are too many.
  private func picked(_ numbers: [Int], _ list: ReviewList) -> [String]? {
    let offered = questionsOnPage(list)
    var picked: [String] = []
    for number in numbers {
      guard let question = offered.first(where: { $0.number == String(number) }) else { return nil }
      if !picked.contains(question.text) { picked.append(question.text) }
    }
    return picked.isEmpty ? nil : Array(picked.prefix(mostPriorities))
  }

  private func questionsOnPage(_ list: ReviewList) -> [(number: String, text: String)] {
    list.items.compactMap { item in
      guard case .line(let line) = item, line.list == .ask, !walk.hasTakenOff(item) else {
        return nil
      }
      return (list.number(of: .item(item)), line.text)
    }
  }
}
