import Documents
import GuideCheck
import GuideEngine
import Phrases
import Reports

/// The review of answers and of the page.
extension Session {
  /// The number of entries from which the way out of the review is said again at its end.
  private static let longReview = 8

  /// The answers and what is on the page, each with a number to change it.
  func review(atEnd: Bool) -> [Block] {
    let list = reviewList(atEnd: atEnd)
    let before = answersSetAside
    var blocks: [Block] = [.heading(RichText(phrases.yourAnswers)), wayOn(atEnd: atEnd)]
    if list.groups.isEmpty, before.isEmpty {
      blocks.append(.note(RichText(phrases.nothingAnswered)))
    } else if !list.groups.isEmpty {
      blocks.append(.note(RichText(howToChange(list))))
    }
    for group in list.groups {
      let isShared = group.guide == .house
      let title = isShared ? phrases.answersForAllGuides : library[group.guide].title
      blocks.append(.heading(RichText(title), level: 3))
      blocks += group.questions.map { question in
        .choice(list.number(of: .answer(question)), RichText(line(for: question)))
      }
    }
    if !before.isEmpty {
      blocks.append(.note(RichText(phrases.answeredBefore)))
      blocks += before.map { question in
        let said = walk.kept[question.index].map { words(for: $0.answer, to: question) } ?? ""
        return .item(RichText(phrases.questionAndAnswer(library[question].prompt, said)))
      }
    }
    blocks += pageItems(list)
    if !list.ways.isEmpty {
      blocks.append(.heading(RichText(phrases.whatNext)))
      blocks += list.ways.map { .choice(list.number(of: $0), RichText(words(for: $0))) }
    }
    if list.entries.count >= Self.longReview {
      blocks.append(.note(RichText(phrases.whenAllIsRight(atEnd: atEnd))))
    }
    return blocks
  }

  private func howToChange(_ list: ReviewList) -> String {
    let onPage = library.pageItems(of: walk).compactMap { item -> QuestionID? in
      if case .answer(let question) = item { question } else { nil }
    }
    guard let first = onPage.first else { return phrases.howToChange }
    let number = list.number(of: .answer(first))
    return "\(phrases.howToChange) \(phrases.howToTakeOffAnswer(number))"
  }

  /// What is on the page besides answers, with numbers.
  func pageItems(_ list: ReviewList) -> [Block] {
    if list.items.isEmpty { return [] }
    return [
      .heading(RichText(phrases.yourLines)), .note(RichText(phrases.howToTakeOff)),
    ]
      + list.items.map { item in
        let words = title(item)
        let shown = walk.hasTakenOff(item) ? phrases.takenOff(words) : words
        return .choice(list.number(of: .item(item)), RichText(shown))
      }
  }

  private func line(for question: QuestionID) -> String {
    let said = walk.answers[question.index].map { words(for: $0, to: question) } ?? ""
    let line = phrases.questionAndAnswer(library[question].prompt, said)
    return walk.hasTakenOff(.answer(question)) ? phrases.offPage(line) : line
  }

  /// An answer on one line: a rating with its scale, and a skipped question as left out.
  private func words(for answer: Answer, to question: QuestionID) -> String {
    if answer == .skipped { return phrases.leftOut }
    if library[question].isWeighed, case .number(let number) = answer {
      let most = library[question].domain.numbers?.range.upperBound.rounded(decimals: 0) ?? 0
      return phrases.rating(number.rounded(decimals: 0), most: most)
    }
    return isolated(library.words(for: answer, to: question))
  }

  private func title(_ item: PageItem) -> String {
    switch item {
    case .line(let line):
      switch line.list {
      case .ask: phrases.toAsk(line.text)
      case .tell: phrases.toTell(line.text)
      case .flag, .aside: phrases.toCounselor(line.text)
      }
    case .answer(let question): library[question].prompt
    case .figure(let figure):
      phrases.numberRead(
        FigureWords(library.figures[figure], phrases).outcome,
        of: library.figures[figure].arms.map(\.name)
      )
    case .help(let title): phrases.helpOnPage(title)
    }
  }

  private func words(for way: ReviewList.Entry) -> String {
    switch way {
    case .guide(let guide): phrases.readNext(library[guide].title)
    case .longer(let question): phrases.readLonger(library[library[question].guide].title)
    case .saving: phrases.saveThisPage
    case .answer, .item: ""
    }
  }

  /// The way to go on whose words were typed.
  private func way(_ typed: String, _ list: ReviewList) -> ReviewList.Entry? {
    list.ways.first { Understanding.plain(words(for: $0)) == typed }
  }

  func wayOn(atEnd: Bool) -> Block { .choice("1", RichText(wordsOn(atEnd: atEnd))) }

  private func wordsOn(atEnd: Bool) -> String {
    let done = takenHome.isEmpty ? phrases.done : phrases.showMyPage
    return atEnd ? done : phrases.goBackToWhereIWas
  }

  /// Whether a line is the way out of the review: its number, its words, or any word for going on or for
  /// being done.
  func closesReview(_ typed: String, atEnd: Bool) -> Bool {
    typed == "1" || typed == Understanding.plain(wordsOn(atEnd: atEnd))
      || phrases.goingOnWords.contains(typed) || phrases.endingWords.contains(typed)
  }

  // MARK: lines in the review

