import ArgumentParser
import Journal

/// What was kept, for those who look after it.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "List, read, check and erase what was kept.",
    subcommands: [List.self, Show.self, Verify.self, Export.self, Erase.self]
  )

  /// Does something with the journal, or says in words why it cannot.
  fileprivate static func with<Result>(
    _ data: DataOptions,
    _ work: (String) throws -> Result
  ) throws -> Result {
    let path = try data.path()
    do {
      return try work(path)
    } catch let error as JournalError {
      throw Failure(error.words, exit: error.exit)
    }
  }

  fileprivate static func handle(_ text: String) throws -> Handle {
    do {
      return try Handle(parsing: text)
    } catch {
      throw Failure(JournalError.noSuchSession.words, exit: .noInput)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The sessions, a line each.")
    @OptionGroup var data: DataOptions

    func run() throws {
      let sessions = try JournalCommand.with(data) { try JournalReader($0).sessions() }
      for session in sessions {
        print("\(session.day)  \(session.handle)  \(session.condition.rawValue)  \(session.events)")
      }
      if sessions.isEmpty { print("Nothing is kept.") }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "What was said in a session.")
    @Argument var handle: String
    @OptionGroup var data: DataOptions

    func run() throws {
      let wanted = try JournalCommand.handle(handle)
      let events = try JournalCommand.with(data) { try JournalReader($0).events(of: wanted) }
      for kept in events { print("\(kept.sequence)  \(kept.event.words)") }
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Whether every record is as it was written."
    )
    @OptionGroup var data: DataOptions

    func run() throws {
      let found = try JournalCommand.with(data) { try JournalReader($0).verify() }
      print("\(found.sessions) sessions, \(found.erased) erased; \(found.records) records.")
      for damage in found.damages { print(damage.words) }
      for session in found.damagedSessions {
        print(
          "\(session.handle): \(session.intact) records can be read, \(session.damaged) cannot."
        )
      }
      if !found.isSound { throw Exit.disk }
      print("Every record is as it was written.")
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "A session, for other programs.")

    /// The forms a session can be exported in.
    enum Form: String, ExpressibleByArgument, CaseIterable {
      case json
    }

    @Argument var handle: String
    @Option var format = Form.json
    @OptionGroup var data: DataOptions

    func run() throws {
      let wanted = try JournalCommand.handle(handle)
      print(try JournalCommand.with(data) { try JournalReader($0).exported(wanted) })
    }
  }

  struct Erase: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Erase a session: its key goes, and nobody can read it again."
    )
    @Argument var handle: String
    @OptionGroup var data: DataOptions

    func run() throws {
      let wanted = try JournalCommand.handle(handle)
      try JournalCommand.with(data) { try JournalWriter($0).erase(wanted, at: .now) }
      print("\(wanted) is erased. No copy of its key is left in the journal.")
    }
  }
}

extension Event {
  /// The event as one line.
  fileprivate var words: String {
    switch self {
    case .began(let guide, _): "began \(guide)"
    case .input(let input): input.words
    case .carriedOver: "went on with changed guides"
    case .left(let leaving): "left (\(leaving.rawValue))"
    case .finished: "finished"
    case .stopped: "stopped"
    }
  }
}

extension RecordedInput {
  fileprivate var words: String {
    switch self {
    case .answered(let question, let said): "\(question): \(said.words)"
    case .opened(let entry): "opened \(entry)"
    case .readOn: "read on"
    case .wentBack: "went back"
    case .changed(let question): "changed \(question)"
    }
  }
}

extension RecordedInput.Said {
  fileprivate var words: String {
    switch self {
    case .skipped: "left out"
    case .options(let names): names.joined(separator: ", ")
    case .number(let number): number.hasSuffix("/1") ? String(number.dropLast(2)) : number
    case .words(let words): words
    }
  }
}

extension Damage {
  fileprivate var words: String {
    let place = position.map { "record \($0): " } ?? ""
    let session = handle.map { " (\($0))" } ?? ""
    return "\(place)\(kind.rawValue)\(session)"
  }
}
