import ContentFolder
import GuideCheck
import GuideEngine
import Journal
import TerminalUI

/// Keeps a sitting in the journal: what a person did is on the disk before the screen goes on.
struct Keeper {
  /// The data folder; nil where the environment names none.
  let path: String?
  /// What the person reads.
  let text: ContentText
  /// What names the data folder again on another command line.
  let options: String
  /// The names and bytes of it, as one number.
  let fingerprint: String
  /// Where the session is kept; nil as long as nothing is.
  private var appender: SessionAppender?
  /// How many events are known to be kept.
  private var count = 0
  /// The session that could not be kept any further: its recorder is dead.
  private var interrupted: SessionName?
  /// The session that could not be begun: nobody was told of it, but it may be on the disk all the same.
  private(set) var stray: SessionName?
  /// Whether the session is erased: nothing is added to it, though its key may not be wiped yet.
  private var isErased = false

  init(path: String?, text: ContentText, options: String) {
    self.path = path
    self.text = text
    self.options = options
    fingerprint = text.fingerprint(country: Talk.country)
  }

  /// Goes on keeping a session of which so many events are kept.
  mutating func goOn(with appender: SessionAppender, after count: Int) {
    self.appender = appender
    self.count = count
  }

  /// Whether what is kept can be read on this computer.
  var isReadHere: Bool { path.map { (try? JournalReader.hasKey($0)) ?? false } ?? true }

  /// Begins to keep a sitting, with all that happened in it so far, and how it ended if it did.
  ///
  /// - Returns: What the person calls it by, and the name of a damaged journal that had to be set
  ///   aside for it.
  mutating func begin(
    _ history: [Input],
    over library: Library,
    ending: Sitting.Reply.Ending?
  ) throws(JournalError) -> (handle: SessionName, setAside: String?) {
    guard let path else { throw .cannotCreate(code: 0) }
    do throws(JournalError) {
      try eraseStray()
    } catch {
      // A damaged journal is about to be set aside, and the stray one with it.
      guard case .damaged = error else { throw error }
    }
    let events = events(history, over: library) + Self.events(of: ending)
    do throws(JournalError) {
      return try begin(events, in: path)
    } catch {
      try? eraseStray()
      throw error
    }
  }

  private mutating func begin(
    _ events: [Event],
    in path: String
  ) throws(JournalError) -> (handle: SessionName, setAside: String?) {
    let (writer, setAside) = try Self.writer(path)
    let handle = try writer.freeName()
    stray = handle
    let text = text.archive(country: Talk.country)
    let appender = try writer.begin(events, as: handle, keeping: text, at: .now)
    stray = nil
    goOn(with: appender, after: events.count)
    return (handle, setAside)
  }

  /// Erases the session that could not be begun, should it be there all the same.
  mutating func eraseStray() throws(JournalError) {
    guard let handle = stray, let path else { return }
    do throws(JournalError) {
      try JournalWriter(path, isMade: false).erase(handle, at: .now)
    } catch {
      guard error == .noSuchSession || error == .noJournal else { throw error }
    }
    stray = nil
  }

  /// Opens the journal to write; a damaged one is set aside, never deleted, and a new one made.
  private static func writer(
    _ path: String
  ) throws(JournalError) -> (JournalWriter, setAside: String?) {
    do throws(JournalError) {
      return (try JournalWriter(path), nil)
    } catch {
      guard case .damaged = error else { throw error }
    }
    let name = try JournalWriter.setAside(path, at: .now)
    return (try JournalWriter(path), name)
  }

  /// Keeps what a person just did, and how they left.
  mutating func keep(
    _ inputs: [Input],
    over library: Library,
    ending: Sitting.Reply.Ending?
  ) throws(JournalError) {
    let events = events(inputs, over: library) + Self.events(of: ending)
    guard let appender, !isErased, !events.isEmpty else { return }
    do {
      try appender.append(events, at: .now)
      count += events.count
    } catch {
      interrupted = appender.handle
      throw error
    }
  }

  /// What was found when a session that could not be kept any further was opened anew.
  enum Mending {
    /// Nothing was interrupted, or the journal ends where it was known to.
    case asKnown
    /// What seemed lost is in the journal after all: a disk may fail and have written.
    case wasKept
  }

