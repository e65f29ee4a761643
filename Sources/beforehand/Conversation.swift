import GuideCheck
import GuideEngine
import Journal
import SourceText
import TerminalUI

/// The one impure loop: read a line, take it, keep it, show what follows.
struct Conversation {
  private var sitting: Sitting
  private var keeper: Keeper
  /// What could not be kept, and what would stand and be shown if it had been.
  private var unkept: (failure: JournalError, sitting: Sitting, reply: Sitting.Reply)?
  /// Everything the person did, for those who wish to keep it only at the end.
  private var history: [Input] = []
  /// What stands in the line when a question in the person's own words is next asked.
  private var draft = ""
  /// How many lines were read.
  private var lines = 0
  private let library: Library
  private let editor = LineEditor()
  private let output: Output
  private let isTerminal: Bool
  private let readSources: () -> [String: Source]

  init(
    of sitting: Sitting,
    over library: Library,
    keeper: Keeper,
    output: Output,
    readSources: @escaping () -> [String: Source]
  ) {
    self.sitting = sitting
    self.keeper = keeper
    self.library = library
    self.output = output
    isTerminal = LineEditor.hasTerminal
    self.readSources = readSources
  }

  /// Holds a sitting from its first words.
  ///
  /// - Parameter guide: The guide it begins with.
  /// - Throws: A failure when it is to be kept and cannot be, or nothing can be written any more.
  mutating func hold(at guide: GuideID) throws(Failure) {
    let reply = take { [keeper] in $0.begin(at: guide) { keeper.isReadHere } }
    if let (failure, _, _) = unkept { throw Failure(failure.words, exit: failure.exit) }
    try hold(with: reply)
  }

  /// Takes a kept sitting up again, where it was left.
  ///
  /// - Parameters:
  ///   - reworded: Questions whose words have changed, asked again.
  ///   - hasChanged: Whether the guides are another text than before.
  ///   - draft: What the person had typed and not sent.
  /// - Throws: What the system says when nothing can be written any more.
  mutating func takeUp(
    reworded: [QuestionID],
    hasChanged: Bool,
    drafted draft: String
  ) throws(Failure) {
    let reply = take { $0.welcomeBack(reworded: reworded, hasChanged: hasChanged) }
    try hold(with: reply, drafted: draft)
  }

  /// Holds a sitting from what is said first to its end, or to the end of the input.
  ///
  /// - Parameters:
  ///   - first: What is shown first.
  ///   - draft: What the person had typed and not sent when they were here last.
  /// - Throws: What the system says when nothing can be written any more.
  private mutating func hold(with first: Sitting.Reply, drafted draft: String = "") throws(Failure)
  {
    self.draft = sitting.draft(of: draft)
    do {
      try goOn(with: first)
    } catch {
      // A terminal that is gone is the end of a sitting, not a fault; what was done is kept.
      if !isTerminal { throw error }
    }
  }

  private mutating func goOn(with first: Sitting.Reply) throws(Failure) {
    var reply = first
    do throws(Failure) {
      while true {
        switch try show(reply) {
        case .reading(let next): reply = next
        case .shown where reply.isOver: return
        case .shown: reply = try read()
        case .ended(let ending): reply = end(ending, drafting: draft)
        }
      }
    } catch {
      keeper.leave(.hangUp)
      throw error
    }
  }

  private mutating func end(_ ending: LineReading.Ending, drafting draft: String) -> Sitting.Reply {
    let draft = sitting.draft(of: draft)
    switch ending {
    case .endOfInput: keeper.leave(.endOfInput)
    case .hangUp: keeper.leave(.hangUp, drafting: draft)
    case .terminated: keeper.leave(.terminated, drafting: draft)
    }
    sitting.loss = loss
    var reply = sitting.ending
    reply.blocks += wordsOnStray()
    return reply
  }

