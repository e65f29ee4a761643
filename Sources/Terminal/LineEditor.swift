internal import CLibEdit
public import SessionCore

/// Reads lines from the person at the terminal, for one session.
///
/// From `init` to `deinit`, the editor controls the terminal: no key sends a signal, freezes the screen,
/// or echoes between two lines. Create a new editor for each person, so that nothing the last one
/// typed is within reach. Without a terminal, lines come from standard input as they are.
///
/// The typed text is a `Draft`; libedit draws it, wrapped and with the cursor in position.
///
/// Every `unsafe` of this target is in this file: libedit calls back with a pointer to the editor.
@safe
public final class LineEditor {
  private let session: Int32
  private var plainLines = PlainLineReader()
  private var firewall = KeyFirewall()
  private var completions: [String] = []
  private var patience: Duration?
  private var takesSpace = false
  private var deadline = Deadline(after: nil)
  var prompt = ""
  var draft = Draft()
  /// What becomes of the draft.
  private var draftUse = DraftUse.extended
  /// Whether what is typed while nothing is read belongs to the next line: nothing was shown since.
  private var keepsTyped = false
  /// Whether the screen shows the current draft.
  var isDrawn = true
  /// Whether a key did nothing since the screen was drawn.
  var ringsBell = false

  /// What libedit shows, or will show after it has received what is `coming`.
  private var shown: (scalars: [Int32], cursor: Int) = ([], 0)
  private var view = LineView()
  /// The size of the terminal libedit draws for.
  private var size = (columns: 80, rows: 24)
  private var standIns: [[Unicode.Scalar]: Int32] = [:]
  /// What libedit receives next, in reverse order.
  private var coming: [Int32] = []
  private var stop: Stop?

  /// Why reading a line was interrupted.
  enum Stop {
    case reading(LineReading)
    /// The size of the terminal requires the other way of drawing.
    case resized
  }

  /// Takes control of the terminal, if there is one, and forgets what was typed before.
  public init() {
    session = terminal_take()
    if session == 0 { input_catch_endings() }
  }

  deinit {
    terminal_give_back(session)
  }

  /// Makes crashes silent; call this first in `main`.
  ///
  /// Swift's crash handler offers a debugger to the person at the terminal.
  public static func silenceCrashes() {
    terminal_silence_crashes()
  }

  /// Keeps this program from starting any other; call this before a patient types the first key.
  ///
  /// So even an unknown way out of a prompt cannot lead to a shell. If a system cannot enforce
  /// this, the program goes on anyway.
  public static func forbidOtherPrograms() {
    process_forbid_programs()
  }

  /// Whether both standard input and standard output are a terminal.
  public static var hasTerminal: Bool { terminal_is_present() }

  /// The current size of the terminal, or nil if it is not known.
  public static var terminalSize: TerminalSize? {
    let columns = Int(terminal_columns())
    let rows = Int(terminal_rows())
    return columns > 0 && rows > 0 ? TerminalSize(columns: columns, rows: rows) : nil
  }

  /// Asks for one line.
  ///
  /// What was typed or pasted before this is dropped: nobody answers a question that they have not
  /// seen.
  ///
  /// - Parameters:
  ///   - prompt: The prompt before the line, on one row; printed only on terminals.
  ///   - text: The text already in the line, unless there is some from before Control-C.
  ///   - draftUse: What becomes of that text.
  ///   - takesSpace: Whether the space bar alone is the same as Enter.
  ///   - completions: The only texts that the Tab key can complete the line to.
  ///   - duration: How long to wait for a key; nil to wait forever.
  /// - Returns: The line, or why there is none.
  public func read(
    prompt: String,
    draft text: String = "",
    draftUse: DraftUse = .extended,
    takesSpace: Bool = false,
    completions: [String] = [],
    within duration: Duration? = nil
  ) -> LineReading {
    guard session != 0 else { return plainLines.read(within: duration) }
    if !keepsTyped {
      terminal_drop_typed()
      firewall = KeyFirewall()
    }
    keepsTyped = false
    self.takesSpace = takesSpace
    patience = duration
    deadline = Deadline(after: patience)
    guard terminal_is_held(session) else { return .ended(.hangUp, draft: "") }
    if draft.letters.isEmpty {
      self.draftUse = text.isEmpty ? .extended : draftUse
      for scalar in text.unicodeScalars.filter(KeyFirewall.admits) {
        _ = draft.type(scalar, isPasted: true)
      }
    }
    self.completions = completions
    self.prompt = Self.visible(prompt)
    while true {
      guard case .reading(let reading) = Self.canRedraw ? readRedrawing() : readAppending() else {
        continue
      }
      // A person who presses Control-C to copy something loses nothing, and neither does a slow one.
      switch reading {
      case .interrupted, .refreshed: break
      case .elapsed: keepsTyped = true
      case .back, .cut, .ended, .line: draft = Draft()
      }
      return reading
    }
  }

