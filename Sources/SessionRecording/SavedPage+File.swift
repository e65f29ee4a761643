import Files
import Phrases
public import SessionCore

extension SavedPage {
  /// Saves the page in its file, whole or not at all, for its owner only.
  ///
  /// A file that has the name already is replaced only if the person said so.
  ///
  /// - Returns: Where it is, or why it is not there.
  public func saved() -> RecordingOutcome {
    let parts = expandedPath(name).split(separator: "/", omittingEmptySubsequences: false)
    guard let file = parts.last.map(String.init), !file.isEmpty, !name.contains("\0") else {
      return .pageNotSaved(.badName)
    }
    let above = parts.dropLast().joined(separator: "/")
    let path = parts.count == 1 ? "." : above.isEmpty ? "/" : above
    let folder: DirectoryHandle
    do throws(FileError) {
      folder = try DirectoryHandle(path)
    } catch {
      return .pageNotSaved(error.folderProblem)
    }
    do throws(ReplacementError) {
      if replacesFile {
        try folder.replace(file, with: Array(text.utf8), access: .ownerOnly)
      } else {
        try folder.create(file, with: Array(text.utf8))
      }
    } catch .notLasting {
      return .pageNotSaved(.notLasting)
    } catch {
      return .pageNotSaved(error.reason.fileProblem)
    }
    let place = resolvedPath(path) ?? path
    return .pageSaved(path: place == "/" ? "/\(file)" : "\(place)/\(file)")
  }
}

extension FileError {
  /// What it means for the folder of a page.
  fileprivate var folderProblem: PageFileProblem {
    switch self {
    case .link, .missing, .otherKind: .noFolder
    case .exists, .locked, .noSpace, .nameTooLong, .notPermitted, .readOnly, .system, .tooLarge:
      fileProblem
    }
  }

  /// What it means for the file of a page.
  fileprivate var fileProblem: PageFileProblem {
    switch self {
    case .exists: .exists
    case .link, .missing, .nameTooLong, .otherKind: .badName
    case .noSpace, .tooLarge: .diskFull
    case .notPermitted: .notPermitted
    case .readOnly: .readOnly
    case .locked, .system: .disk
    }
  }
}
