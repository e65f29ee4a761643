import Documents
import GuideEngine
import Phrases

/// A text that is too long for the screen, read one page at a time.
///
/// No line scrolls away unread, and what belongs together is on one page, unless it is too long for a
/// screen.
struct Pager: Sendable {
  /// Texts that are read separately; a page never has lines of two of them.
  struct Section: Sendable {
    let blocks: [Block]
    /// What is still unread.
    var unread: [LineGroup]
    /// The place of the first group on each page so far.
    var starts: [Int] = []
    /// The size the lines are for.
    var columns: Int
    var rows: Int?
  }

  var sections: [Section]
}

extension Session {
  /// Shows blocks: all at once or, on a terminal, one page at a time.
  mutating func present(_ blocks: [Block]) -> [LineEffect<RecordingRequest>] {
    turnPage(Pager(sections: [section(blocks)]))
  }

  private func section(_ blocks: [Block], from place: Int = 0) -> Pager.Section {
    let groups = Array(renderer.groups(blocks).dropFirst(place))
    return Pager.Section(
      blocks: blocks,
      unread: breaks?.fitting(groups) ?? groups,
      columns: renderer.width,
      rows: rows
    )
  }

  /// Where a long text pauses; nil if it never does.
  ///
  /// Below a page there is a blank line and the prompt.
  private var breaks: PageBreaks? {
    rows.flatMap { $0 > 3 ? PageBreaks(capacity: $0 - 2) : nil }
  }

  /// Shows the next page; the session stays at the pause until there are no more.
  private mutating func turnPage(_ pager: Pager) -> [LineEffect<RecordingRequest>] {
    var pager = pager
    guard var section = pager.sections.first else { return shown() }
    if section.columns != renderer.width || section.rows != rows {
      // If the size of the window changes, the rest is wrapped again.
      let starts = section.starts
      section = self.section(section.blocks, from: section.unread.first?.place ?? .max)
      section.starts = starts
    }
    let count = breaks?.firstPage(of: section.unread) ?? section.unread.count
    if count < section.unread.count {
      let page = section.unread[..<count].flatMap(\.lines)
      section.starts.append(section.unread[0].place)
      section.unread.removeFirst(count)
      pager.sections[0] = section
      phase = .reading(pager)
      return [.write(page + [""])]
    }
    pager.sections.removeFirst()
    let lines = section.unread.flatMap(\.lines)
    let isLast = pager.sections.isEmpty
    let gap = lines.isEmpty || (isLast && isOver) ? [] : [""]
    let write: [LineEffect<RecordingRequest>] = lines.isEmpty ? [] : [.write(lines + gap)]
    if isLast { return write + shown() }
    phase = .reading(pager)
    return write
  }

  /// Shows the page before the last one shown again; if there is none, the first.
  private mutating func turnBack(_ pager: Pager) -> [LineEffect<RecordingRequest>] {
    guard let current = pager.sections.first else { return turnPage(pager) }
    var starts = current.starts
    if starts.count > 1 { starts.removeLast() }
    let start = starts.popLast() ?? 0
    var section = section(current.blocks, from: start)
    section.starts = starts
    return turnPage(Pager(sections: [section] + pager.sections.dropFirst()))
  }

  private mutating func shown() -> [LineEffect<RecordingRequest>] {
    phase = .prompting
    return isOver ? [.end] : []
  }

