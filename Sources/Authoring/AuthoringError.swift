public import ContentFolder
public import SourceText

/// Why an author's command could not do its work.
///
/// Each case gives the cause as data; the caller chooses the message and the exit code.
public enum AuthoringError: Error, Equatable, Sendable {
  /// A file or a folder could not be found, read, or written.
  case content(ContentError)
  /// The content has errors, and this needs content without errors.
  case contentHasErrors
  /// No guide has this name; `similar` lists names that are close.
  case noGuide(name: String, similar: [String])
  /// No diagnostic has this name; `similar` lists names that are close.
  case noDiagnostic(name: String, similar: [String])
  /// Two of the named files belong in the same place; this is the one that was not used.
  case samePlace(path: String)
  /// A folder was named together with other files or folders.
  case folderAmongFiles(path: String)
  /// A folder could not be created.
  case folderNotCreated(path: String)

  // MARK: versions

  /// Neither version has a guide with this name; `similar` lists names that are close.
  case noGuideInEitherVersion(name: String, similar: [String])
  /// A version has no house file that can be read.
  case noHouse(version: String)
  /// A version has errors, so it cannot be compared.
  case versionHasErrors(version: String, errors: [Diagnostic])
  /// The name could only be a revision, but git is not installed.
  case noGit(revision: String)
  /// The name could only be a revision, but the folder is not in a git repository.
  case noRepository(revision: String, folder: String)
  /// Git does not know this revision.
  case noRevision(String)
  /// At this revision, the folder had no content.
  case noContentYet(revision: String, folder: String)

  // MARK: signing

  /// The day is in the future.
  case dayIsInTheFuture(Day)
  /// The date of a signature is before the day on which its guide was reviewed, as its header says.
  case dayIsBeforeReview(Day, reviewed: Day)
  /// The house file cannot be signed.
  case houseIsNotSigned
  /// The file of signatures has errors, so nothing can be added to it.
  case signaturesHaveErrors(path: String)

  // MARK: new guides

  /// The text for a part of a new guide does not fit there.
  case unfit(GuideInterview.Part, problem: String)
  /// The file was not written because it already exists.
  case fileExists(path: String)
  /// The file could not be created.
  case fileNotCreated(path: String)
  /// The guide was written, but has these problems.
  case writtenWithProblems(path: String, problems: [Diagnostic])
}
