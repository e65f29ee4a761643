import Files

/// Replaces the file at `path` with `bytes`, whole or not at all.
///
/// The new file has the mode of the old one. A link stays a link: the file it leads to is replaced.
public func replaceFile(at path: String, with bytes: [UInt8]) throws(ContentError) {
  do {
    try Files.replaceFile(at: path, with: bytes)
  } catch {
    switch error {
    case .notCreated(let reason): throw .notCreated(path: path, code: reason.code)
    case .notWritten(let reason): throw .notWritten(path: path, code: reason.code)
    // The file is in place. Some disks cannot sync a folder, but an edit can be made again.
    case .notLasting: break
    }
  }
}
