import GuideCheck
import GuideEngine
import SourceText
import TerminalUI

/// The one impure loop: read a line, take it, show what follows.
struct Conversation {
  private var sitting: Sitting
  private let editor = LineEditor()
  private let output: Output
  private let isTerminal: Bool
  private let readSources: () -> [String: Source]

  init(
    over library: Library,
    setting: Sitting.Setting,
    output: Output,
    readSources: @escaping () -> [String: Source]
  ) {
    sitting = Sitting(of: library, setting: setting)
    isTerminal = setting.isTerminal
    self.output = output
    self.readSources = readSources
  }

  /// Holds the sitting from its first words to its last, or to the end of the input.
  ///
  /// - Throws: What the system says when nothing can be written any more.
  mutating func hold(at guide: GuideID) throws {
    var reply = sitting.begin(at: guide)
    while true {
      switch try show(reply) {
      case .reading(let next): reply = next
      case .shown where reply.isOver: return
      case .shown: reply = try read() ?? Sitting.Reply.ending(isTerminal: isTerminal)
      case .ended: reply = .ending(isTerminal: isTerminal)
      }
    }
  }

  /// Reads a line and takes it; nil at the end of the input.
  private mutating func read() throws -> Sitting.Reply? {
    let prompt = "> "
    switch editor.read(prompt: prompt, completions: sitting.completions) {
    case .line(let line):
      // Through a pipe nobody sees what was typed; the text then reads as the conversation it was.
      if !isTerminal { try output.write([prompt + visible(line)]) }
      return take { $0.take(line) }
    case .back: return take { $0.take("back") }
    case .interrupted: return Sitting.Reply(showing: [.note("Type quit to leave.")])
    case .ended: return nil
    }
  }

  /// Takes a line on a copy of the sitting, and keeps the copy.
  private mutating func take(_ line: (inout Sitting) -> Sitting.Reply) -> Sitting.Reply {
    var next = sitting
    var reply = line(&next)
    if reply.needsSources {
      next = sitting
      next.sources = readSources()
      reply = line(&next)
    }
    sitting = next
    return reply
  }

  // MARK: showing

  /// What came of showing a reply.
  private enum Showing {
    case shown
    /// At a pause the person did something that leads elsewhere.
    case reading(Sitting.Reply)
    case ended
  }

  /// Shows a reply.
  ///
  /// On a terminal, a pause comes before any line would scroll an unread one away.
  private mutating func show(_ reply: Sitting.Reply) throws -> Showing {
    var unread = lines(reply)[...]
    while isTerminal, let rows = LineEditor.terminalSize?.rows, rows > 5, unread.count > rows - 2 {
      let page = Self.page(of: unread, rows: rows - 2)
      try output.write(page + [""])
      unread = unread.dropFirst(page.count)
      var isReadingOn = false
      while !isReadingOn {
        switch editor.read(prompt: "Type 1 to read on > ") {
        case .ended: return .ended
        case .line("1"), .line(""): isReadingOn = true
        case .interrupted: try output.write(["Type quit to leave."])
        case .back: return .reading(take { $0.takeAtPause("back") })
        case .line(let line):
          let aside = take { $0.takeAtPause(line) }
          if !aside.inputs.isEmpty || aside.isOver { return .reading(aside) }
          try output.write(lines(aside) + [""])
        }
      }
    }
    try output.write(unread + (reply.isOver || unread.isEmpty ? [] : [""]))
    return .shown
  }

  private func lines(_ reply: Sitting.Reply) -> [String] {
    output.layout(columns: LineEditor.terminalSize?.columns).lines(reply.blocks)
  }

  /// As many lines as fit; better to stop between two paragraphs than within one.
  private static func page(of lines: ArraySlice<String>, rows: Int) -> [String] {
    let page = lines.prefix(rows)
    guard let gap = page.lastIndex(of: ""), gap - page.startIndex > rows / 2 else {
      return Array(page)
    }
    return Array(page[..<gap])
  }
}
