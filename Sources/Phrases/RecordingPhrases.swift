/// Why answers could not be kept, read or erased.
///
/// It says what went wrong as far as a person can use it; nothing in it is anything they wrote.
public indirect enum RecordingProblem: Hashable, Sendable {
  /// Another program is writing to the journal.
  case busy
  /// There is no room on the disk.
  case diskFull
  /// The data folder cannot be written to.
  case notWritable
  /// The data folder cannot be made.
  case cannotCreate
  /// The keys are not the ones of this journal.
  case wrongKey
  /// The key that reads the journal is not here.
  case noKey
  /// A key file cannot be read.
  case damagedKey(file: String)
  /// The journal is damaged.
  case damaged
  /// A later version of the program wrote the journal.
  case newer
  /// The disk refused, for another reason.
  case disk
  /// There is no journal.
  case noJournal
  /// No session has that name.
  case noSuchSession
  /// No session can be gone on with.
  case noOpenSession
  /// The session was erased.
  case erased
  /// Copies of an erased session's key are left.
  case keyLeft(copies: Int)
  /// The session was erased, but a copy of its key may be left, because of this.
  case unproven(RecordingProblem)
}

/// What is said when answers could not be kept, and when they could after all.
public protocol RecordingPhrases {
  /// What happened, and what to do.
  func problem(_ problem: RecordingProblem) -> String
  /// An answer could not be kept.
  func couldNotBeKept(_ problem: RecordingProblem) -> String
  /// What was to be erased could not be.
  func couldNotBeErased(_ problem: RecordingProblem) -> String
  /// What could not be kept was kept after all.
  var keptAfterAll: String { get }
  /// The last answer is missing.
  var lastAnswerNotKept: String { get }
  /// What was kept may be damaged or lost.
  var mayBeLost: String { get }
  /// What was to be erased may not be.
  var mayNotBeErased: String { get }
  /// A damaged journal was set aside, and a new one begun.
  func setAside(_ name: String) -> String
  /// An earlier try to keep answers may have left them on the disk.
  ///
  /// - Parameters:
  ///   - name: The name of that session.
  ///   - command: What erases it.
  /// - Returns: The phrase.
  func mayBeLeft(_ name: String, erase command: String) -> String
}

// Each phrase has its meaning in the protocol above.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public func problem(_ problem: RecordingProblem) -> String {
    switch problem {
    case .busy:
      "Another program is writing to the journal just now. Wait for it to end, then try again."
    case .diskFull:
      "There is no room on the disk. Nothing you typed before is lost. Tell a staff member."
    case .notWritable, .cannotCreate:
      "The journal's folder cannot be written to. Nothing you typed before is lost. "
        + "Tell a staff member."
    case .wrongKey: "The keys here do not belong to this journal."
    case .noKey: "The key to read this journal is not on this computer."
    case .damagedKey(let file):
      "The key file \(file) cannot be read. Put it back from a copy."
    case .damaged:
      "The journal is damaged. beforehand journal verify says where, and what can still be read."
    case .newer: "A later version of this program wrote the journal. Use that version."
    case .disk:
      "The disk did not take it. Nothing you typed before is lost. Tell a staff member."
    case .noJournal: "Nothing is kept on this computer."
    case .noSuchSession: "No session has that name. Check the spelling of each word."
    case .noOpenSession: "No session was left open."
    case .erased: "That session was erased."
    case .keyLeft(let copies): "\(copies) copies of its key are still on this disk."
    case .unproven(.busy):
      "The session was erased. While another program has the journal open, a trace of its key stays "
        + "there. Wait for that program to end, then erase the session once more."
    case .unproven(let why):
      "The session was erased. A trace of its key may still be on this disk. Erase it once more. "
        + self.problem(why)
    }
  }

  public func couldNotBeKept(_ problem: RecordingProblem) -> String {
    "This could not be kept. \(self.problem(problem))"
  }

  public func couldNotBeErased(_ problem: RecordingProblem) -> String {
    "This could not be erased. \(self.problem(problem))"
  }

  public var keptAfterAll: String { "What you typed before is kept after all." }

  public var lastAnswerNotKept: String { "Your last answer was not kept." }

  public var mayBeLost: String { "Your answers may be damaged or lost." }

  public var mayNotBeErased: String { "Your answers may not be erased." }

  public func setAside(_ name: String) -> String {
    "Answers kept here before were damaged. They are set aside, not deleted, as \(name). "
      + "Yours go into a new journal. Tell a staff member."
  }

  public func mayBeLeft(_ name: String, erase command: String) -> String {
    "An earlier try may have left your answers on this disk, as \(name). To erase them: \(command)"
  }
}
