import Documents
import GuideCheck
import GuideEngine
import Phrases
import SourceText
import TestSupport

@testable import SessionCore

/// A session and a recorder of its own: what a test types, and what comes of it.
struct HeldSession {
  /// What came of an event.
  struct Reply {
    /// What was written, line by line.
    var written: [String] = []
    /// What was asked of the recorder.
    var requests: [RecordingRequest] = []
    /// What was sent to the engine.
    var inputs: [Input] = []
    /// Whether the session said that it is over.
    var ends = false

    /// The lines that hold something.
    var lines: [String] { written.filter { !$0.isEmpty } }
    /// All words in one line.
    var text: String { lines.map { $0.trimming(while: { $0 == " " }) }.joined(separator: " ") }
  }

  var session: Session
  /// What comes of a request; everything is kept unless a test says otherwise.
  var outcome: (RecordingRequest) -> RecordingOutcome = { request in
    if case .begin = request { .began(name: "maple-river-7", setAside: nil) } else { .done }
  }

  init(_ session: Session) { self.session = session }

  /// A session at a guide of a library.
  init(
    at guide: String,
    of library: Library,
    isKiosk: Bool = false,
    isTerminal: Bool = false,
    consent: RetentionConsent = .declined(asksAgain: false),
    unfinishedSince: Day? = nil
  ) {
    self.init(
      Session(
        at: library.guide(named: guide) ?? .house,
        of: library,
        setting: SessionSetting(
          isKiosk: isKiosk,
          isTerminal: isTerminal,
          renderer: TerminalRenderer(width: 76)
        ),
        consent: consent,
        unfinishedSince: unfinishedSince
      )
    )
  }

  /// Hands an event to the session, and to the recorder what it asks for.
  @discardableResult
  mutating func handle(_ event: LineEvent<RecordingOutcome>) -> Reply {
    var reply = Reply()
    let count = session.history.count
    var effects = session.handle(event)[...]
    while let effect = effects.popFirst() {
      switch effect {
      case .write(let lines): reply.written += lines
      case .perform(let request):
        reply.requests.append(request)
        effects = session.handle(.performed(outcome(request))) + effects
      case .end: reply.ends = true
      }
    }
    reply.inputs = Array(session.history[count...])
    return reply
  }

  @discardableResult mutating func begin() -> Reply { handle(.began) }

  @discardableResult
  mutating func take(_ line: String) -> Reply { handle(.line(line, isCut: false)) }

  /// Types lines one after the other; returns what came of the last.
  @discardableResult
  mutating func take(_ lines: some Sequence<String>) -> Reply {
    lines.reduce(Reply()) { _, line in take(line) }
  }
}
