import ContentFolder
import Files
import FoundationEssentials
import SourceText

// Access to the disk, with the errors of this module.

/// Reads a file that a person named.
func source(at path: String) throws(AuthoringError) -> SourceFile {
  do {
    return try readFile(at: path)
  } catch {
    throw .content(error)
  }
}

/// Reads everything in a content folder.
func everything(in folder: Folder) throws(AuthoringError) -> ContentText {
  do {
    return try folder.read(.everything)
  } catch {
    throw .content(error)
  }
}

/// Replaces or creates a file with this text.
func write(_ text: String, to path: String) throws(AuthoringError) {
  try write(Array(text.utf8), to: path)
}

/// Replaces or creates a file with these bytes.
func write(_ bytes: [UInt8], to path: String) throws(AuthoringError) {
  do {
    try ContentFolder.replaceFile(at: path, with: bytes)
  } catch {
    throw .content(error)
  }
}

/// Creates a file; never overwrites one.
func create(_ path: String, _ text: String) throws(AuthoringError) {
  let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  do {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
  } catch {
    throw exists(path) ? .fileExists(path: path) : .fileNotCreated(path: path)
  }
}

/// Creates a folder, and any missing folders above it.
func makeFolder(at path: String) throws(AuthoringError) {
  do {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  } catch {
    throw .folderNotCreated(path: path)
  }
}

/// Whether something exists at a path.
func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

/// The names of everything in an existing folder.
func names(in folder: String) throws(AuthoringError) -> [String] {
  do throws(FileError) {
    return try DirectoryHandle(folder).names()
  } catch {
    throw .content(.unreadable(path: folder, code: error.code))
  }
}

/// The size and the time of a file, which show whether it has changed.
struct FileStamp: Equatable {
  private let size: UInt64
  private let changed: Date

  /// The stamps of files, and of everything in folders, by path.
  static func stamps(of paths: [String], inside folders: [String]) -> [String: FileStamp] {
    let files = FileManager.default
    let inside = folders.flatMap { folder in
      ((try? files.subpathsOfDirectory(atPath: folder)) ?? []).map { "\(folder)/\($0)" }
    }
    var stamps: [String: FileStamp] = [:]
    for path in inside + paths {
      guard let attributes = try? files.attributesOfItem(atPath: path) else { continue }
      stamps[path] = FileStamp(
        size: attributes[.size] as? UInt64 ?? 0,
        changed: attributes[.modificationDate] as? Date ?? .distantPast
      )
    }
    return stamps
  }
}
