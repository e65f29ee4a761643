import Foundation
import SourceText
import Testing

import struct TestSupport.Golden
import enum TestSupport.Repository

@testable import ContentFolder

struct DiagnosticGoldenTests {
  @Test func `every diagnostic has a golden, and every golden a diagnostic`() throws {
    let factories = try factories()
    #expect(factories.count > 10)
    #expect(factories.sorted() == (try Golden.names(in: "FolderDiagnostics")))
  }

  @Test(arguments: try Golden.names(in: "FolderDiagnostics"))
  func `says what its golden says`(id: String) throws {
    let golden = try Golden(id, in: "FolderDiagnostics")
    let scratch = try Scratch(["Content/house.guide": "title: House\nkind: house\n"])
    let diagnostics = try diagnostics(of: golden, id, in: scratch)
    #expect(diagnostics.map(\.id) == [id])
    let text = diagnostics.map { DiagnosticRenderer().text(of: $0, color: false) }
      .joined(separator: "\n\n").replacing(scratch.path + "/", with: "")
    let found = golden.sections.dropLast() + [("message", text)]
    if let difference = try golden.difference(from: Array(found)) { Issue.record("\(difference)") }
  }

  private func diagnostics(
    of golden: Golden,
    _ id: String,
    in scratch: Scratch
  ) throws -> [Diagnostic] {
    let empty = SourceFile(path: "Content/guides/one.guide", bytes: [])
    switch id {
    // What no test can bring about wherever it runs, or not in a second.
    case "folder-too-large": return [.folderTooLarge(empty, Limits())]
    case "unreadable-file": return [.unreadableFile(empty, code: EACCES)]
    default: break
    }
    for section in golden.sections.dropLast() {
      let words = section.name.split(separator: " ", maxSplits: 1).map(String.init)
      switch words[0] {
      case "link": try scratch.makeFolderAndLink("Content/\(words[1])", to: section.text)
      case "zeros":
        try scratch.writeZeros(UInt64(section.text) ?? 0, to: "Content/\(words[1])")
      case "many":
        for number in 0..<(Int(section.text) ?? 0) {
          try scratch.write("", to: "Content/\(words[1])/g\(number).guide")
        }
      default: try scratch.write(section.text, to: "Content/\(section.name)")
      }
    }
    let text = try Folder(path: "\(scratch.path)/Content").read(.everything)
    return ParsedContent(text, reservedNames: [])?.diagnostics ?? text.diagnostics
  }

  /// The ids of the diagnostics that the sources can make.
  private func factories() throws -> Set<String> {
    var identifiers: Set<String> = []
    let folder = Repository.root.appending(path: "Sources/ContentFolder").resolvingSymlinksInPath()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasPrefix("Diagnostic+") {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for match in text.matches(of: /static func (\w+)\([^{]*?\) -> Diagnostic\s*\{/) {
        identifiers.insert(Diagnostic(String(match.1), title: "", labels: []).id)
      }
    }
    return identifiers
  }
}
