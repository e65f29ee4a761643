import Glibc

/// Why something could not be done with a file or a folder.
///
/// There is a case for each thing that callers treat differently. `code` is the system's number for any
/// of them, so nothing is lost on the way to a message.
public enum FileError: Error, Hashable, Sendable {
  /// Nothing has this name, or what was given is not a single name.
  case missing
  /// There is a symbolic link instead, and links are not followed there.
  case link
  /// There is a folder, a pipe, or a device instead of a file, or something else instead of a folder.
  case otherKind(code: Int32)
  /// Something has this name already.
  case exists
  /// The file holds more bytes than the caller allows.
  case tooLarge
  /// The name, or the path, is longer than the system allows.
  case nameTooLong
  /// The disk, or the user's share of it, is full.
  case noSpace(code: Int32)
  /// The disk cannot be written to.
  case readOnly
  /// This user is not allowed to do it.
  case notPermitted(code: Int32)
  /// Another handle holds the lock, in this process or another.
  case locked
  /// Anything else, with the system's `errno`.
  case system(code: Int32)

  /// The error for the system's `errno`.
  init(code: Int32) {
    switch code {
    case ENOENT: self = .missing
    case ELOOP: self = .link
    case EEXIST: self = .exists
    case ENOTDIR, EISDIR, ENXIO: self = .otherKind(code: code)
    case EFBIG: self = .tooLarge
    case ENAMETOOLONG: self = .nameTooLong
    case ENOSPC, EDQUOT: self = .noSpace(code: code)
    case EROFS: self = .readOnly
    case EACCES, EPERM: self = .notPermitted(code: code)
    default: self = .system(code: code)
    }
  }

  /// The error the last call left in `errno`.
  static func last() -> FileError { FileError(code: errno) }

  /// The system's `errno` for it, which `systemMessage` puts in words.
  public var code: Int32 {
    switch self {
    case .missing: ENOENT
    case .link: ELOOP
    case .exists: EEXIST
    case .tooLarge: EFBIG
    case .nameTooLong: ENAMETOOLONG
    case .readOnly: EROFS
    case .locked: EWOULDBLOCK
    case .otherKind(let code), .noSpace(let code), .notPermitted(let code), .system(let code): code
    }
  }
}

/// Returns the system's words for an `errno`, such as "No space left on device".
public func systemMessage(_ code: Int32) -> String {
  unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
}