  /// Opens the journal anew after something could not be kept: a failed one is never used again.
  mutating func mend() throws(JournalError) -> Mending {
    guard let interrupted, let path, !isErased else { return .asKnown }
    appender = nil
    let (appender, events) = try resumed(interrupted, in: path)
    let wasKept = events.count > count
    goOn(with: appender, after: events.count)
    self.interrupted = nil
    return wasKept ? .wasKept : .asKnown
  }

  /// Takes the session up again; what was to be erased may be, although the disk denied it.
  private mutating func resumed(
    _ handle: SessionName,
    in path: String
  ) throws(JournalError) -> (SessionAppender, [KeptEvent]) {
    do throws(JournalError) {
      return try JournalWriter(path, isMade: false).resume(handle)
    } catch {
      if error == .erased { isErased = true }
      throw error
    }
  }

  /// Keeps that the input ended, or the terminal went away, and what was typed and not sent by then; if
  /// that cannot be kept, no answer is lost.
  func leave(_ leaving: Event.Leaving, drafting draft: String = "") {
    let drafted: [Event] = draft.isEmpty ? [] : [.drafted(draft)]
    if isErased { return }
    try? appender?.append(drafted + [.left(leaving)], at: .now)
  }

  /// Erases the sitting; once that is done but not proved, to do it again is to prove it.
  mutating func forget() throws(JournalError) {
    try eraseStray()
    guard let path, let handle = appender?.handle ?? interrupted else { return }
    do throws(JournalError) {
      if let appender, interrupted == nil {
        try appender.forget(at: .now)
      } else {
        try JournalWriter(path, isMade: false).erase(handle, at: .now)
      }
    } catch {
      switch error {
      // The same writer knows what it has to look for.
      case .unproven(.busy), .unproven(.keyLeft): break
      default: interrupted = handle
      }
      if case .unproven = error { isErased = true }
      throw isErased ? error.afterErasing : error
    }
    appender = nil
    interrupted = nil
  }

  private static func events(of ending: Sitting.Reply.Ending?) -> [Event] {
    switch ending {
    case .finished: [.finished]
    case .stopped: [.stopped]
    case .left: [.left(.quit)]
    case nil: []
    }
  }

  private func events(_ inputs: [Input], over library: Library) -> [Event] {
    inputs.map { Event($0, in: library, fingerprint: fingerprint) }
  }
}

extension JournalError {
  /// What a person at the prompt is told: what happened, and what to do.
  var words: String {
    switch self {
    case .busy:
      "Another program is writing to the journal just now. Wait for it to end, then try again."
    case .diskFull:
      "There is no room on the disk. Nothing you typed before is lost. Tell a staff member."
    case .readOnly, .cannotCreate:
      "The journal's folder cannot be written to. Nothing you typed before is lost. "
        + "Tell a staff member."
    case .wrongKey: "The keys here do not belong to this journal."
    case .noKey: "The key to read this journal is not on this computer."
    case .damagedKey(let file): "The key file \(file) cannot be read. Put it back from a copy."
    case .damaged:
      "The journal is damaged. beforehand journal verify says where, and what can still be read."
    case .newer: "A later version of this program wrote the journal. Use that version."
    case .storage:
      "The disk did not take it. Nothing you typed before is lost. Tell a staff member."
    case .noJournal: "Nothing is kept on this computer."
    case .noSuchSession: "There is no session of that name. Look at each word of it once more."
    case .noOpenSession: "No session was left open."
    case .erased: "That session was erased."
    case .keyLeft(let copies): "\(copies) copies of its key are still on this disk."
    case .unproven(.busy):
      "The session was erased. While another program has the journal open, a trace of its key stays "
        + "there. Wait for that program to end, then erase the session once more."
    case .unproven(let why):
      "The session was erased. A trace of its key may still be on this disk. Erase it once more. "
        + why.words
    }
  }

  /// What goes wrong after a session was erased is only that this is not proved.
  fileprivate var afterErasing: JournalError {
    if case .unproven = self { self } else { .unproven(self) }
  }

  /// The exit code that says the same.
  var exit: Exit {
    switch self {
    case .busy: .busy
    case .wrongKey, .noKey, .damagedKey: .wrongKey
    case .cannotCreate: .cannotCreate
    case .noJournal, .noSuchSession, .noOpenSession, .erased: .noInput
    case .newer: .configuration
    case .damaged, .diskFull, .readOnly, .storage, .keyLeft: .disk
    case .unproven(let why): why.exit
    }
  }
}
