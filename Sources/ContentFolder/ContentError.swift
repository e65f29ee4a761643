import Files

/// Why no content could be had at all.
public enum ContentError: Error, Equatable, Sendable {
  /// Nobody named a folder, and there is none in any of these places.
  case noFolder(looked: [String])

  /// The folder or file that was named is not there.
  case missing(path: String)

  /// What was named as a folder is something else.
  case notAFolder(path: String)

  /// What was named as a file is a folder, a device or a pipe.
  case notAFile(path: String)

  /// The file is larger than a file may be.
  case tooLarge(path: String)

  /// The system does not let it be read; `code` is its `errno`.
  case unreadable(path: String, code: Int32)

  /// A new file could not be made beside the old one; `code` is the system's `errno`.
  case notCreated(path: String, code: Int32)

  /// The file could not be written, and is as it was; `code` is the system's `errno`.
  case notWritten(path: String, code: Int32)

  /// The folder holds no `house.guide`, so it is no content folder.
  case noHouse(path: String)
}

extension ContentError {
  /// Why what a person named could not be read.
  ///
  /// - Parameters:
  ///   - error: What the disk said.
  ///   - path: What was named.
  ///   - otherKind: What to say if something else is there.
  init(_ error: FileError, at path: String, otherKind: ContentError) {
    switch error {
    case .missing: self = .missing(path: path)
    case .tooLarge: self = .tooLarge(path: path)
    case .link, .otherKind: self = otherKind
    default: self = .unreadable(path: path, code: error.code)
    }
  }
}