  /// Handles a line at a pause, when the current question is not on the screen yet.
  ///
  /// Commands work here too, but no line is an answer.
  mutating func takeAtPause(_ line: String, _ pager: Pager) -> [LineEffect<RecordingRequest>] {
    let typed = Understanding.plain(line)
    let isEnter = line.allSatisfy(\.isWhitespace)
    if isEnter || phrases.goingOnWords.contains(typed) || phrases.yesWords.contains(typed) {
      return turnPage(pager)
    }
    if phrases.pageBeforeWords.contains(typed) { return turnBack(pager) }
    // What is on the screen of a long review can be chosen before all of it is read.
    if case .review(let atEnd, _) = mode, isForReview(line, atEnd: atEnd) {
      return proceed(plan(for: line))
    }
    let understanding = Understanding(library: library, phrases: phrases, vocabulary: vocabulary)
    switch understanding.understand(line, .pause) {
    case .help: return interrupt(pager, with: helpScreen(after: line))
    case .command(.repeat, _): return again(pager, after: [])
    case .command(.define, let word):
      return interrupt(pager, with: [.note(RichText(definition(of: word)))])
    case .command(.place, _):
      return interrupt(pager, with: [.note(RichText(placeWhileReading(pager)))])
    case .command(.words, _):
      return interrupt(pager, with: [.note(RichText(phrases.readOnWords))])
    case .command(let word, let rest) where worksAtPause(word) && !isOver:
      let plan = plan(word, rest, attention)
      // If there is nothing to go back to, what was on the screen is not lost.
      if word == .back, plan.leadsNowhere(from: mode) {
        return again(pager, after: Array(plan.notes.prefix(1)))
      }
      if plan.leadsNowhere(from: mode), plan.result.ending == nil {
        return interrupt(pager, with: Array(plan.notes.prefix(1)))
      }
      return proceed(plan)
    case .command: return interrupt(pager, with: [.note(RichText(phrases.readOnFirst))])
    case .misfit where isDistress(line): return interrupt(pager, with: [kindLine])
    case .reply(let words): return interrupt(pager, with: [.note(RichText(words))])
    case .commandOrWords, .goingOn, .input, .lookAgain, .misfit, .nothing, .taken:
      return interrupt(pager, with: [.note(RichText(phrases.readOnOrHelp))])
    }
  }

  /// Whether a command does not need the question that is not on the screen yet.
  private func worksAtPause(_ word: CommandWord) -> Bool {
    switch word {
    case .back, .forget, .keep, .menu, .pause, .place, .print, .quit, .save, .stop: true
    case .change: if case .review = mode { true } else { false }
    case .define, .repeat, .review, .same, .skip, .sources, .why, .words: false
    }
  }

  /// Whether a line is for the review: a number in it, or one of its words.
  private func isForReview(_ line: String, atEnd: Bool) -> Bool {
    let typed = Understanding.plain(line)
    if let number = Int(typed) { return number == 1 || reviewList(atEnd: atEnd)[number] != nil }
    let word = String(typed.prefix { $0 != " " })
    return [phrases.topWord, phrases.offWord, phrases.onWord].contains(word)
      || closesReview(typed, atEnd: atEnd)
  }

  /// Shows the page again that is on the screen.
  mutating func showPageAgain(_ pager: Pager) -> [LineEffect<RecordingRequest>] {
    guard let current = pager.sections.first, let start = current.starts.last else {
      return turnPage(pager)
    }
    var section = section(current.blocks, from: start)
    section.starts = current.starts.dropLast()
    return turnPage(Pager(sections: [section] + pager.sections.dropFirst()))
  }

  /// Shows something, and then continues with what was being read.
  private mutating func interrupt(
    _ pager: Pager,
    with blocks: [Block]
  ) -> [LineEffect<RecordingRequest>] {
    turnPage(Pager(sections: [section(blocks)] + pager.sections))
  }

  /// Shows what was being read from its first line.
  private mutating func again(
    _ pager: Pager,
    after notes: [Block]
  ) -> [LineEffect<RecordingRequest>] {
    guard let first = pager.sections.last else { return turnPage(pager) }
    return turnPage(Pager(sections: [section(notes + first.blocks)]))
  }
}

extension Plan {
  /// Whether it changes nothing and stays in a mode.
  fileprivate func leadsNowhere(from mode: Mode) -> Bool {
    inputs.isEmpty && (self.mode ?? mode) == mode
  }
}