  /// Reads a line and takes it.
  private mutating func read() throws(Failure) -> Sitting.Reply {
    if !isTerminal, lines == Self.limit {
      var reply = end(.endOfInput, drafting: "")
      reply.blocks.insert(.note(Self.limitWords), at: 0)
      return reply
    }
    lines += 1
    let prompt = "> "
    let reading = editor.read(prompt: prompt, draft: draft, completions: sitting.completions)
    draft = ""
    switch reading {
    case .line(let line), .cut(let line):
      // Through a pipe nobody sees what was typed; the text then reads as the conversation it was.
      if !isTerminal { try output.write([prompt + visible(line)]) }
      var reply = take { $0.take(line) }
      if case .cut = reading { reply.blocks.insert(.note(Self.cutWords), at: 0) }
      return reply
    case .back: return take { $0.take("back") }
    case .interrupted: return Sitting.Reply(showing: [.note("Type quit to leave.")])
    case .ended(let ending, let draft): return end(ending, drafting: draft)
    }
  }

  /// How many lines are read from a file or a pipe: nobody answers as many questions.
  ///
  /// So every stream of lines ends. Whoever sits at a terminal may stay as long as they like.
  private static let limit = 10_000

  private static let limitWords =
    "That was a very long input. Only its first 10,000 lines were taken."

  private static let cutWords =
    "That was longer than a line can be. Only its first \(LineReading.limit) letters were taken."

  /// Takes a line on a copy of the sitting; only what is kept, if anything is, becomes the sitting.
  private mutating func take(_ line: (inout Sitting) -> Sitting.Reply) -> Sitting.Reply {
    sitting.loss = loss
    var (next, reply) = taken(line)
    do throws(JournalError) {
      if reply.mustBeKept, !reply.erases, try keeper.mend() == .wasKept, let unkept {
        var reply = unkept.reply
        reply.blocks.insert(.note("What you typed before is kept after all."), at: 0)
        return takeAsKept(unkept.sitting, reply)
      }
    } catch {
      // What was not kept before may yet turn out to be.
      sitting.loss = lossOnReopening(error)
      (next, reply) = taken(line)
      return refused(error, next, reply)
    }
    do throws(JournalError) {
      try keep(&reply, &next)
    } catch {
      if !reply.erases { unkept = (error, next, reply) }
      return refused(error, next, reply)
    }
    return takeAsKept(next, reply)
  }

  private func taken(
    _ line: (inout Sitting) -> Sitting.Reply
  ) -> (next: Sitting, reply: Sitting.Reply) {
    var next = sitting
    var reply = line(&next)
    if reply.needsSources {
      next = sitting
      next.sources = readSources()
      reply = line(&next)
    }
    return (next, reply)
  }

  /// What is missing of the answers, as far as the journal can be trusted.
  private var loss: String? {
    guard let unkept, !unkept.reply.inputs.isEmpty else { return nil }
    return "Your last answer was not kept."
  }

  /// What is missing when the journal could not even be opened anew.
  private func lossOnReopening(_ failure: JournalError) -> String? {
    switch failure {
    case .damaged, .noJournal, .noSuchSession: "Your answers may be damaged or lost."
    default: unkept == nil ? "Your answers may not be erased." : loss
    }
  }

  private mutating func takeAsKept(_ next: Sitting, _ reply: Sitting.Reply) -> Sitting.Reply {
    history += reply.inputs
    sitting = next
    unkept = nil
    var reply = reply
    if reply.isOver { reply.blocks += wordsOnStray() }
    return reply
  }

  /// Does on the disk what the reply stands for.
  private mutating func keep(
    _ reply: inout Sitting.Reply,
    _ next: inout Sitting
  ) throws(JournalError) {
    if reply.erases { return try keeper.forget() }
    guard reply.wishesToKeep else {
      return try keeper.keep(reply.inputs, over: library, ending: reply.ending)
    }
    let (handle, setAside) = try keeper.begin(
      history + reply.inputs,
      over: library,
      ending: reply.ending
    )
    next.keep(as: "\(handle)")
    if reply.isOver { reply.blocks += next.lastWords }
    if let setAside { reply.blocks.insert(.note(Self.words(onSettingAside: setAside)), at: 0) }
    reply.blocks.insert(.note("Your answers are kept, sealed, as \(handle)."), at: 0)
  }

