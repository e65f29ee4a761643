import Documents
import GuideEngine
import Phrases

/// A text too long for the screen, read a page at a time.
///
/// No line scrolls away unread, and no page parts what belongs together unless it fits on no screen.
struct Pager: Sendable {
  /// What is read as one; no page holds lines of two.
  struct Section: Sendable {
    let blocks: [Block]
    /// Groups of lines that are better not parted.
    var unread: [[String]]
    /// The columns the lines are for.
    var columns: Int
  }

  var sections: [Section]
}

extension Session {
  /// Shows blocks: all at once, or on a terminal a page at a time.
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

  /// Shows the next page; the session reads on until there is none left.
  private mutating func turnPage(_ pager: Pager) -> [LineEffect<RecordingRequest>] {
    var pager = pager
    guard var section = pager.sections.first else { return shown() }
    if section.columns != renderer.width {
      // In another window what is left has other lines.
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

  /// Takes as many groups as fit; one that fits on no screen is parted.
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

  /// Takes a line at a pause, where the question that stands is not yet on the screen.
  ///
  /// Words that work everywhere work here too; nothing is an answer.
  mutating func takeAtPause(_ line: String, _ pager: Pager) -> [LineEffect<RecordingRequest>] {
    if line == "1" || line.allSatisfy(\.isWhitespace) { return turnPage(pager) }
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
      // There may be nothing to go back to: what stood on the screen is not lost.
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

  /// Shows something, and then goes on with what was being read.
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
