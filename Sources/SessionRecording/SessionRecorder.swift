public import GuideCheck
import GuideEngine
public import Journal
public import SessionCore

/// Keeps a session in a journal: carries out the session's requests, and returns their results.
///
/// After a failure, a journal is not used again. The next request reopens it and checks whether what
/// seemed lost is there after all, because a disk can report a failure and still have written.
public final class SessionRecorder {
  /// The text that a session uses, for anyone who reads the session later.
  public struct Text: Sendable {
    /// Returns the fingerprint of the text.
    public let fingerprint: @Sendable () -> String
    /// Returns the whole text, as kept once in the journal.
    public let archive: @Sendable () -> [UInt8]

    /// Creates a text.
    public init(
      fingerprint: @escaping @Sendable () -> String,
      archive: @escaping @Sendable () -> [UInt8]
    ) {
      self.fingerprint = fingerprint
      self.archive = archive
    }
  }

  private let path: String?
  private let text: Text
  /// Computed from the whole text, so only for a session that is kept.
  private lazy var fingerprint = text.fingerprint()
  private let library: Library
  /// The options that name the data folder on another command line.
  private let options: String
  /// Where the session is kept; nil while nothing is kept.
  private(set) var appender: SessionAppender?
  /// How many events are known to be kept.
  private var count = 0
  /// The session that could not be kept any further, because its appender is dead.
  private var interrupted: SessionName?
  /// The session that could not be begun: it was never confirmed, but it may still be on the disk.
  private var leftover: SessionName?
  /// Whether the session is erased: nothing is added to it, although its key may not be wiped yet.
  private var isErased = false

  /// Creates a recorder that does not keep anything yet.
  ///
  /// - Parameters:
  ///   - path: The data folder; nil if the environment does not name one.
  ///   - text: The text that the person reads.
  ///   - library: The same text, checked.
  ///   - options: The options that name the data folder on another command line.
  public init(path: String?, text: Text, library: Library, options: String) {
    self.path = path
    self.text = text
    self.library = library
    self.options = options
  }

  /// Continues to keep a session that already has this many events.
  public func goOn(with appender: SessionAppender, after count: Int) {
    self.appender = appender
    self.count = count
  }

  /// Carries out a request of a session.
  public func perform(_ request: RecordingRequest) -> RecordingOutcome {
    switch request {
    case .begin(let inputs, let ending, let told): begin(events(inputs, ending), told: told)
    case .append(let inputs, let ending): append(events(inputs, ending))
    case .erase: outcome(erase)
    case .eraseLeftover: outcome(eraseLeftover)
    case .leave(let ending, let draft): leave(ending, drafting: draft)
    case .savePage(let page): page.saved()
    }
  }

  private func outcome(_ work: () throws(JournalError) -> Void) -> RecordingOutcome {
    do throws(JournalError) {
      try work()
      return .done
    } catch {
      return failure(error)
    }
  }

  private func failure(_ error: JournalError, isReopening: Bool = false) -> RecordingOutcome {
    let left = leftover.map {
      Leftover(name: "\($0)", command: "beforehand journal erase \($0)\(options)")
    }
    return .failed(error.problem, isReopening: isReopening, leftover: left)
  }

  private func events(_ inputs: [Input], _ ending: SessionEnding?) -> [Event] {
    let ends: [Event] =
      switch ending {
      case .finished: [.finished]
      case .stopped: [.stopped]
      case .left: [.left(.quit)]
      case nil: []
      }
    return inputs.map { Event($0, in: library, fingerprint: fingerprint) } + ends
  }

  // MARK: beginning