  /// libedit writes outside its memory on smaller terminals.
  static var canRedraw: Bool {
    guard terminal_can_redraw() else { return false }
    guard let size = terminalSize else { return true }
    return size.columns >= 40 && size.rows >= 10
  }

  /// A prompt that is visible and contains nothing that acts on the terminal.
  private static func visible(_ prompt: String) -> String {
    let scalars = prompt.unicodeScalars.filter(KeyFirewall.admits)
    return scalars.contains { !$0.properties.isWhitespace } ? String(scalars) : "> "
  }
}

/// Keys.
extension LineEditor {
  enum Event {
    case key(KeyFirewall.Key)
    /// No key is waiting, and the screen does not show the current draft yet.
    case isCalm
    case resized
    case elapsed
    case ended(InputEnding)
  }

  /// Returns what happens next.
  ///
  /// Nothing is drawn while keys are waiting, so a paste is drawn all at once.
  func nextEvent() -> Event {
    while true {
      let wait = isDrawn ? deadline.milliseconds(within: firewall.waitForRest) : 0
      switch terminal_next_byte(wait) {
      case Int32(TERMINAL_QUIET) where !isDrawn: return .isCalm
      case Int32(TERMINAL_QUIET):
        if let key = firewall.quiet() { return .key(key) }
        if deadline.isOver { return .elapsed }
      case Int32(TERMINAL_INTERRUPTED): return .key(.interrupted)
      case Int32(TERMINAL_RESIZED): return .resized
      case let code where code < 0: return .ended(InputEnding(code))
      case let code:
        deadline = Deadline(after: patience)
        if let key = firewall.take(UInt8(truncatingIfNeeded: code)) { return .key(key) }
      }
    }
  }

  /// Applies a key to the draft; returns the result if it ends the line.
  func take(_ key: KeyFirewall.Key) -> LineReading? {
    isDrawn = false
    if draftUse != .extended {
      switch key {
      case .text: _ = draft.apply(.deleteLine)
      case .enter: return draftUse == .replaced ? .line("") : draft.reading
      case .back: return .back
      case .backOrMoveBackward, .clearScreen, .complete, .editing, .interrupted: break
      }
      if key != .clearScreen, key != .interrupted { draftUse = .extended }
    }
    switch key {
    case .text(" ") where takesSpace && draft.letters.isEmpty && !firewall.isPasting:
      return .line("")
    case .text(let scalar):
      ringsBell = !draft.type(scalar, isPasted: firewall.isPasting) || ringsBell
    case .editing(let key): ringsBell = !draft.apply(key) || ringsBell
    case .backOrMoveBackward where !draft.letters.isEmpty:
      ringsBell = !draft.apply(.moveBackward) || ringsBell
    case .complete: ringsBell = !complete() || ringsBell
    case .enter: return draft.reading
    case .interrupted: return .interrupted
    case .back where draft.letters.isEmpty, .backOrMoveBackward: return .back
    case .clearScreen: return .refreshed
    case .back: ringsBell = true
    }
    return nil
  }

  /// Rings the bell once for all keys that did nothing.
  func ringIfDue() {
    if ringsBell { terminal_ring() }
    ringsBell = false
  }

  private func complete() -> Bool {
    guard draft.cursor == draft.letters.count else { return false }
    let addition = Self.addition(to: draft.text, from: completions)
    draft.complete(with: addition)
    return !addition.isEmpty
  }

  /// Returns what Tab adds to a draft: what all matching completions have in common.
  static func addition(to draft: String, from completions: [String]) -> Substring {
    func begins(_ pair: (Character, Character)) -> Bool {
      pair.0 == pair.1 || pair.0.lowercased() == pair.1.lowercased()
    }
    let additions = completions.compactMap { completion in
      completion.count >= draft.count && zip(draft, completion).allSatisfy(begins)
        ? completion.dropFirst(draft.count) : nil
    }
    guard let first = additions.first else { return "" }
    return additions.dropFirst().reduce(first) { common, addition in
      common.prefix(zip(common, addition).prefix(while: ==).count)
    }
  }
}

/// Lines that libedit draws.
extension LineEditor {
  private func readRedrawing() -> Stop {
    shown = ([], 0)
    view = LineView()
    standIns = [:]
    coming = []
    stop = nil
    takeSize()
    isDrawn = draft.letters.isEmpty
    let isRead = unsafe terminal_edit_line(
      prompt,
      { unsafe LineEditor.nextScalar(for: $0) },
      Unmanaged.passUnretained(self).toOpaque()
    )
    guard isRead, let stop else { return .reading(.ended(.hangUp, draft: draft.text)) }
    return stop
  }

  private func takeSize() {
    if let now = Self.terminalSize { size = (now.columns, now.rows) }
  }

