import Foundation

/// A folder in memory on which the files of one state after the other are put.
final class Shelf {
  let path: String
  /// Whether somebody wrote in it.
  var isTouched = true
  private var files: [String: Data] = [:]
  private var folders: [String] = []

  init(_ path: String) { self.path = path }

  /// Where files cost least.
  static var place: String {
    let memory = "/dev/shm"
    return FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
  }

  /// Makes these files, and no others, stand there.
  func put(_ remains: Disk.Remains) {
    if isTouched || remains.folders != folders {
      remove()
      for folder in [""] + remains.folders {
        try? FileManager.default.createDirectory(
          atPath: "\(path)/\(folder)",
          withIntermediateDirectories: true
        )
      }
      files = [:]
      folders = remains.folders
      isTouched = false
    }
    // Opening a journal to read it creates these again.
    for name in ["data/journal.sqlite-wal", "data/journal.sqlite-shm"] {
      files[name] = nil
      if remains.files[name] == nil {
        try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
      }
    }
    for name in files.keys where remains.files[name] == nil {
      try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
    for (name, bytes) in remains.files where files[name] != bytes {
      try? bytes.write(to: URL(filePath: "\(path)/\(name)"))
    }
    files = remains.files
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