  /// Begins to keep a session, with everything that happened in it so far.
  private func begin(_ events: [Event], told: String?) -> RecordingOutcome {
    var events = events
    if case .began(let guide, let fingerprint, _)? = events.first {
      events[0] = .began(guide: guide, fingerprint: fingerprint, told: told)
    }
    do throws(JournalError) {
      guard let path else { throw .cannotCreate(code: 0) }
      do throws(JournalError) {
        try eraseLeftover()
      } catch {
        // A damaged journal is about to be set aside, and the leftover with it.
        guard case .damaged = error else { throw error }
      }
      let (writer, setAside) = try Self.writer(path)
      let name = try writer.freeName()
      leftover = name
      let appender = try writer.begin(events, as: name, keeping: text.archive(), at: .now)
      leftover = nil
      goOn(with: appender, after: events.count)
      return .began(name: "\(name)", setAside: setAside)
    } catch {
      try? eraseLeftover()
      return failure(error)
    }
  }

  /// Opens the journal for writing; a damaged one is set aside, never deleted, and a new one is created.
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

  /// Erases the session that could not be begun, in case it is there anyway.
  private func eraseLeftover() throws(JournalError) {
    guard let name = leftover, let path else { return }
    do throws(JournalError) {
      try JournalWriter(path, isMade: false).erase(name, at: .now)
    } catch {
      guard error == .noSuchSession || error == .noJournal else { throw error }
    }
    leftover = nil
  }

  // MARK: going on

  /// Keeps what a person just did, and how they left.
  private func append(_ events: [Event]) -> RecordingOutcome {
    do throws(JournalError) {
      if try recover() { return .wasKept }
    } catch {
      return failure(error, isReopening: true)
    }
    guard let appender, !isErased, !events.isEmpty else { return .done }
    do throws(JournalError) {
      try appender.append(events, at: .now)
      count += events.count
      return .done
    } catch {
      interrupted = appender.handle
      return failure(error)
    }
  }

  /// Reopens the journal after something could not be saved.
  ///
  /// - Returns: Whether what seemed lost is in the journal after all.
  private func recover() throws(JournalError) -> Bool {
    guard let interrupted, let path, !isErased else { return false }
    appender = nil
    let appender: SessionAppender
    let events: [KeptEvent]
    do throws(JournalError) {
      (appender, events) = try JournalWriter(path, isMade: false).resume(interrupted)
    } catch {
      // What was to be erased may be erased, although the disk reported an error.
      if error == .erased { isErased = true }
      throw error
    }
    let wasKept = events.count > count
    goOn(with: appender, after: events.count)
    self.interrupted = nil
    return wasKept
  }

  /// Records that the input ended or the terminal went away, and what was typed but not sent by then; if
  /// that cannot be saved, no answer is lost.
  private func leave(_ ending: InputEnding, drafting draft: String) -> RecordingOutcome {
    if isErased { return .done }
    let leaving: Event.Leaving =
      switch ending {
      case .endOfInput: .endOfInput
      case .hangUp: .hangUp
      case .terminated: .terminated
      }
    let drafted: [Event] = draft.isEmpty ? [] : [.drafted(draft)]
    return outcome { () throws(JournalError) in
      try appender?.append(drafted + [.left(leaving)], at: .now)
    }
  }

  // MARK: erasing

  /// Erases the session; if it is erased but that is not proved, erasing again proves it.
  private func erase() throws(JournalError) {
    try eraseLeftover()
    guard let path, let name = appender?.handle ?? interrupted else { return }
    do throws(JournalError) {
      if let appender, interrupted == nil {
        try appender.forget(at: .now)
      } else {
        try JournalWriter(path, isMade: false).erase(name, at: .now)
      }
    } catch {
      switch error {
      // The same writer knows what to search for.
      case .unproven(.busy), .unproven(.keyLeft): break
      default: interrupted = name
      }
      if case .unproven = error { isErased = true }
      throw isErased ? error.afterErasing : error
    }
    appender = nil
    interrupted = nil
  }
}

extension JournalError {
  /// After a session is erased, the only possible problem is that this is not proved.
  fileprivate var afterErasing: JournalError {
    if case .unproven = self { self } else { .unproven(self) }
  }
}
