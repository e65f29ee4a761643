import Files

/// Why no content could be read at all.
public enum ContentError: Error, Equatable, Sendable {
  /// No folder was named, and there is none in any of these places.
  case noFolder(looked: [String])

  /// The folder or file that was named does not exist.
  case missing(path: String)

  /// The path that was named as a folder is something else.
  case notAFolder(path: String)

  /// The path that was named as a file is a folder, a device, or a pipe.
  case notAFile(path: String)

  /// The file is larger than the limit.
  case tooLarge(path: String)

  /// The system could not read it; `code` is its `errno`.
  case unreadable(path: String, code: Int32)

  /// A new file could not be created next to the old one; `code` is the system's `errno`.
  case notCreated(path: String, code: Int32)

  /// The file could not be written, and is unchanged; `code` is the system's `errno`.
  case notWritten(path: String, code: Int32)

  /// The folder has no `house.guide`, so it is not a content folder.
  case noHouse(path: String)
}

extension ContentError {
  /// Creates the error for something that a person named and that could not be read.
  ///
  /// - Parameters:
  ///   - error: The error from the disk.
  ///   - path: The path that was named.
  ///   - otherKind: The error if something else is there.
  init(_ error: FileError, at path: String, otherKind: ContentError) {
    switch error {
    case .missing: self = .missing(path: path)
    case .tooLarge: self = .tooLarge(path: path)
    case .link, .otherKind: self = otherKind
    default: self = .unreadable(path: path, code: error.code)
    }
  }
}
