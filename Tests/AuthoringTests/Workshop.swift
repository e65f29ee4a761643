import Authoring
import ContentFolder
import Foundation
import SourceText
import TestSupport

/// A content folder that a test may change, gone with the value.
final class Workshop {
  /// The folder that the content folder lies in.
  let root: String

  /// A workshop with these files.
  init(_ folder: TestSupport.Folder = plainFolder) throws {
    root = FileManager.default.temporaryDirectory.appending(path: "workshop-\(UUID())").path
    try folder.write(to: URL(filePath: content))
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// A workshop with one more guide, which has every kind of turn.
  static func withSmallGuide(_ example: String = "") throws -> Workshop {
    var folder = plainFolder
    folder["house.guide"] += "\n  => small\n"
    folder["guides/small.guide"] = SmallGuide.text + example
    return try Workshop(folder)
  }

  /// A workshop with a copy of the repository's content, without its transcripts.
  static func real() throws -> Workshop {
    let workshop = try Workshop()
    try FileManager.default.removeItem(atPath: workshop.content)
    let content = Repository.root.appending(path: "Content").resolvingSymlinksInPath()
    try FileManager.default.copyItem(atPath: content.path, toPath: workshop.content)
    try FileManager.default.removeItem(atPath: workshop.file("transcripts"))
    return workshop
  }

  /// The day of the tests.
  static let today = Day("2026-11-21") ?? Day(daysSinceEpoch: 0)

  /// The content folder.
  var content: String { "\(root)/Content" }

  var location: ContentLocation { ContentLocation(named: content, reservedNames: ["export"]) }

  /// The path of a file of the content folder.
  func file(_ name: String) -> String { "\(content)/\(name)" }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: file(name))), as: UTF8.self)
  }

  func write(_ text: String, to name: String) throws {
    let url = URL(filePath: file(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }

  /// Replaces `old` by `new` in a file, the first time it occurs.
  func change(_ old: String, to new: String, in name: String) throws {
    let text = try text(of: name)
    guard let place = text.range(of: old) else { throw CocoaError(.fileReadUnknown) }
    try write(text.replacingCharacters(in: place, with: new), to: name)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: file(name)) }

  /// The sorted names of everything in a folder of the content folder; empty if it does not exist.
  func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: file(folder))) ?? []).sorted()
  }
}