  private static func nextScalar(for context: UnsafeMutableRawPointer?) -> Int32 {
    guard let context = unsafe context else { return -1 }
    return unsafe Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue().nextScalar()
  }

  /// Returns the next scalar for libedit.
  ///
  /// Every stop looks like Enter to it, so that it leaves its own loop normally, with the
  /// cursor below the line.
  private func nextScalar() -> Int32 {
    while coming.isEmpty, stop == nil {
      switch nextEvent() {
      case .isCalm: draw()
      case .key(let key): if let reading = take(key) { end(.reading(reading)) }
      case .ended(let ending): end(.reading(.ended(ending, draft: draft.text)))
      case .elapsed: end(.reading(.elapsed))
      case .resized:
        guard Self.canRedraw else {
          end(.resized)
          continue
        }
        takeSize()
        arrange()
        terminal_redraw_line()
        isDrawn = true
      }
    }
    return coming.popLast() ?? -1
  }

  private func end(_ stop: Stop) {
    self.stop = stop
    // The complete line stays on the screen.
    draw(toItsEnd: true)
    coming.insert(0x0A, at: 0)
  }

  /// Makes libedit show the draft: text added at the end as keys, and anything else at once.
  private func draw(toItsEnd: Bool = false) {
    let before = shown
    arrange(toItsEnd: toItsEnd)
    let isLonger =
      before.cursor == before.scalars.count && shown.cursor == shown.scalars.count
      && shown.scalars.starts(with: before.scalars)
    coming =
      isLonger ? shown.scalars.dropFirst(before.scalars.count).reversed() : [Int32(TERMINAL_DRAW)]
    isDrawn = true
    ringIfDue()
  }

  /// Tells libedit what to show, for when it draws next.
  private func arrange(toItsEnd: Bool = false) {
    let letters = draft.letters.map(drawn)
    let cursor = toItsEnd ? letters.count : draft.cursor
    let range = view.letters(widths: letters.map(\.count), cursor: cursor, room: room)
    shown = ([], 0)
    if range.lowerBound > 0 { shown.scalars.append(ellipsis) }
    for index in range {
      let column = (promptWidth + shown.scalars.count) % size.columns
      // A letter that is two columns wide does not begin in the last one.
      if letters[index].count > 1, column == size.columns - 1 { shown.scalars.append(space) }
      if index == cursor { shown.cursor = shown.scalars.count }
      shown.scalars += letters[index]
    }
    if cursor == range.upperBound { shown.cursor = shown.scalars.count }
    if range.upperBound < letters.count { shown.scalars.append(ellipsis) }
    unsafe shown.scalars.withUnsafeBufferPointer {
      unsafe terminal_set_line($0.baseAddress, Int32($0.count), Int32(shown.cursor))
    }
  }

  private var ellipsis: Int32 { 0x2026 }
  private var space: Int32 { 0x20 }
  private var promptWidth: Int { prompt.unicodeScalars.reduce(0) { $0 + Self.columns($1) } }

  /// The number of columns a line can take; one in each row can stay free before a wide letter,
  /// and two show that there is more.
  private var room: Int { max((size.rows - 1) * (size.columns - 1) - promptWidth - 2, 2) }
}

/// Letters on the screen.
extension LineEditor {
  /// Returns what libedit receives for a letter: a scalar for each column.
  private func drawn(_ letter: Character) -> [Int32] {
    var parts: [[Unicode.Scalar]] = []
    for scalar in letter.unicodeScalars {
      if Self.columns(scalar) > 0 {
        parts.append([scalar])
      } else if parts.isEmpty {
        // A mark without a letter is shown on a dotted circle.
        parts.append(["\u{25CC}", scalar])
      } else {
        parts[parts.count - 1].append(scalar)
      }
    }
    return parts.flatMap(drawn)
  }

  private func drawn(_ part: [Unicode.Scalar]) -> [Int32] {
    let first = part[0].value
    let width = Self.columns(part[0])
    if part.count == 1, terminal_width(first) == 1, !terminal_may_stand_in(first) {
      return [Int32(first)]
    }
    let standIn = standIn(for: part, width)
    guard standIn > 0 else { return Array(repeating: ellipsis, count: width) }
    return width == 1 ? [standIn] : [standIn, terminal_second_column(standIn)]
  }

  private func standIn(for part: [Unicode.Scalar], _ width: Int) -> Int32 {
    if let known = standIns[part] { return known }
    let text = String(String.UnicodeScalarView(part))
    let standIn = unsafe terminal_stand_in(text, Int32(width))
    standIns[part] = standIn
    return standIn
  }

  /// The number of columns that a scalar takes on the terminal.
  static func columns(_ scalar: Unicode.Scalar) -> Int {
    let width = terminal_width(scalar.value)
    if width >= 0 { return Int(width) }
    // Newer than the tables of the system.
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }
}