  /// The effect of a line in the review.
  mutating func reviewing(_ line: String, atEnd: Bool, _ attention: Attention) -> Plan {
    let typed = Understanding.plain(line)
    if closesReview(typed, atEnd: atEnd) { return closingReview(atEnd: atEnd, attention) }
    let list = reviewList(atEnd: atEnd)
    if let number = Int(typed), let entry = list[number] {
      return choosing(entry, list, attention)
    }
    if let way = way(typed, list) { return choosing(way, list, attention) }
    let words = typed.split(separator: " ").map(String.init)
    let numbers = words.dropFirst().compactMap { Int($0) }
    if let word = words.first, numbers.count == words.count - 1, !numbers.isEmpty {
      if word == phrases.topWord { return prioritizing(numbers, list, attention) }
      if word == phrases.offWord || word == phrases.onWord,
        let plan = turning(numbers, isOff: word == phrases.offWord, list, attention)
      {
        return plan
      }
    }
    var attention = attention
    attention.misfits += 1
    if attention.misfits >= 3 { return goingForward(phrases.letUsGoOn, attention) }
    let canChange = list.entries.count > list.ways.count
    return Plan(
      notes: [.note(RichText(phrases.howToReview(last: list.last, canChange: canChange)))],
      result: .shows(.nothing),
      attention: attention
    )
  }

  private mutating func choosing(
    _ entry: ReviewList.Entry,
    _ list: ReviewList,
    _ attention: Attention
  ) -> Plan {
    switch entry {
    case .answer(let question): return changing(question, attention)
    case .item(let item): return turning(item, list, attention)
    case .guide(let guide): return sending(.wentOn(guide), attention)
    case .longer(let question): return lengthening(question, attention)
    case .saving: return saving("", attention)
    }
  }

  /// Goes on with the longer version, from the first text that was not read yet.
  private mutating func lengthening(_ question: QuestionID, _ attention: Attention) -> Plan {
    guard let (_, full) = library[question].lengths, library.accepts(.changed(question), &walk)
    else { return asking([], attention) }
    var attention = attention
    attention.misfits = 0
    return Plan(
      mode: .walk,
      inputs: [.changed(question), .answered(question, .options(OptionMask(place: full)))],
      result: .shows(.effects),
      attention: attention
    )
  }

  /// Asks a question again, with the answer it has; then the person is back where they were.
  mutating func changing(_ question: QuestionID, _ attention: Attention) -> Plan {
    var plan = sending(.changed(question), attention)
    if case .review(atEnd: false, _) = mode { plan.returnsToReview = true }
    return plan
  }

  /// Takes something off the page, or puts it back.
  private func turning(_ item: PageItem, _ list: ReviewList, _ attention: Attention) -> Plan {
    let isOn = !walk.hasTakenOff(item)
    var attention = attention
    attention.misfits = 0
    let words = title(item)
    let number = list.number(of: .item(item))
    let note = isOn ? phrases.lineTakenOff(words, number: number) : phrases.linePutBack(words)
    return Plan(
      notes: [.note(RichText(note))],
      inputs: [isOn ? .tookOff(item) : .putBack(item)],
      result: .shows(.pageItems),
      attention: attention
    )
  }

  /// Takes several things off the page, or puts them back, by their numbers; nil if one of them is nothing
  /// on the page.
  private func turning(
    _ numbers: [Int],
    isOff: Bool,
    _ list: ReviewList,
    _ attention: Attention
  ) -> Plan? {
    let all = Set(library.pageItems(of: walk))
    var items: [PageItem] = []
    for number in numbers {
      let item: PageItem
      switch list[number] {
      case .answer(let question)?: item = .answer(question)
      case .item(let listed)?: item = listed
      case .guide?, .longer?, .saving?, nil: return nil
      }
      guard all.contains(item) else { return nil }
      if walk.hasTakenOff(item) != isOff, !items.contains(item) { items.append(item) }
    }
    var attention = attention
    attention.misfits = 0
    let typed = numbers.map(String.init).joined(separator: " ")
    return Plan(
      notes: items.map { item in
        let words = title(item)
        return .note(
          RichText(
            isOff
              ? phrases.lineTakenOff(words, number: "\(phrases.onWord) \(typed)")
              : phrases.linePutBack(words)
          )
        )
      },
      inputs: items.map { isOff ? .tookOff($0) : .putBack($0) },
      result: .shows(.wayOn),
      attention: attention
    )
  }

  func closingReview(
    atEnd: Bool,
    notes: [Block] = [],
    _ attention: Attention
  ) -> Plan {
    var attention = attention
    attention.misfits = 0
    guard atEnd else {
      return Plan(notes: notes, result: .shows(.ground), attention: attention)
    }
    if asksWhichMatterMost {
      attention.hasPrioritized = true
      return Plan(
        notes: notes,
        mode: .prioritizing(over: mode.ground),
        result: .shows(.question),
        attention: attention
      )
    }
    return ended(Plan(notes: notes, result: .shows(.nothing), attention: attention))
  }

  // MARK: the page

  /// The current page.
  var takenHome: Page {
    Page(
      of: library,
      walk,
      sources: library.sources,
      day: setting.today,
      handle: consent.kept?.name
    )
  }

  /// The blocks of the page.
  var page: [Block] { PageDocument(takenHome, phrases).shown }

  /// How a session ends after its page was shown.
  var howItEnds: SessionEnding { walk.isFinished ? .finished : .stopped }

  /// The plan to end with the page; someone who kept nothing is asked again.
  func ended(_ plan: Plan) -> Plan {
    var plan = plan
    plan.notes += page
    if consent.asksAgain {
      plan.mode = .consent(.atEnd)
      plan.result = .shows(.question)
    } else {
      plan.result = .ends(howItEnds, .page)
    }
    return plan
  }
}
