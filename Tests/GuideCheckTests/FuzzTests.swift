import Foundation
import GuideCheck
import GuideRules
import GuideSyntax
import SourceText
import TestSupport
import Testing

/// Nothing that anybody types may crash, hang, or point outside the file.
struct FuzzTests {
  @Test(.timeLimit(.minutes(15)), arguments: try scripts())
  func `deleting any one line or word, or any byte, is survived`(script: TestScript) {
    for cut in script.cuts() { examine(script.bytes(without: cut), path: script.path) }
  }

  @Test(.timeLimit(.minutes(1)))
  func `random bytes are survived`() {
    var generator = SeededGenerator(seed: 7)
    for length in [0, 1, 2, 3, 10, 100, 1000, 4000] {
      for _ in 0..<20 {
        examine((0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) })
        let marks = Array("#?:()[]{}@*-=>\\ \n\t\"abx01".utf8)
        examine((0..<length).map { _ in marks.randomElement(using: &generator) ?? 0 })
      }
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: large)
  func `what is large or deep is survived`(body: String) {
    examine(Array(("title: A visit\nkind: form\n\n# start: Welcome\n" + body).utf8))
    examine(Array(body.utf8))
    examine(Array(("title: Claims\nkind: evidence\n\n" + body).utf8), path: "evidence/more.guide")
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
      [0xF0, 0x9F],
      [0x80], [0xEF, 0xBB, 0xBF], [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF], [0xEF, 0xBB], [0x0D],
      [0x0D, 0x0A],
      [0xE2, 0x80, 0xAE], [0xC2, 0x85],
    ] as [[UInt8]]
  )
  func `bytes that are not letters do no harm anywhere`(bytes: [UInt8]) {
    let good = plainFolder.files["guides/visit.guide"] ?? []
    for offset in good.indices {
      examine(Array(good[..<offset]) + bytes + Array(good[offset...]))
    }
  }

  /// Parses and checks a file, and looks at everything that is said of it.
  private func examine(_ bytes: [UInt8], path: String = "guides/visit.guide") {
    let source = SourceFile(path: path, bytes: bytes)
    let (script, found) = parse(source)
    var content = Content(house: FuzzTests.house, reservedNames: [])
    if path.hasPrefix("guides/") {
      content.guides = [Content.Entry(name: "visit", script: script)]
    } else {
      content.evidence = [script]
    }
    let result = check(content, after: found)
    #expect(found.count <= Script.mostDiagnostics)
    #expect(found.isEmpty || result.library == nil)
    for diagnostic in result.diagnostics {
      #expect(!diagnostic.labels.isEmpty)
      for label in diagnostic.labels where label.source == source {
        #expect(0...bytes.count ~= label.span.start && label.span.end <= bytes.count)
      }
      for edit in diagnostic.fix?.edits ?? [] where edit.source == source {
        #expect(0...bytes.count ~= edit.span.start && edit.span.end <= bytes.count)
      }
    }
    if let first = result.diagnostics.first { #expect(!first.text.isEmpty) }
  }

  private static let house = parse(
    SourceFile(path: "house.guide", bytes: plainFolder.files["house.guide"] ?? [])
  ).script
}

/// A script to cut pieces out of.
struct TestScript: Sendable, CustomTestStringConvertible {
  let path: String
  let bytes: [UInt8]
  let testDescription: String

  /// Returns every line and word, and every byte, or as many as a short run takes.
  func cuts() -> [Range<Int>] {
    let lines = pieces { $0 == UInt8(ascii: "\n") }
    let words = pieces { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    let single = bytes.indices.map { $0..<$0 + 1 }
    if ProcessInfo.processInfo.environment["EVERY_CUT"] == "1" { return lines + words + single }
    var generator = SeededGenerator(seed: UInt64(bytes.count))
    return [lines, words, single].flatMap { $0.shuffled(using: &generator).prefix(12) }
  }

  func bytes(without cut: Range<Int>) -> [UInt8] {
    Array(bytes[..<cut.lowerBound]) + Array(bytes[cut.upperBound...])
  }

  private func pieces(_ isEnd: (UInt8) -> Bool) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    for offset in bytes.indices where isEnd(bytes[offset]) {
      pieces.append(start..<offset + 1)
      start = offset + 1
    }
    return pieces
  }
}

/// Returns the real files, the design's, and every file of a golden.
private func scripts() throws -> [TestScript] {
  var scripts: [TestScript] = []
  for (name, folder) in [("Content", try Folder.real()), ("Design", try Folder.design())] {
    for (path, bytes) in folder.files.sorted(by: { $0.key < $1.key }) {
      let kind = path.hasPrefix("guides/") || path == "house.guide" ? "guides/visit.guide" : path
      scripts.append(TestScript(path: kind, bytes: bytes, testDescription: "\(name)/\(path)"))
    }
  }
  for name in try Golden.names(in: "Diagnostics") {
    for (path, bytes) in try DiagnosticGolden(name).broken.files.sorted(by: { $0.key < $1.key })
    where bytes != plainFolder.files[path] && bytes.count < 100_000 {
      scripts.append(TestScript(path: path, bytes: bytes, testDescription: name))
    }
  }
  return scripts
}

/// Bodies that are large or deep.
private let large: [String] = {
  var bodies: [String] = [String(repeating: "x", count: 1_000_000)]
  for part in ["(", "[", "{", "**a ", "[@", "#", "\u{200B}", "\u{0301}", "\u{0}", "\t"] {
    bodies.append(String(repeating: part, count: 10_000))
  }
  bodies.append("let x = " + String(repeating: "(", count: 10_000))
  bodies.append("let x = " + String(repeating: "1 + ", count: 10_000) + "1")
  bodies.append("let x = " + String(repeating: "1 + ", count: 900) + "1")
  let or = String(repeating: "q is a or ", count: 300)
  bodies.append("? q: Q\n  ( ) a: A\n\nwhen " + or + "q is a:\n  x")
  for line in ["when a is b:\n", "? a: B\n", "( ) a: A\n", " prose\n", "( ) a: A\n "] {
    bodies.append((0..<500).map { String(repeating: "  ", count: $0) + line }.joined())
  }
  bodies.append(String(repeating: "- item\n", count: 20_000))
  bodies.append(String(repeating: "prose\n", count: 100_000))
  bodies.append(String(repeating: "? q: Q\n\n\n", count: 5_000))
  let question = "? q: Q\n  [number 0 to 9]\nlet x0 = q\n"
  bodies.append(question + (1..<5_000).map { "let x\($0) = x\($0 - 1) + 1\n" }.joined())
  bodies.append(question + (1..<5_000).map { "let x\($0) = x\($0 + 1) + 1\n" }.joined())
  return bodies
}()
