import ArgumentParser
import Journal
import SourceText
import Terminal

/// What was kept, for those who look after it.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "List, read, check and erase what was kept.",
    subcommands: [List.self, Show.self, Verify.self, Export.self, Erase.self]
  )

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The sessions, a line each: day, handle, how it stands, how much of it is kept.",
      discussion: "Of a damaged journal it lists what can be read, and ends with 74."
    )
    @Flag(help: "Write JSON: sessions.schema.json says what stands in it.") var json = false
    @OptionGroup var journal: JournalOptions

    func run() throws {
      if json { return print(try journal.read { try $0.exportedSessions() }) }
      try journal.read { reader in
        do throws(JournalError) {
          show(try reader.sessions())
        } catch {
          guard case .damaged = error else { throw error }
          show(try reader.intactSessions())
          throw error
        }
      }
      for name in try journal.setAsides() { print("Damaged and set aside: \(visible(name))") }
    }

    private func show(_ sessions: [JournalReader.Session]) {
      for session in sessions {
        let entries = count(session.events, "entry", "entries")
        print("\(session.day)  \(session.handle)  \(session.condition.rawValue)  \(entries)")
      }
      if sessions.isEmpty { print("Nothing is kept.") }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What was asked and said in a session, and when.",
      discussion: """
        Without a handle, the session that was kept last. The words are those the person read; where \
        neither the journal nor the content folder has them, the names in the scripts stand for them. Of a damaged session it shows what is as it was \
        written, and ends with 74.
        """
    )
    @Argument(help: ArgumentHelp("Its handle, such as maple-river-1.", valueName: "handle"))
    var handle: String?
    @Flag(help: "Write JSON: session.schema.json says what stands in it.") var json = false
    @OptionGroup var place: ContentOptions
    @OptionGroup var journal: JournalOptions

    func run() throws {
      let named = try handle.map { try SessionName(typed: $0, in: journal.data) }
      try journal.read { reader in
        let wanted = try named ?? reader.latest(that: "can be shown", in: journal.data)
        do throws(JournalError) {
          try print(
            json ? reader.exported(wanted) : text(wanted, reader.events(of: wanted), reader)
          )
        } catch {
          guard case .damaged = error else { throw error }
          try print(
            json
              ? reader.exportedIntact(wanted)
              : text(wanted, reader.intactEvents(of: wanted), reader)
          )
          throw error
        }
      }
    }

    private func text(
      _ handle: SessionName,
      _ events: [KeptEvent],
      _ reader: JournalReader
    ) -> String {
      let output = Output(environment: environment())
      let screen = SessionScreen(handle, events, from: reader, place)
      return screen.lines(on: output).joined(separator: "\n")
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Whether every record is as it was written."
    )
    @OptionGroup var journal: JournalOptions

    func run() throws {
      guard let found = try verification() else { throw Exit.disk }
      let sessions = count(found.sessions, "session")
      print("\(sessions), \(found.erased) erased; \(count(found.records, "record")).")
      for violation in found.violations { print(violation.words) }
      for session in found.damagedSessions {
        print(
          "\(session.handle): \(count(session.intact, "record")) can be read, \(session.damaged) cannot."
        )
      }
      if !found.isSound { throw Exit.disk }
      print("Every record is as it was written.")
      for name in try journal.setAsides() { print("Damaged and set aside: \(visible(name))") }
    }

    /// What was found; nil, and said, when it cannot even be opened.
    private func verification() throws -> Verification? {
      do {
        return try journal.reader().verify()
      } catch JournalError.damaged(let violation) {
        print("\(violation.words)\nNothing of it can be read.")
        return nil
      } catch let error as JournalError {
        throw Failure(error.words, exit: error.exit)
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "A session, for other programs: session.schema.json says what stands in it."
    )

    /// The forms a session can be exported in.
    enum Form: String, ExpressibleByArgument, CaseIterable {
      case json
    }

    @Argument(help: ArgumentHelp("Its handle, such as maple-river-1.", valueName: "handle"))
    var handle: String
    @Option var format = Form.json
    @OptionGroup var journal: JournalOptions

    func run() throws {
      let wanted = try SessionName(typed: handle, in: journal.data)
      print(try journal.read { try $0.exported(wanted) })
    }
  }

  struct Erase: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Erase a session: its key goes, and nobody can read it again."
    )
    @Argument(help: ArgumentHelp("Its handle, such as maple-river-1.", valueName: "handle"))
    var handle: String
    @OptionGroup var data: DataOptions

    func run() throws {
      let wanted = try SessionName(typed: handle, in: data)
      let path = try data.path()
      do throws(JournalError) {
        try JournalWriter(path, isMade: false).erase(wanted, at: .now)
      } catch {
        guard error == .noSuchSession, let name = Self.setAside(holding: wanted, in: path) else {
          throw Failure(error.words(in: data), exit: error.exit)
        }
        throw Failure(
          "\(wanted) is in \(visible(name)), a damaged journal that was set aside. To erase it, delete that "
            + "file and those beside it of the same name: everything in it goes.",
          exit: .noInput
        )
      }
      print("\(wanted) is erased. No copy of its key is left in the journal.")
    }

    /// The damaged journal that holds the session, if one does as far as it can be read.
    private static func setAside(holding handle: SessionName, in path: String) -> String? {
      let names = (try? JournalReader.setAsides(in: path)) ?? []
      return names.first { name in
        let sessions = try? JournalReader(path, setAside: name).sessions()
        return sessions?.contains { $0.handle == handle } == true
      }
    }
  }
}
