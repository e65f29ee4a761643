import Journal
import Phrases
import SessionRecording

extension JournalError {
  /// The message for the person: what happened, and what to do.
  var words: String { patientPhrases(in: nil).problem(problem) }

  /// The exit code for this error.
  var exit: Exit { problem.exit }
}

extension RecordingProblem {
  /// The exit code for this problem.
  var exit: Exit {
    switch self {
    case .busy: .busy
    case .wrongKey, .noKey, .damagedKey: .wrongKey
    case .cannotCreate: .cannotCreate
    case .noJournal, .noSuchSession, .noOpenSession, .erased: .noInput
    case .newer: .configuration
    case .damaged, .diskFull, .disk, .keyLeft, .notWritable: .disk
    case .unproven(let why): why.exit
    }
  }
}
