import Files
import SourceText

/// A place on the disk where content lies.
public struct Folder: Hashable, Sendable {
  /// The way to it, as people are to read it.
  public let path: String

  /// The folder at `path`, which need not be there.
  public init(path: String) {
    // "Content/" and "Content" are one folder, and messages name its files the same.
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Finds the folder to use: the one asked for, or else the first there is.
  ///
  /// A folder that somebody named is used or missed, never passed over for another.
  ///
  /// - Parameters:
  ///   - named: What `--content` says, if it was given.
  ///   - environment: The variables of the process; `BEFOREHAND_CONTENT` counts.
  ///   - program: The folder the program lies in, if it is known.
  /// - Returns: A folder that is there.
  /// - Throws: What is missing, or where was looked.
  public static func found(
    named: String?,
    environment: [String: String],
    program: String? = programFolder()
  ) throws(ContentError) -> Folder {
    let variable = environment["BEFOREHAND_CONTENT"].flatMap { $0.isEmpty ? nil : $0 }
    if let path = named ?? variable {
      let folder = Folder(path: path)
      _ = try folder.opened()
      return folder
    }
    let places = ["Content"] + (program.map { ["\($0)/../share/beforehand/Content"] } ?? [])
    for place in places where isFolder(place) { return Folder(path: place) }
    throw .noFolder(looked: places)
  }

  func opened() throws(ContentError) -> DirectoryHandle {
    do {
      return try DirectoryHandle(path)
    } catch {
      throw ContentError(error, at: path, otherKind: .notAFolder(path: path))
    }
  }
}

/// Whether a folder is at `path` and can be read.
public func isFolder(_ path: String) -> Bool {
  (try? DirectoryHandle(path)) != nil
}

/// The folder this program lies in, if the system tells.
public func programFolder() -> String? {
  guard let program = resolvedPath("/proc/self/exe") else { return nil }
  return program.lastIndex(of: "/").map { String(program[..<$0]) }
}
