import GuideCheck
import GuideEngine
import Reports
import SourceText

extension Sitting {
  /// The answers a person may want to look over: a teach-back is about our words, not about them.
  var reviewable: [Summary.Answered] {
    library.summary(of: state).answers.filter { item in
      if case .check = library[item.question].role { false } else { true }
    }
  }

  /// The lines a person may take off their page, taken off or not, each once: first what they ask, then
  /// what they tell, then what their counselor is told.
  var listed: [Summary.Line] {
    let lines = library.summary(of: state).allLines
    var seen: Set<Summary.Line> = []
    return [Passage.List.ask, .tell, .flag].flatMap { list in
      lines.filter { $0.list == list && seen.insert($0).inserted }
    }
  }

  /// The answers and lines on the walk, each with the way to change it.
  mutating func showReview(atEnd: Bool, _ reply: inout Reply) {
    reply.blocks.append(.heading("Your answers"))
    let answered = reviewable
    if answered.isEmpty { reply.blocks.append(.note("Nothing is answered yet.")) }
    // The way on stands last, where the line is typed: a long list has scrolled away by then.
    defer { reply.blocks.append(wayOn(atEnd: atEnd)) }
    for (number, item) in answered.enumerated() {
      let said = isolated(library.words(for: item.answer, to: item.question))
      reply.blocks.append(
        .choice(String(number + 2), "Change: \(library[item.question].prompt) \u{2013} \(said)")
      )
    }
    let lines = listed
    guard !lines.isEmpty else { return }
    reply.blocks.append(.heading("Your lines for the visit"))
    reply.blocks.append(
      .note("Type the number of a line to take it off your page, or to put it back.")
    )
    let left = library.summary(of: state).lines
    for (number, line) in lines.enumerated() {
      let mark = left.contains(line) ? "" : "(taken off) "
      reply.blocks.append(
        .choice(
          String(number + answered.count + 2),
          "\(mark)\(Self.title(of: line.list)): \(line.text)"
        )
      )
    }
  }

  private static func title(of list: Passage.List) -> String {
    switch list {
    case .ask: "To ask"
    case .tell: "To tell"
    case .flag, .aside: "For my counselor"
    }
  }

  private func wayOn(atEnd: Bool) -> ScreenBlock {
    let done = takenHome(sources: [:]).isEmpty ? "Done" : "Show my page"
    return .choice("1", atEnd ? done : "Go back to where I was")
  }

  mutating func answerReview(_ line: String, atEnd: Bool, _ reply: inout Reply) {
    let typed = line.trimming(while: { $0.isWhitespace }).lowercased()
    let answered = reviewable
    let lines = listed
    let place = Int(typed).map { $0 &- 2 }
    if typed == "1" || typed == "done" {
      closeReview(atEnd: atEnd, &reply)
    } else if let place, answered.indices.contains(place) {
      page = .walk
      apply(.changed(answered[place].question), &reply)
    } else if let place, lines.indices.contains(place &- answered.count) {
      turn(lines[place - answered.count], number: typed, &reply)
      reply.blocks.append(wayOn(atEnd: atEnd))
    } else {
      misfits += 1
      if misfits >= 3 {
        goForward("That is all right. Let us go on. If you need a person now, type help.", &reply)
      } else {
        let last = answered.count + lines.count + 1
        let range = "Type a number from 1 to \(last): 1 goes on, the others change."
        reply.blocks.append(.note(last == 1 ? "Type 1 to go on." : range))
      }
    }
  }

  /// Takes a line off the page, or puts it back.
  private mutating func turn(_ line: Summary.Line, number: String, _ reply: inout Reply) {
    let isOn = library.summary(of: state).lines.contains(line)
    apply(isOn ? .tookOff(line) : .putBack(line), &reply)
    let words =
      isOn
      ? "Taken off your page: \(line.text.asSentence) To put it back, type \(number)."
      : "Back on your page: \(line.text.asSentence)"
    reply.blocks.append(.note(words))
  }

  mutating func closeReview(atEnd: Bool, _ reply: inout Reply) {
    misfits = 0
    guard atEnd else { return leavePage(&reply) }
    page = .walk
    end(&reply)
  }
}

extension Sitting {
  /// The page as it stands.
  func takenHome(sources: [String: Source]) -> Reports.Page {
    var handle: String?
    if case .kept(let kept) = keeping { handle = kept }
    return Reports.Page(of: library, state, sources: sources, handle: handle)
  }

  /// Shows the page; false if its sources have to be read first.
  mutating func showPage(_ reply: inout Reply) -> Bool {
    let page = takenHome(sources: sources ?? [:])
    if sources == nil, !page.numbers.isEmpty {
      reply.needsSources = true
      return false
    }
    reply.blocks += PageScreen(page).blocks
    return true
  }

  /// How a sitting ends whose page was shown.
  var howItEnds: Reply.Ending { state.isFinished ? .finished : .stopped }

  /// Ends the sitting with the page.
  mutating func end(_ reply: inout Reply) {
    guard showPage(&reply) else { return }
    let next = library[state.start].next.filter { !state.hasVisited($0) }
    if state.isFinished, !next.isEmpty {
      let titles = next.map { library[$0].title }.joined(separator: "; ")
      let start = next.count == 1 ? "Another guide that may help" : "Other guides that may help"
      reply.blocks.append(.note("\(start): \(titles.asSentence)"))
    }
    if case .nothing(asksAgain: true) = keeping {
      askOnceMore(&reply)
      return
    }
    reply.blocks += lastWords
    reply.ends(howItEnds)
  }

  /// What is said last: how a kept page is printed, and where to turn.
  public var lastWords: [ScreenBlock] {
    guard case .kept(let handle) = keeping, isReadHere, !setting.isKiosk else { return closing }
    return [.note("To print this page: beforehand page \(handle)\(setting.options)")] + closing
  }
}
