import Foundation
import GuideCheck
import GuideSyntax
import SourceText
import TestSupport
import Testing

/// A fix that is called certain never changes what is said to whom.
struct FixTests {
  /// What a person reads, on what it is based, and who reads it.
  private struct Said: Hashable {
    let words: String
    let claims: [String]
    let readers: [String]
  }

  @Test(arguments: [true, false])
  func `fixing a slip says nothing that neither the author nor the slip said`(isReal: Bool) throws {
    let folder = isReal ? try Folder.real() : try Folder.design()
    let paths = folder.files.keys.filter { $0.hasPrefix("guides/") }.sorted()
    var slips = paths.flatMap { path in Slip.all(in: folder[path], path: path) }
    if ProcessInfo.processInfo.environment["EVERY_SLIP"] != "1" {
      var generator = SeededGenerator(seed: 20_261_129)
      slips = Array(slips.shuffled(using: &generator).prefix(80))
    }
    var fixed = 0
    for slip in slips {
      let path = slip.path
      let broken = slip.applied(to: folder[path])
      guard let after = applyingAll(of: folder, path, broken) else { continue }
      fixed += 1
      // A name can be changed where it is given, or where it is used.
      let isName = ["misspelt declaration", "misspelt step"].contains(slip.kind)
      func said(in text: String) -> Set<Said> { self.said(in: text, path, withReaders: !isName) }
      let meant = said(in: folder[path])
      let now = said(in: after[path])
      #expect(now.subtracting(meant.union(said(in: broken))) == [], "\(slip.testDescription)")
      if !after.checked().diagnostics.contains(where: { $0.severity == .error }) {
        #expect(now == meant, "\(slip.testDescription)")
      }
    }
    #expect(fixed > 10)
  }

  /// The folder after all fixes, one round after another; nil if there are none.
  private func applyingAll(of folder: Folder, _ path: String, _ text: String) -> Folder? {
    var folder = folder
    folder[path] = text
    for round in 0..<4 {
      let source = SourceFile(path: path, text: folder[path])
      let bytes = applying(folder.checked().diagnostics.compactMap(\.fix), to: source)
      if bytes == source.bytes { return round == 0 ? nil : folder }
      folder[path] = String(decoding: bytes, as: UTF8.self)
    }
    return folder
  }

  private func said(in text: String, _ path: String, withReaders: Bool) -> Set<Said> {
    let source = SourceFile(path: path, text: text)
    return Set(
      parse(source).script.texts.map { text in
        Said(
          words: text.words.plain,
          claims: text.words.citations.map(\.text),
          readers: text.readers.map { line in
            (line.isUnless ? "unless " : "") + (withReaders ? source.text(line.span) : "")
          }
        )
      }
    )
  }
}
