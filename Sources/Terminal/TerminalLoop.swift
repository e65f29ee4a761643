public import SessionCore

/// The terminal, and the only loop that reads from it.
///
/// Everything that asks a person for a line runs here: sessions, previews, and questions of commands.
/// There is one reader per process; without a terminal, lines come from standard input.
public final class TerminalLoop {
  /// Where to write lines.
  public let output: Output
  private let editor = LineEditor()
  private var size: TerminalSize?

  /// Takes control of the terminal, if there is one, and forgets what was typed before.
  public init(_ output: Output) { self.output = output }

  /// Runs a program to its end, or to the end of the input.
  ///
  /// - Parameters:
  ///   - program: The program; it is changed in place.
  ///   - perform: Carries out a request of the program, and returns the result.
  /// - Throws: An error if nothing can be written anymore, without a terminal. A terminal that is gone
  ///   is the end of a session, not an error; what was done is kept.
  public func run<Program: LineProgram>(
    _ program: inout Program,
    performing perform: (Program.Request) -> Program.Outcome
  ) throws(OutputClosed) {
    do throws(OutputClosed) {
      var isOver = try handle(.began, in: &program, perform)
      while !isOver { isOver = try handle(next(for: program), in: &program, perform) }
    } catch {
      closeDown(&program, perform)
      if !output.isTerminal { throw error }
    }
  }

  private func next<Program: LineProgram>(
    for program: Program
  ) -> LineEvent<Program.Outcome> {
    let reading = editor.read(
      prompt: program.prompt,
      draft: program.draft,
      draftUse: program.draftUse,
      takesSpace: program.takesSpace,
      completions: output.isTerminal ? program.completions : [],
      within: program.patience
    )
    return switch reading {
    case .line(let line): .line(line, isCut: false)
    case .cut(let line): .line(line, isCut: true)
    case .back: .back
    case .interrupted: .interrupted
    case .refreshed: .refreshed
    case .elapsed: .elapsed
    case .ended(let ending, let draft): .ended(ending, draft: draft)
    }
  }

  /// Sends an event to a program and carries out what it returns; returns whether the program is over.
  private func handle<Program: LineProgram>(
    _ event: LineEvent<Program.Outcome>,
    in program: inout Program,
    _ perform: (Program.Request) -> Program.Outcome
  ) throws(OutputClosed) -> Bool {
    if output.isTerminal, let now = LineEditor.terminalSize, now != size {
      size = now
      _ = program.handle(.resized(now))
    }
    var effects = program.handle(event)[...]
    while let effect = effects.popFirst() {
      switch effect {
      case .write(let lines): try output.write(lines)
      case .perform(let request):
        effects = program.handle(.performed(perform(request))) + effects
      case .end: return true
      }
    }
    return false
  }

  /// Tells a program that the terminal is gone; it can still ask to record something.
  private func closeDown<Program: LineProgram>(
    _ program: inout Program,
    _ perform: (Program.Request) -> Program.Outcome
  ) {
    var effects = program.handle(.ended(.hangUp, draft: ""))[...]
    while let effect = effects.popFirst() {
      if case .perform(let request) = effect {
        effects = program.handle(.performed(perform(request))) + effects
      }
    }
  }
}
