import Foundation
import GuideCheck
import GuideEngine
import Phrases
import TestSupport
import Testing

@testable import SessionCore

/// The table of what people type, and what it becomes: `Typed/typed-lines.txt`.
struct TypedLinesTests {
  /// One part of the table: a question, and the lines people type at it.
  struct Part: CustomTestStringConvertible, Sendable {
    let title: String
    var question: [String] = []
    var lines: [(number: Int, typed: String, becomes: String)] = []
    var testDescription: String { title }
  }

  static let parts: [Part] = {
    let file = Repository.root.appending(path: "Tests/SessionCoreTests/Typed/typed-lines.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var parts: [Part] = []
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("== ") {
        parts.append(Part(title: String(line.dropFirst(3))))
      } else if parts.isEmpty || line.isEmpty {
        continue
      } else if let arrow = line.range(of: " => ") {
        let typed = String(line[..<arrow.lowerBound])
        let becomes = String(line[arrow.upperBound...])
        parts[parts.count - 1].lines.append((place + 1, typed, becomes))
      } else {
        parts[parts.count - 1].question.append(String(line))
      }
    }
    return parts
  }()

  @Test func `the table is long, and no line is in it twice`() {
    let all = Self.parts.flatMap { part in part.lines.map { "\(part.title): \($0.typed)" } }
    #expect(all.count >= 500)
    #expect(Set(all).count == all.count)
  }

  @Test(arguments: parts)
  func `a typed line becomes what the table says`(_ part: Part) throws {
    let (library, prompt) = try #require(try standing(part))
    let understanding = Understanding(
      library: library,
      phrases: library.phrases,
      vocabulary: Vocabulary(library)
    )
    for line in part.lines {
      let became = words(understanding.understand(line.typed, prompt), line.typed, library)
      let isRight =
        line.becomes.hasPrefix("again: ")
        ? became.hasPrefix(line.becomes) : became == line.becomes
      #expect(isRight, "line \(line.number): \(line.typed) => \(became), and not \(line.becomes)")
    }
  }

  /// A library with the question of a part, and the prompt with it.
  private func standing(_ part: Part) throws -> (Library, Effect)? {
    if part.question == ["pause"] { return (try library("# one: One\nWords."), .pause) }
    var script = "# one: One\n" + part.question.joined(separator: "\n")
    if part.question.first == "menu" {
      let titles = part.question.dropFirst().map { $0.drop { $0 == " " } }
      let topics = titles.enumerated().map { "## topic-\($0): \($1)\nWords." }
      script = "# one: One\nmenu\n\n" + topics.joined(separator: "\n\n")
    }
    let library = try library(script)
    var state = State(of: library)
    let guide = try #require(library.guide(named: "form"))
    return library.advance(&state, .began(guide)).last.map { (library, $0) }
  }

  private func library(_ script: String) throws -> Library {
    let place = try String(
      contentsOf: Repository.root.appending(path: "Content/places/us.guide"),
      encoding: .utf8
    )
    let cited = place.split(separator: "\n").filter { $0.hasPrefix("  source: ") }
      .flatMap { $0.dropFirst(10).split(separator: ", ").map(String.init) }
    let sources = Set(cited).sorted().map {
      Source(name: $0, title: $0, authors: "", year: "", locator: "")
    }
    let files = [
      "house.guide": "title: House\nkind: house\n\n# shelf: Guides\nmenu\n  => form\n",
      "guides/form.guide": "title: Form\nkind: form\n\n\(script)\n",
      "glossary.guide": "title: Words\nkind: glossary\n\nterm ketamine: A medicine.\n",
      "places/us.guide": place,
    ]
    let folder = Folder(files, sources: sources)
    return try #require(folder.checked().library, "\(folder.checked().text)")
  }

  /// What a line became, in the words of the table.
  private func words(_ understood: Understood, _ typed: String, _ library: Library) -> String {
    switch understood {
    case .help: "help"
    case .command(.skip, _): library.menus.count > 1 ? "go on" : "left out"
    case .command(let word, _): "do \(library.phrases.word(for: word))"
    case .commandOrWords(let word, _, _): "ask: \(library.phrases.word(for: word))"
    case .input(let input): words(input, typed, library)
    case .taken(let input, let label):
      "taken as \(words(input, typed, library))"
        + (words(input, typed, library) == label ? "" : " but said as \(label)")
    case .lookAgain(let entry): "look again: \(library.title(of: entry))"
    case .goingOn: goingOn(library)
    case .misfit(""): "again"
    case .reply(let words), .misfit(let words): "again: \(words)"
    case .nothing: "nothing"
    }
  }

  private func goingOn(_ library: Library) -> String {
    library.menus.count > 1 ? "go on" : "again: \(library.phrases.answerOrSkip)"
  }

  private func words(_ input: Input, _ typed: String, _ library: Library) -> String {
    switch input {
    case .answered(_, .text(typed)): "own words"
    case .answered(let question, .options(let mask)):
      mask.places.map { library[question].options[$0].label }.joined(separator: "; ")
    case .answered(let question, let answer): library.words(for: answer, to: question)
    case .opened(let entry): "open \(library.title(of: entry))"
    case .readOn: "go on"
    default: "\(input)"
    }
  }
}
