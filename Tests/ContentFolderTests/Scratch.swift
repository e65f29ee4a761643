import ContentFolder
import Foundation
import SourceText

/// A folder of its own for one test, gone with the value.
final class Scratch {
  let path: String

  var folder: Folder { Folder(path: path) }

  /// A folder of these files.
  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "beforehand-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Small content of every kind of file.
  static func small() throws -> Scratch {
    try Scratch([
      "house.guide": "title: House\nkind: house\n",
      "guides/one.guide": "title: One\nkind: education\n",
      "guides/two.guide": "title: Two\nkind: education\n",
      "evidence/claims.guide": "title: Claims\nkind: evidence\n",
      "evidence/sources.json": "[]",
      "glossary.guide": "title: Words\nkind: glossary\n",
      "places/us.guide": "title: United States\nkind: place\n",
      "places/nz.guide": "title: New Zealand\nkind: place\n",
    ])
  }

  func write(_ text: String, to name: String) throws {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file)
  }

  /// Reads the folder while it is there.
  func read(_ extent: Folder.Extent) throws(ContentError) -> ContentText {
    try folder.read(extent)
  }

  /// Creates a file of zeros, which take no room on the disk.
  func writeZeros(_ count: UInt64, to name: String) throws {
    try write("", to: name)
    let file = try FileHandle(forWritingTo: URL(filePath: path).appending(path: name))
    try file.truncate(atOffset: count)
    try file.close()
  }

  func makePipe(_ name: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/mkfifo")
    process.arguments = ["\(path)/\(name)"]
    try process.run()
    process.waitUntilExit()
  }

  func makeFolderAndLink(_ name: String, to target: String) throws {
    let folder = URL(filePath: "\(path)/\(name)").deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try link(name, to: target)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)",
      withDestinationPath: target
    )
  }
}

extension Sequence<Diagnostic> {
  /// What was found, as `path id`, the path from the folder.
  func found(in scratch: Scratch) -> [String] {
    map { diagnostic in
      let path = diagnostic.labels.first?.source.path ?? ""
      return "\(path.dropFirst(scratch.path.count + 1)) \(diagnostic.id)"
    }
  }
}
