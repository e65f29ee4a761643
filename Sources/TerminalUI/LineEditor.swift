internal import CLibEdit

/// Reads lines from the person at the terminal, for one session.
///
/// From `init` to `deinit` the terminal is the editor's: no key sends a signal, freezes the screen
/// or echoes between two lines. Make a new editor for each person, so that nothing the last one
/// typed is within reach. Where there is no terminal, lines come from standard input as they are.
///
/// Every `unsafe` of the package is in this file: libedit calls back with a pointer to the editor.
@safe
public final class LineEditor {
  private let session: Int32
  private let plainLines = PlainLineReader()
  private var firewall = KeyFirewall()
  private var completions: [String] = []
  /// Scalars for libedit that follow from the last key.
  private var following: [Int32] = []
  /// Why the line stopped, when it was not Enter.
  private var stop: Stop?

  private enum Stop {
    case reading(LineReading)
    case resized
  }

  private enum Outcome {
    case reading(LineReading)
    /// The terminal's size asks for the other way of drawing; this stood in the line.
    case resized(draft: String)
  }

  /// Takes the terminal, if there is one, and forgets what was typed before.
  public init() {
    session = terminal_take()
  }

  deinit {
    terminal_give_back(session)
  }

  /// Makes crashes silent; to be called first of all in `main`.
  ///
  /// Swift's crash handler offers whoever sits at the terminal a debugger.
  public static func silenceCrashes() {
    terminal_silence_crashes()
  }

  /// Whether a person sits at the other end of both standard input and standard output.
  public static var hasTerminal: Bool { terminal_is_present() }

  /// The size of the terminal as it is now, or nil when it is not known.
  public static var terminalSize: (columns: Int, rows: Int)? {
    let columns = Int(terminal_columns())
    let rows = Int(terminal_rows())
    return columns > 0 && rows > 0 ? (columns, rows) : nil
  }

  /// Asks for one line.
  ///
  /// - Parameters:
  ///   - prompt: What stands before the line, on one row; printed on terminals only.
  ///   - completions: What the Tab key may complete the line to, and nothing else.
  /// - Returns: The line, or why there is none.
  public func read(prompt: String, completions: [String] = []) -> LineReading {
    guard session != 0 else { return plainLines.read() }
    guard terminal_is_held(session) else { return .ended }
    self.completions = completions
    let prompt = Self.visible(prompt)
    var draft = ""
    while true {
      switch Self.canRedraw
        ? readRedrawing(prompt: prompt, draft: draft) : readAppending(prompt: prompt, draft: draft)
      {
      case .reading(let reading): return reading
      case .resized(let kept): draft = kept
      }
    }
  }

  /// libedit writes outside its memory on smaller terminals.
  private static var canRedraw: Bool {
    guard terminal_can_redraw() else { return false }
    guard let size = terminalSize else { return true }
    return size.columns >= 40 && size.rows >= 10
  }

  /// A prompt that shows something and holds nothing that acts on the terminal.
  private static func visible(_ prompt: String) -> String {
    let scalars = prompt.unicodeScalars.filter(KeyFirewall.admits)
    return scalars.contains { !$0.properties.isWhitespace } ? String(scalars) : "> "
  }
}

/// Keys.
extension LineEditor {
  private enum Event {
    case key(KeyFirewall.Key)
    case resized
    case ended
  }

  private func nextEvent(hasRoom: Bool) -> Event {
    while true {
      switch terminal_next_byte(firewall.patience ?? -1) {
      case Int32(TERMINAL_ENDED): return .ended
      case Int32(TERMINAL_INTERRUPTED): return .key(.interrupted)
      case Int32(TERMINAL_RESIZED): return .resized
      case Int32(TERMINAL_QUIET):
        if let key = firewall.quiet() { return .key(key) }
      case let code:
        let key = firewall.take(UInt8(truncatingIfNeeded: code), hasRoom: hasRoom)
        if let key { return .key(key) }
      }
    }
  }

  /// Returns what Tab adds to a draft: what all completions that begin so have in common.
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
  private func readRedrawing(prompt: String, draft: String) -> Outcome {
    following = draft.unicodeScalars.map { Int32($0.value) }
    stop = nil
    let isDone = unsafe terminal_edit_line(
      prompt,
      { unsafe LineEditor.nextScalar(for: $0) },
      Unmanaged.passUnretained(self).toOpaque()
    )
    let text = String(String.UnicodeScalarView(line))
    return switch stop {
    case nil: .reading(isDone ? .line(text) : .ended)
    case .reading(let reading): .reading(reading)
    case .resized: .resized(draft: text)
    }
  }

