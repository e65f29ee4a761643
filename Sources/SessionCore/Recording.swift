public import GuideEngine
public import Phrases

/// What a session asks of whoever keeps answers.
///
/// What it asks is done for good when the outcome comes, or not done.
public enum RecordingRequest: Equatable, Sendable {
  /// Begin to keep, with all that happened so far, and how the session ended if it did.
  case begin([Input], ending: SessionEnding?)
  /// Keep what was just done, and how the session ended if it did.
  case append([Input], ending: SessionEnding?)
  /// Erase what was kept.
  case erase
  /// Keep how the input ended, and what was typed and not sent.
  case leave(InputEnding, draft: String)
  /// Erase what a begin that failed may have left.
  case eraseLeftover
}

/// What came of a request.
public enum RecordingOutcome: Equatable, Sendable {
  /// It is done.
  case done
  /// It is kept from now on, under this name; a damaged journal was set aside for it under the other.
  case began(name: String, setAside: String?)
  /// What could not be kept before was kept after all, and nothing more was.
  case wasKept
  /// It is not done.
  ///
  /// - `isReopening`: the journal could not even be opened anew after an earlier failure.
  /// - `leftover`: the session that a begin may have left on the disk.
  case failed(RecordingProblem, isReopening: Bool = false, leftover: Leftover? = nil)
}

/// A session that nobody was told of, and that may be on the disk all the same.
public struct Leftover: Equatable, Sendable {
  /// Its name.
  public let name: String
  /// The command that erases it.
  public let command: String

  /// A leftover.
  public init(name: String, command: String) {
    self.name = name
    self.command = command
  }
}

/// How a session came to its end.
public enum SessionEnding: Hashable, Sendable {
  /// The walk was walked to its end.
  case finished
  /// The person ended it early, with their page.
  case stopped
  /// The person left, and may come back.
  case left
}