  /// What is said last of a session that could not be begun, nor found not to be there.
  private mutating func wordsOnStray() -> [ScreenBlock] {
    try? keeper.eraseStray()
    guard let stray = keeper.stray else { return [] }
    let start = "An earlier try may have left your answers on this disk, as \(stray)."
    let command = "beforehand journal erase \(stray)\(keeper.options)"
    return [.note("\(start) To erase them: \(command)")]
  }

  private static func words(onSettingAside name: String) -> String {
    "Answers kept here before were damaged. They are set aside, not deleted, as \(name). "
      + "Yours go into a new journal. Tell a staff member."
  }

  /// Nothing was kept, so nothing has happened: what stood stands.
  ///
  /// Only leaving needs no disk.
  private mutating func refused(
    _ failure: JournalError,
    _ next: Sitting,
    _ reply: Sitting.Reply
  ) -> Sitting.Reply {
    let onlyLeaves = reply.isOver && reply.inputs.isEmpty && !reply.erases && !reply.wishesToKeep
    if onlyLeaves { return takeAsKept(next, reply) }
    var erased = Sitting.Reply()
    switch failure {
    case .erased, .unproven:
      sitting.knowErased(&erased)
      return erased
    default: break
    }
    let what = reply.erases ? "erased" : "kept"
    var reply = Sitting.Reply(showing: [.note("This could not be \(what). \(failure.words)")])
    var standing = sitting
    standing.askAgain(&reply)
    return reply
  }

  // MARK: showing

  /// What came of showing a reply.
  private enum Showing {
    case shown
    /// At a pause the person did something that leads elsewhere.
    case reading(Sitting.Reply)
    case ended(LineReading.Ending)
  }

  /// Shows a reply.
  ///
  /// On a terminal, a pause comes before any line would scroll an unread one away.
  private mutating func show(_ reply: Sitting.Reply) throws(Failure) -> Showing {
    var columns = LineEditor.terminalSize?.columns
    var unread = groups(reply)[...]
    while isTerminal, let size = LineEditor.terminalSize, size.rows > 3 {
      // In another window what is left has other lines.
      if size.columns != columns { unread = groups(reply).suffix(unread.count) }
      columns = size.columns
      guard unread.reduce(0, { $0 + $1.count }) > size.rows - 2 else { break }
      try output.write(Self.page(of: &unread, rows: size.rows - 2) + [""])
      while true {
        let typed: String
        switch editor.read(prompt: "Type 1 to read on > ") {
        case .ended(let ending, _): return .ended(ending)
        case .interrupted:
          try output.write(["Type quit to leave."])
          continue
        case .back: typed = "back"
        case .line(let line), .cut(let line): typed = line
        }
        if typed == "1" || typed.allSatisfy(\.isWhitespace) { break }
        let aside = take { $0.takeAtPause(typed) }
        if aside.leadsAway || aside.isOver { return .reading(aside) }
        if aside.repeats {
          unread = (groups(aside) + groups(reply))[...]
          break
        }
        let showing = try show(aside)
        guard case .shown = showing else { return showing }
      }
    }
    try output.write(unread.flatMap { $0 } + (reply.isOver || unread.isEmpty ? [] : [""]))
    return .shown
  }

  private func groups(_ reply: Sitting.Reply) -> [[String]] {
    output.layout(columns: LineEditor.terminalSize?.columns).groups(reply.blocks)
  }

  /// Takes as many groups as fit; one that fits on no screen is parted.
  private static func page(of unread: inout ArraySlice<[String]>, rows: Int) -> [String] {
    var page: [String] = []
    while let group = unread.first, page.count + group.count <= rows {
      page += group
      unread.removeFirst()
    }
    if page.isEmpty, let group = unread.popFirst() {
      page = Array(group.prefix(rows))
      unread.insert(Array(group.dropFirst(rows)), at: unread.startIndex)
    }
    return page
  }
}
