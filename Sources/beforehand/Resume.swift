import ArgumentParser
import ContentFolder
import GuideCheck
import GuideEngine
import Journal
import SourceText
import TerminalUI

/// Takes a kept sitting up again, at the exact question.
struct Resume: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Go on where a kept sitting was left.",
    discussion: "Without a handle, the sitting that was left last."
  )

  @Argument(help: ArgumentHelp("Its handle, such as maple-river-1.", valueName: "handle"))
  var handle: String?

  @OptionGroup
  var place: ContentOptions

  @OptionGroup
  var data: DataOptions

  func run() throws {
    LineEditor.forbidOtherPrograms()
    let path = try data.path()
    let named = try handle.map { try SessionName(typed: $0, in: data) }
    let shelf = try Shelf(place)
    let library = try shelf.library()
    let (sitting, keeper, changes, draft) = try takenUp(named, from: path, shelf, library)
    var conversation = Conversation(
      of: sitting,
      over: library,
      keeper: keeper,
      output: shelf.output,
      readSources: shelf.sources
    )
    try conversation.takeUp(
      reworded: changes.reworded,
      hasChanged: changes.hasChanged,
      drafted: draft
    )
  }

  /// Opens the journal, and stands where the session was left.
  private func takenUp(
    _ named: SessionName?,
    from path: String,
    _ shelf: Shelf,
    _ library: Library
  ) throws(Failure) -> (
    Sitting, Keeper, changes: (reworded: [QuestionID], hasChanged: Bool), draft: String
  ) {
    do throws(JournalError) {
      let writer = try JournalWriter(path, isMade: false)
      var wanted = named
      if wanted == nil { wanted = try writer.reader.latestOpen() }
      guard let wanted else { throw .noOpenSession }
      let (appender, events) = try writer.resume(wanted)
      var keeper = Keeper(path: path, text: shelf.text, options: data.typed)
      guard let left = try Left(events, reader: writer.reader) else { throw .noSuchSession }
      let (state, reworded) = left.state(in: library, fingerprint: keeper.fingerprint)
      let hasChanged = left.fingerprint != keeper.fingerprint
      keeper.goOn(with: appender, after: events.count + (hasChanged ? 1 : 0))
      if hasChanged {
        try appender.append(
          [.carriedOver(library.saved(state), fingerprint: keeper.fingerprint)],
          keeping: shelf.text.archive(country: Talk.country),
          at: .now
        )
      }
      let sitting = Sitting(
        of: library,
        setting: Sitting.Setting(
          isKiosk: false,
          isTerminal: LineEditor.hasTerminal,
          options: data.typed + place.typed
        ),
        resuming: state,
        kept: "\(wanted)"
      )
      return (sitting, keeper, (reworded, hasChanged), left.draft)
    } catch {
      throw Failure(error.words(of: named, in: data), exit: error.exit)
    }
  }
}

extension JournalError {
  /// What somebody is told who wanted to go on with a session.
  fileprivate func words(of handle: SessionName?, in data: DataOptions) -> String {
    guard case .damaged = self, let handle else { return words(in: data) }
    return "\(words) What is left of yours: beforehand journal show \(handle)\(data.typed)"
  }
}

/// What was left of a kept sitting: where it began or was carried over, and what followed.
struct Left {
  let fingerprint: String
  private let guide: String?
  private let saved: SavedState?
  private let inputs: [RecordedInput]
  /// What was typed and not sent.
  let draft: String
  let text: ContentText?

  init?(_ events: [KeptEvent], reader: JournalReader) throws(JournalError) {
    var fingerprint: String?
    var guide: String?
    var saved: SavedState?
    var inputs: [RecordedInput] = []
    var draft = ""
    for event in events.map(\.event) {
      switch event {
      case .began(let name, let number): (guide, fingerprint) = (name, number)
      case .carriedOver(let state, let number):
        (saved, fingerprint) = (state, number)
        inputs = []
      case .drafted(let text): draft = text
      case .input(let input):
        inputs.append(input)
        draft = ""
      case .finished, .left, .stopped: break
      }
    }
    guard let fingerprint else { return nil }
    self.fingerprint = fingerprint
    self.guide = guide
    self.saved = saved
    self.inputs = inputs
    self.draft = draft
    text = try reader.text(of: fingerprint).flatMap { ContentText(archive: $0) }
  }

  /// The state as it was left, or on another text what of it still fits.
  func state(in library: Library, fingerprint: String) -> (State, [QuestionID]) {
    if fingerprint == self.fingerprint { return (replayed(in: library), []) }
    guard let former = text?.library else { return (replayed(in: library), []) }
    let restored = library.restored(former.saved(replayed(in: former)))
    return (restored.state, restored.reworded)
  }

  func replayed(in library: Library) -> State {
    var state = State(of: library)
    if let saved {
      state = library.restored(saved).state
    } else {
      _ = library.advance(&state, .began(guide.flatMap { library.guide(named: $0) } ?? .house))
    }
    for input in inputs.compactMap({ $0.input(in: library) }) { _ = library.advance(&state, input) }
    return state
  }
}
