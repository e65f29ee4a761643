public import ContentFolder
public import SourceText

/// Why something that an author asked for could not be done.
///
/// A case says the cause as data; which words and which exit code tell it is for the caller to choose.
public enum AuthoringError: Error, Equatable, Sendable {
  /// A file or a folder could not be found, read or written.
  case content(ContentError)
  /// The content has errors, and this needs content without any.
  case contentHasErrors
  /// No guide has this name; some that do have similar ones.
  case noGuide(name: String, similar: [String])
  /// No guide has the name of what was to be previewed: a name or a file, as it was typed.
  case noGuideToPreview(typed: String, similar: [String])
  /// No diagnostic has this name; some that do have similar ones.
  case noDiagnostic(name: String, similar: [String])
  /// Of two files that were named, both belong in the same place; this is the one that lost it.
  case samePlace(path: String)
  /// A folder was named together with other files or folders.
  case folderAmongFiles(path: String)
  /// A folder that is needed could not be made.
  case folderNotMade(path: String)

  // MARK: versions

  /// Neither version has a guide of this name; some that they have have similar ones.
  case noGuideInEitherVersion(name: String, similar: [String])
  /// A version has no house that can be read.
  case noHouse(version: String)
  /// A version has errors, so nothing can be compared with it.
  case versionHasErrors(version: String, errors: [Diagnostic])
  /// What was named could only be a revision, and there is no git to ask for it.
  case noGit(revision: String)
  /// What was named could only be a revision, and the folder lies in no repository of git.
  case noRepository(revision: String, folder: String)
  /// Git knows no such revision.
  case noRevision(String)
  /// At this revision the folder held no content.
  case noContentYet(revision: String, folder: String)

  // MARK: signing

  /// The day is still to come.
  case dayIsToCome(Day)
  /// The house was to be signed.
  case houseIsNotSigned
  /// The file of signatures has errors, so nothing can be added to it.
  case signaturesHaveErrors(path: String)

  // MARK: new guides

  /// What a part of a new guide was to be does not fit there.
  case unfit(GuideInterview.Part, problem: String)
  /// The file was not written because there is one already.
  case fileExists(path: String)
  /// The file could not be made.
  case fileNotMade(path: String)
  /// The guide was written, and has these faults.
  case writtenWithFaults(path: String, faults: [Diagnostic])
}
