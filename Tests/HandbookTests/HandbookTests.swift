import ContentFolder
import Foundation
import GuideCheck
import GuideEngine
import GuideProof
import GuideRules
import GuideSyntax
import SessionCore
import SourceText
import TestSupport
import Testing

/// Everything the handbook shows is so.
struct HandbookTests {
  static let guides = (try? Handbook().guides) ?? []

  private let handbook: Handbook

  init() throws { handbook = try Handbook() }

  @Test func `there are examples, good and bad`() {
    #expect(handbook.guides.count > 40)
    #expect(handbook.guides.count { $0.problem != nil } >= 10)
  }

  @Test(arguments: guides)
  func `an example has only the problem that it names, if any`(_ example: Handbook.Example) throws {
    let found = try found(in: example).diagnostics
    let expected = example.problem.map { [$0] } ?? []
    #expect(found.map(\.id) == expected, "\(found.map(\.text).joined(separator: "\n\n"))")
  }

  @Test(arguments: guides)
  func `an example that is a walk is walked`(_ example: Handbook.Example) throws {
    guard let library = try found(in: example).library else { return }
    for (index, guide) in library.guides.enumerated() {
      for test in guide.examples { #expect(library.problems(with: test, in: GuideID(index)) == []) }
    }
  }

  @Test(arguments: guides.filter { $0.path != nil })
  func `a file is spaced as the formatter would`(_ example: Handbook.Example) throws {
    let source = SourceFile(path: example.path ?? "", bytes: Array(example.text.utf8))
    #expect(formatted(source) == example.text)
  }

  @Test func `messages and talks are those of the program`() throws {
    var lines = handbook.lines
    // From the end, so that what is put in moves nothing that is still to come.
    for (index, example) in handbook.examples.enumerated().reversed() {
      let above = handbook.examples[..<index].last { $0.kind == "guide" }
      let text: String
      switch example.kind {
      case "message":
        let faulty = try #require(above)
        text = try found(in: faulty).diagnostics.map(\.text).joined(separator: "\n\n")
      case "transcript": text = try held(example.text)
      default: continue
      }
      lines.replaceSubrange(
        example.lines,
        with: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      )
    }
    guard lines != handbook.lines else { return }
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try Data(lines.joined(separator: "\n").utf8).write(to: Handbook.file)
    }
    let difference = TranscriptDifference(expected: handbook.lines, actual: lines).lines
    Issue.record("the handbook differs:\n\(difference.joined(separator: "\n"))")
  }

  @Test func `the first guide can be put into the folder there is`() throws {
    let real = ContentFolder.Folder(path: Repository.root.appending(path: "Content").path)
    var text = try real.read(.everything)
    let paths = ["guides/sleep-clinic.guide", "evidence/sleep.guide"]
    for path in paths {
      let file = try #require(handbook.folder().files.first { $0.name == path })
      text.put(SourceFile(path: path, bytes: file.source.bytes))
    }
    let parsed = try #require(ParsedContent(text, reservedNames: []))
    var content = parsed.content()
    // Another file of the handbook says what the leaflet is.
    content.sources = nil
    let result = check(content, after: parsed.diagnostics)
    let library = try #require(result.library, "\(result.text)")
    let guide = try #require(library.guide(named: "sleep-clinic"))
    let proof = try #require(prove(library).proofs.first { $0.guide == guide })
    #expect(proof.broken.map(\.promise.words) == [])
  }

  /// What is found in an example, in the handbook's own content folder.
  private func found(
    in example: Handbook.Example
  ) throws -> (library: Library?, diagnostics: [Diagnostic]) {
    let folder = handbook.folder(with: example)
    let parsed = try #require(ParsedContent(folder, reservedNames: []))
    let result = check(parsed.content(today: Day("2026-11-21")), after: parsed.diagnostics)
    let proved = result.library.map { prove($0).diagnostics } ?? []
    return (result.library, result.diagnostics + proved)
  }

  /// A conversation as the program holds it.
  private func held(_ text: String) throws -> String {
    let transcript = try Transcript.read(text).get()
    let parsed = try #require(ParsedContent(handbook.folder(), reservedNames: []))
    let library = try #require(check(parsed.content(), after: parsed.diagnostics).library)
    return transcript.text(with: try #require(transcript.held(over: library)))
      .trimmingCharacters(in: .newlines)
  }
}
