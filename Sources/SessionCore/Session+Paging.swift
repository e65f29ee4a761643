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
    /// Groups of lines that should stay together.
    var unread: [[String]]
    /// The columns the lines are for.
    var columns: Int
  }

  var sections: [Section]
}

extension Session {
  /// Shows blocks: all at once or, on a terminal, one page at a time.
  mutating func present(_ blocks: [Block]) -> [LineEffect<RecordingRequest>] {
    turnPage(Pager(sections: [section(blocks)]))
  }

  private func section(_ blocks: [Block]) -> Pager.Section {
    Pager.Section(
      blocks: blocks,
      unread: renderer.groups(blocks),
      columns: renderer.width
    )
  }

  /// Shows the next page; the session stays at the pause until there are no more.
  private mutating func turnPage(_ pager: Pager) -> [LineEffect<RecordingRequest>] {
    var pager = pager
    guard var section = pager.sections.first else { return shown() }
    if section.columns != renderer.width {
      // If the size of the window changes, the rest is wrapped again.
      let groups = renderer.groups(section.blocks)
      section.unread = Array(groups.suffix(section.unread.count))
      section.columns = renderer.width
    }
    if let rows, rows > 3, section.unread.reduce(0, { $0 + $1.count }) > rows - 2 {
      let page = Self.page(of: &section.unread, rows: rows - 2)
      pager.sections[0] = section
      phase = .reading(pager)
      return [.write(page + [""])]
    }
    pager.sections.removeFirst()
    let lines = section.unread.flatMap { $0 }
    let isLast = pager.sections.isEmpty
    let gap = lines.isEmpty || (isLast && isOver) ? [] : [""]
    let write: [LineEffect<RecordingRequest>] = lines.isEmpty ? [] : [.write(lines + gap)]
    if isLast { return write + shown() }
    phase = .reading(pager)
    return write
  }

  private mutating func shown() -> [LineEffect<RecordingRequest>] {
    phase = .prompting
    return isOver ? [.end] : []
  }

  /// Takes as many groups as fit; a group that is too long for a screen is split.
  private static func page(of unread: inout [[String]], rows: Int) -> [String] {
    var page: [String] = []
    var count = 0
    while count < unread.count, page.count + unread[count].count <= rows {
      page += unread[count]
      count += 1
    }
    unread.removeFirst(count)
    if page.isEmpty, !unread.isEmpty {
      page = Array(unread[0].prefix(rows))
      unread[0].removeFirst(rows)
    }
    return page
  }

  /// Handles a line at a pause, when the current question is not on the screen yet.
  ///
  /// Commands work here too, but no line is an answer.
  mutating func takeAtPause(_ line: String, _ pager: Pager) -> [LineEffect<RecordingRequest>] {
    if line == "1" || line.allSatisfy(\.isWhitespace) { return turnPage(pager) }
    // The numbers on the screen of a long review work before all of it is read.
    if case .review(let atEnd, _) = mode, reviewList(atEnd: atEnd)[Int(line) ?? 0] != nil {
      return proceed(plan(for: line))
    }
    let understanding = Understanding(library: library, phrases: phrases, vocabulary: vocabulary)
    switch understanding.understand(line, .pause) {
    case .help: return interrupt(pager, with: helpScreen)
    case .command(.repeat, _): return again(pager, after: [])
    case .command(.define, let word):
      return interrupt(pager, with: [.note(RichText(definition(of: word)))])
    case .command(.words, _):
      return interrupt(pager, with: [.note(RichText(phrases.readOnWords))])
    case .command(let word, let rest)
    where [.back, .forget, .menu, .pause, .quit, .stop].contains(word) && !isOver:
      let plan = plan(word, rest, attention)
      // If there is nothing to go back to, what was on the screen is not lost.
      if word == .back, plan.leadsNowhere(from: mode) {
        return again(pager, after: Array(plan.notes.prefix(1)))
      }
      if word == .menu, plan.leadsNowhere(from: mode) {
        return interrupt(pager, with: Array(plan.notes.prefix(1)))
      }
      return proceed(plan)
    case .command: return interrupt(pager, with: [.note(RichText(phrases.readOnFirst))])
    case .input, .lookAgain, .misfit, .nothing:
      return interrupt(pager, with: [.note(RichText(phrases.readOnOrHelp))])
    }
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
