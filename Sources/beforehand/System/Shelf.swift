import Authoring
import ContentFolder
import Documents
import Glibc
import GuideCheck
import GuideEngine
import GuideProof
import Phrases
import SessionCore
import SessionRecording
import SourceText
import Terminal

/// The content and the terminal of a session.
struct Shelf {
  let text: ContentText
  let output: Output
  /// Kept until the program exits: it has the sources, and freeing a long guide would delay the first
  /// question.
  private let checked: CheckedContent?

  init(_ place: ContentOptions) throws {
    let output = Output(environment: environment())
    self.output = output
    do {
      text = try place.folder().read(.session(country: ContentText.defaultCountry))
      checked = CheckedContent(forSession: text, reservedNames: Beforehand.reservedNames)
    } catch {
      try Self.refuse(to: output)
      throw error
    }
  }

  /// Returns the library, or shows help and exits if the guides have errors.
  func library() throws -> Library {
    if let library = checked?.library {
      tellStaff()
      return library
    }
    try Self.refuse(to: output)
    throw Exit.content
  }

  /// Tells the staff, where patients do not look, which guides are closed.
  private func tellStaff() {
    guard let closed = checked?.closed, !closed.isEmpty, isatty(STDERR_FILENO) == 0 else { return }
    complain(
      "Closed until their errors are fixed: \(closed.joined(separator: ", ")). "
        + "For details, run `beforehand check`."
    )
  }

  /// Returns the guide with this name; the shelf if none is named.
  func guide(named name: String?, in library: Library) throws(Failure) -> GuideID {
    guard let name else { return .house }
    if let found = library.guide(named: name), found != .house { return found }
    if checked?.closed.contains(name) == true {
      throw Failure(
        "The guide \(visible(name)) is closed right now. Something in it has to be fixed first. "
          + "The others are open.",
        exit: .content
      )
    }
    let names = library.guides.dropFirst().map(\.name)
    let beginning = names.filter { $0.hasPrefix(name.lowercased()) }
    let near = beginning.isEmpty ? suggestions(for: name, among: names) : beginning
    let offer =
      near.isEmpty
      ? "The guides are: \(names.joined(separator: ", "))."
      : "Did you mean \(near.joined(separator: " or "))?"
    throw Failure("There is no guide called \(visible(name)). \(offer)", exit: .noInput)
  }

  /// The sources of figures, even if guides have errors.
  var sources: [String: Source] {
    let sources = checked?.content.sources ?? []
    return Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Shows that the guides cannot be opened, and where to find help anyway.
  private static func refuse(to output: Output) throws {
    try writing { () throws(OutputClosed) in
      try output.write(output.renderer.lines(Session.closed))
    }
  }

  /// The setting of a session on this terminal.
  func setting(options: String) throws(Failure) -> SessionSetting {
    let text = text
    return SessionSetting(
      isKiosk: false,
      isTerminal: output.isTerminal,
      options: options,
      renderer: output.renderer,
      today: try today(),
      fingerprint: { text.fingerprint(country: ContentText.defaultCountry) },
      times: { RestOfWalks($0) }
    )
  }

  /// The text to record in the journal.
  var recordedText: SessionRecorder.Text {
    let text = text
    return SessionRecorder.Text(
      fingerprint: { text.fingerprint(country: ContentText.defaultCountry) },
      archive: { text.archive(country: ContentText.defaultCountry) }
    )
  }

  /// Runs a session until it ends.
  ///
  /// - Returns: The session at its end.
  /// - Throws: Why it did not reach its end.
  @discardableResult
  func run(_ session: Session, keeping recorder: SessionRecorder) throws -> Session {
    var session = session
    try writing { () throws(OutputClosed) in
      try TerminalLoop(output).run(&session) { recorder.perform($0) }
    }
    if let refusal = session.refusal {
      throw Failure(session.library.phrases.problem(refusal), exit: refusal.exit)
    }
    return session
  }
}
