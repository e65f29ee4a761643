public import Journal
public import Phrases

extension JournalError {
  /// The problem, as shown to a person.
  public var problem: RecordingProblem {
    switch self {
    case .busy: .busy
    case .diskFull: .diskFull
    case .readOnly: .notWritable
    case .cannotCreate: .cannotCreate
    case .wrongKey: .wrongKey
    case .noKey: .noKey
    case .damagedKey(let file): .damagedKey(file: file)
    case .damaged: .damaged
    case .newer: .newer
    case .storage: .disk
    case .noJournal: .noJournal
    case .noSuchSession: .noSuchSession
    case .noOpenSession: .noOpenSession
    case .erased: .erased
    case .keyLeft(let copies): .keyLeft(copies: copies)
    case .unproven(let why): .unproven(why.problem)
    }
  }
}
