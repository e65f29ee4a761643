/// Why answers could not be saved, read, or erased.
///
/// It says only as much as the person can use, and contains nothing they wrote.
public indirect enum RecordingProblem: Hashable, Sendable {
  /// Another program is writing to the journal.
  case busy
  /// The disk is full.
  case diskFull
  /// The data folder cannot be written to.
  case notWritable
  /// The data folder cannot be created.
  case cannotCreate
  /// The keys do not belong to this journal.
  case wrongKey
  /// The key that reads the journal is not here.
  case noKey
  /// A key file cannot be read.
  case damagedKey(file: String)
  /// The journal is damaged.
  case damaged
  /// A later version of the program wrote the journal.
  case newer
  /// The disk reported some other error.
  case disk
  /// There is no journal.
  case noJournal
  /// No session has that name.
  case noSuchSession
  /// There is no session to continue.
  case noOpenSession
  /// The session was erased.
  case erased
  /// Copies of an erased session's key are left.
  case keyLeft(copies: Int)
  /// The session was erased, but a copy of its key may be left, because of this.
  case unproven(RecordingProblem)
}

/// What the program says when answers could not be saved, and when they were saved after all.
public protocol RecordingPhrases {
  /// What happened, and what to do.
  func problem(_ problem: RecordingProblem) -> String
  /// An answer could not be saved.
  func couldNotBeKept(_ problem: RecordingProblem) -> String
  /// Something could not be erased.
  func couldNotBeErased(_ problem: RecordingProblem) -> String
  /// Answers that could not be saved at first have now been saved.
  var keptAfterAll: String { get }
  /// The last answer is missing.
  var lastAnswerNotKept: String { get }
  /// Saved answers may be damaged or lost.
  var mayBeLost: String { get }
  /// Something that was to be erased may still be there.
  var mayNotBeErased: String { get }
  /// A damaged journal was set aside, and a new one was started.
  func setAside(_ name: String) -> String
  /// An earlier attempt to save answers may have left them on the disk.
  ///
  /// - Parameters:
  ///   - name: The name of that session.
  ///   - command: The command that erases it.
  /// - Returns: The phrase.
  func mayBeLeft(_ name: String, erase command: String) -> String
}

// The protocol above documents each phrase.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public func problem(_ problem: RecordingProblem) -> String {
    switch problem {
    case .busy:
      "Another window or program is saving answers right now. Wait for it to finish, then try again."
    case .diskFull:
      "The disk is full. Nothing you typed before this is lost. Tell a staff member."
    case .notWritable, .cannotCreate:
      "The journal's folder cannot be written to. Nothing you typed before this is lost. "
        + "Tell a staff member."
    case .wrongKey: "The keys here do not belong to this journal."
    case .noKey: "The key to read this journal is not on this computer."
    case .damagedKey(let file):
      "The key file \(file) cannot be read. Restore it from a copy."
    case .damaged:
      "The journal is damaged. To see where, and what can still be read: beforehand journal verify"
    case .newer: "A later version of this program wrote the journal. Use that version."
    case .disk:
      "Something went wrong with the disk. Nothing you typed before this is lost. Tell a staff member."
    case .noJournal: "Nothing is kept on this computer."
    case .noSuchSession: "No session has that name. Check the spelling of each word."
    case .noOpenSession: "No session was left open."
    case .erased: "That session was erased."
    case .keyLeft(let copies): "\(copies) copies of its key are still on this disk."
    case .unproven(.busy):
      "The session was erased. While another program has the journal open, a trace of its key stays "
        + "there. Wait for that program to finish, then erase the session again."
    case .unproven(let why):
      "The session was erased. A trace of its key may still be on this disk. Erase it again. "
        + self.problem(why)
    }
  }

  public func couldNotBeKept(_ problem: RecordingProblem) -> String {
    "This could not be saved. \(self.problem(problem))"
  }

  public func couldNotBeErased(_ problem: RecordingProblem) -> String {
    "This could not be erased. \(self.problem(problem))"
  }

  public var keptAfterAll: String { "What you typed earlier has now been saved." }

  public var lastAnswerNotKept: String { "Your last answer was not saved." }

  public var mayBeLost: String { "Your answers may be damaged or lost." }

  public var mayNotBeErased: String { "Your answers may not be erased." }

  public func setAside(_ name: String) -> String {
    "Answers kept here earlier were damaged. They were set aside, not deleted, as \(name). "
      + "Your answers go into a new journal. Tell a staff member."
  }

  public func mayBeLeft(_ name: String, erase command: String) -> String {
    "An earlier try may have left your answers on this disk, as \(name). To erase them: \(command)"
  }
}
