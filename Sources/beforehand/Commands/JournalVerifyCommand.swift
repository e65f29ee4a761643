import ArgumentParser
import Journal
import SessionRecording
import SourceText

/// `beforehand journal verify`: whether the journal is intact.
struct JournalVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Verify that every record is as it was written."
  )
  @OptionGroup var journal: JournalOptions

  func run() throws {
    guard let found = try verification() else { throw Exit.disk }
    print(found.summary)
    for violation in found.violations { print(violation.words) }
    for session in found.damagedSessions { print(session.words) }
    if !found.isSound { throw Exit.disk }
    print("Every record is as it was written.")
    for name in try journal.setAsides() { print("Damaged and set aside: \(visible(name))") }
  }

  /// What was found; nil, after a message, if the journal cannot be opened at all.
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
