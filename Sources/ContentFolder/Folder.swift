import Files
import SourceText

/// A content folder on the disk.
public struct Folder: Hashable, Sendable {
  /// Its path, as shown to people.
  public let path: String

  /// Creates the folder at `path`, which does not have to exist.
  public init(path: String) {
    // "Content/" and "Content" are the same folder, and messages name its files in the same way.
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Finds the folder to use: the one that is named, or otherwise the first that exists.
  ///
  /// If a folder was named, no other folder is ever used in its place.
  ///
  /// - Parameters:
  ///   - named: The value of `--content`, if it was given.
  ///   - environment: The environment variables of the process, for `BEFOREHAND_CONTENT`.
  ///   - program: The folder of the program, if it is known.
  /// - Returns: A folder that exists.
  /// - Throws: The path that is missing, or the places that were searched.
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

/// Whether there is a folder at `path` that can be read.
public func isFolder(_ path: String) -> Bool {
  (try? DirectoryHandle(path)) != nil
}

/// The folder of this program, if the system knows it.
public func programFolder() -> String? {
  guard let program = resolvedPath("/proc/self/exe") else { return nil }
  return program.lastIndex(of: "/").map { String(program[..<$0]) }
}