  /// The line without its line break.
  private var line: [Unicode.Scalar] {
    (0..<terminal_line_count()).compactMap { Unicode.Scalar(terminal_line_scalar($0)) }
      .filter { $0 != "\n" }
  }

  private static func nextScalar(for context: UnsafeMutableRawPointer?) -> Int32 {
    guard let context = unsafe context else { return -1 }
    return unsafe Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue().nextScalar()
  }

  /// Returns the next scalar for libedit.
  ///
  /// Every stop is an Enter to it, so that it leaves its own loop by the front door, with the
  /// cursor below the line.
  private func nextScalar() -> Int32 {
    guard stop == nil else { return -1 }
    guard following.isEmpty else { return following.removeFirst() }
    while true {
      switch nextEvent(hasRoom: terminal_line_count() < KeyFirewall.lineLimit) {
      case .key(.text(let scalar)): return Int32(scalar.value)
      case .key(.enter): return lineBreak
      case .key(.back): return stop(.reading(.back))
      case .key(.interrupted): return stop(.reading(.interrupted))
      case .ended: return stop(.reading(.ended))
      case .resized:
        guard Self.canRedraw else { return stop(.resized) }
        terminal_redraw_line()
      case .key(.editing(let key)):
        following = steps(key)
        guard following.isEmpty else { return following.removeFirst() }
        terminal_ring()
      case .key(.complete):
        following = completion()
        guard following.isEmpty else { return following.removeFirst() }
        terminal_ring()
      case .key(.overflow): terminal_ring()
      }
    }
  }

  private var lineBreak: Int32 { 0x0A }

  private func stop(_ stop: Stop) -> Int32 {
    self.stop = stop
    return lineBreak
  }

  /// Returns the key as often as it takes to pass one letter with all its marks.
  private func steps(_ key: KeyFirewall.EditingKey) -> [Int32] {
    let cursor = Int(terminal_line_cursor())
    let letter: Character?
    switch key {
    case .moveBackward, .deleteBackward:
      letter = String(String.UnicodeScalarView(line.prefix(cursor))).last
    case .moveForward, .deleteForward:
      letter = String(String.UnicodeScalarView(line.dropFirst(cursor))).first
    default:
      return [Int32(key.rawValue)]
    }
    return Array(repeating: Int32(key.rawValue), count: letter?.unicodeScalars.count ?? 0)
  }

  private func completion() -> [Int32] {
    let line = line
    guard terminal_line_cursor() == line.count else { return [] }
    let draft = String(String.UnicodeScalarView(line))
    return Self.addition(to: draft, from: completions).unicodeScalars
      .filter(KeyFirewall.admits).prefix(KeyFirewall.lineLimit - line.count)
      .map { Int32($0.value) }
  }
}

/// Lines on a terminal that cannot move its cursor: text is only ever added at the end.
extension LineEditor {
  private func readAppending(prompt: String, draft: String) -> Outcome {
    var draft = draft
    show(prompt + draft)
    while true {
      switch nextEvent(hasRoom: draft.unicodeScalars.count < KeyFirewall.lineLimit) {
      case .key(.text(let scalar)):
        draft.unicodeScalars.append(scalar)
        show(String(scalar))
      case .key(.enter): return finish(.line(draft))
      case .key(.back): return finish(.back)
      case .key(.interrupted): return finish(.interrupted)
      case .ended: return finish(.ended)
      case .key(.editing(.deleteBackward)) where !draft.isEmpty:
        let width = draft.removeLast().unicodeScalars.reduce(0) { $0 + terminal_width($1.value) }
        show(String(repeating: "\u{8} \u{8}", count: Int(width)))
      case .key(.editing(.deleteLine)) where !draft.isEmpty:
        draft = ""
        show("\n" + prompt)
      case .key(.complete):
        let room = KeyFirewall.lineLimit - draft.unicodeScalars.count
        let addition = Self.addition(to: draft, from: completions).unicodeScalars
          .filter(KeyFirewall.admits).prefix(room)
        guard !addition.isEmpty else { fallthrough }
        draft.unicodeScalars.append(contentsOf: addition)
        show(String(String.UnicodeScalarView(addition)))
      case .key(.overflow), .key(.editing): terminal_ring()
      case .resized:
        guard Self.canRedraw else { continue }
        show("\n")
        return .resized(draft: draft)
      }
    }
  }

  private func finish(_ reading: LineReading) -> Outcome {
    show("\n")
    return .reading(reading)
  }

  private func show(_ text: String) {
    print(text, terminator: "")
    terminal_flush()
  }
}
