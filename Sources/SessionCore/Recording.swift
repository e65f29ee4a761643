public import GuideEngine
public import Phrases

/// A request from a session to the recorder of answers.
///
/// When the result arrives, the request is either durably done or not done at all.
public enum RecordingRequest: Equatable, Sendable {
  /// Begin to keep answers, with everything that happened so far and how the session ended, if it did.
  ///
  /// `told` is what the person read of who can read their answers and how long they stay; nil if they
  /// were not asked.
  case begin([Input], ending: SessionEnding?, told: String?)
  /// Keep what was just done, and how the session ended, if it did.
  case append([Input], ending: SessionEnding?)
  /// Erase what was kept.
  case erase
  /// Keep how the input ended, and what was typed but not sent.
  case leave(InputEnding, draft: String)
  /// Erase what a failed `begin` may have left.
  case eraseLeftover
  /// Save the page in a file; this does not touch the journal.
  case savePage(SavedPage)
}

/// The result of a request.
public enum RecordingOutcome: Equatable, Sendable {
  /// It is done.
  case done
  /// Answers are kept from now on under the first name; a damaged journal was set aside under the second.
  case began(name: String, setAside: String?)
  /// What could not be saved before was saved after all, and nothing more.
  case wasKept
  /// The page is in the file at this path.
  case pageSaved(path: String)
  /// The page was not saved, and no file was changed.
  case pageNotSaved(PageFileProblem)
  /// It is not done.
  ///
  /// - `isReopening`: the journal could not even be reopened after an earlier failure.
  /// - `leftover`: the session that a failed `begin` may have left on the disk.
  case failed(RecordingProblem, isReopening: Bool = false, leftover: Leftover? = nil)
}

/// A session that was not confirmed to anyone but may still be on the disk.
public struct Leftover: Equatable, Sendable {
  /// Its name.
  public let name: String
  /// The command that erases it.
  public let command: String

  /// Creates a leftover.
  public init(name: String, command: String) {
    self.name = name
    self.command = command
  }
}

/// How a session ended.
public enum SessionEnding: Hashable, Sendable {
  /// The walk reached its end.
  case finished
  /// The person ended it early, with their page.
  case stopped
  /// The person left, and may come back.
  case left
}
