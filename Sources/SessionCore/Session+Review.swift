import Documents
import GuideCheck
import GuideEngine
import Phrases
import Reports

/// The final review of answers and lines, and the page after it.
extension Session {
  /// The answers a person may want to review; this excludes teach-backs, which are about our words.
  var reviewable: [Summary.Answered] {
    library.summary(of: walk).answers.filter { item in
      if case .check = library[item.question].role { false } else { true }
    }
  }

  /// The lines a person can take off their page, including those already taken off, each once: first
  /// what they ask, then what they tell, and then the lines for their counselor.
  var listed: [Summary.Line] {
    let lines = library.summary(of: walk).allLines
    var seen: Set<Summary.Line> = []
    return [Passage.List.ask, .tell, .flag].flatMap { list in
      lines.filter { $0.list == list && seen.insert($0).inserted }
    }
  }

  /// The answers and lines on the walk, each with a way to change it.
  ///
  /// The choice to go on comes last, next to the prompt, because a long list has scrolled away by then.
  func review(atEnd: Bool) -> [Block] {
    let answered = reviewable
    let lines = listed
    var blocks: [Block] = [.heading(RichText(phrases.yourAnswers))]
    if answered.isEmpty { blocks.append(.note(RichText(phrases.nothingAnswered))) }
    for (number, item) in answered.enumerated() {
      let said = isolated(library.words(for: item.answer, to: item.question))
      let words = phrases.changeAnswer(library[item.question].prompt, said)
      blocks.append(.choice(String(number + 2), RichText(words)))
    }
    if !lines.isEmpty {
      let left = library.summary(of: walk).lines
      blocks.append(.heading(RichText(phrases.yourLines)))
      blocks.append(.note(RichText(phrases.howToTakeOff)))
      for (number, line) in lines.enumerated() {
        let words = title(line)
        let shown = left.contains(line) ? words : phrases.takenOff(words)
        blocks.append(.choice(String(number + answered.count + 2), RichText(shown)))
      }
    }
    return blocks + [wayOn(atEnd: atEnd)]
  }

  private func title(_ line: Summary.Line) -> String {
    switch line.list {
    case .ask: phrases.toAsk(line.text)
    case .tell: phrases.toTell(line.text)
    case .flag, .aside: phrases.toCounselor(line.text)
    }
  }

  func wayOn(atEnd: Bool) -> Block {
    let done = takenHome.isEmpty ? phrases.done : phrases.showMyPage
    return .choice("1", RichText(atEnd ? done : phrases.goBackToWhereIWas))
  }

  /// The effect of a line in the review.
  mutating func reviewing(_ line: String, atEnd: Bool, _ attention: Attention) -> Plan {
    let typed = line.trimming(while: { $0.isWhitespace }).lowercased()
    if typed == "1" || typed == phrases.doneWord {
      return closingReview(atEnd: atEnd, attention)
    }
    let answered = reviewable
    let lines = listed
    let place = Int(typed).map { $0 &- 2 }
    if let place, answered.indices.contains(place) {
      return sending(.changed(answered[place].question), attention)
    }
    if let place, lines.indices.contains(place &- answered.count) {
      return turning(lines[place - answered.count], number: typed, attention)
    }
    var attention = attention
    attention.misfits += 1
    if attention.misfits >= 3 { return goingForward(phrases.letUsGoOn, attention) }
    let last = answered.count + lines.count + 1
    return Plan(
      notes: [.note(RichText(phrases.howToReview(last: last)))],
      result: .shows(.nothing),
      attention: attention
    )
  }

  /// Takes a line off the page, or puts it back.
  private func turning(_ line: Summary.Line, number: String, _ attention: Attention) -> Plan {
    let isOn = library.summary(of: walk).lines.contains(line)
    let words =
      isOn ? phrases.lineTakenOff(line.text, number: number) : phrases.linePutBack(line.text)
    var attention = attention
    attention.misfits = 0
    return Plan(
      notes: [.note(RichText(words))],
      inputs: [isOn ? .tookOff(line) : .putBack(line)],
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
    return ended(Plan(notes: notes, result: .shows(.nothing), attention: attention))
  }

  // MARK: the page

  /// The current page.
  var takenHome: Page {
    Page(of: library, walk, sources: library.sources, handle: consent.kept?.name)
  }

  /// The blocks of the page.
  var page: [Block] { PageDocument(takenHome, phrases).shown }

  /// How a session ends after its page was shown.
  var howItEnds: SessionEnding { walk.isFinished ? .finished : .stopped }

  /// The plan to end with the page; someone who kept nothing is asked again.
  func ended(_ plan: Plan) -> Plan {
    var plan = plan
    plan.notes += page
    let next = library[walk.start].next.filter { !walk.hasVisited($0) }
    if walk.isFinished, !next.isEmpty {
      plan.notes.append(.note(RichText(phrases.nextGuides(next.map { library[$0].title }))))
    }
    if consent.asksAgain {
      plan.mode = .consent(.atEnd)
      plan.result = .shows(.question)
    } else {
      plan.result = .ends(howItEnds, .page)
    }
    return plan
  }
}
