import CallsForHelp
import Foundation
import GuideCheck
import TestSupport
import Testing

/// How many calls for help are found, and how many other lines are taken for one.
struct CorpusTests {
  private let calls: CallPatterns
  private let matcher: CallMatcher

  init() throws {
    let locality = try #require(Folder.real().checked().library?.locality)
    calls = locality.calls
    matcher = CallMatcher([locality.calls], order: locality.helpContacts.map(\.name))
  }

  private struct Counts {
    var calls = 0
    var found = 0
    var others = 0
    var taken = 0
  }

  private func counts(_ name: String) throws -> Counts {
    var counts = Counts()
    for sentence in try Sentence.all(in: name) {
      let reading = matcher.reading(of: sentence.text)
      switch sentence.label {
      case "call":
        counts.calls += 1
        if case .call = reading { counts.found += 1 }
      case "other":
        counts.others += 1
        if reading != nil { counts.taken += 1 }
      default: #expect(sentence.label == "distress", "\(sentence.text)")
      }
    }
    return counts
  }

  @Test
  func `of 100 calls in our own sentences 98 are found, and of 100 others at most 2 are taken`()
    throws
  {
    let counts = try counts("corpus")
    #expect(counts.calls >= 300)
    #expect(counts.others >= 300)
    #expect(100 * counts.found >= 98 * counts.calls, "\(counts)")
    #expect(100 * counts.taken <= 2 * counts.others, "\(counts)")
  }

  @Test
  func `of sentences by people who had not seen the patterns as many are read right as before`()
    throws
  {
    let counts = try counts("fresh")
    #expect(counts.calls + counts.others >= 200)
    #expect(counts.found >= 114, "\(counts)")
    #expect(counts.taken <= 7, "\(counts)")
  }

  @Test func `a call is about its door`() throws {
    var (about, right) = (0, 0)
    for sentence in try Sentence.all(in: "corpus") {
      guard let door = sentence.door else { continue }
      about += 1
      if matcher.reading(of: sentence.text) == .call(door: door) { right += 1 }
    }
    #expect(about >= 200)
    #expect(100 * right >= 90 * about, "\(right) of \(about)")
  }

  @Test func `every phrase that opened help once still does`() throws {
    let phrases = try Sentence.lines(of: "phrases")
    #expect(phrases.count == 128)
    for phrase in phrases {
      let isCall = if case .call = matcher.reading(of: phrase) { true } else { false }
      #expect(isCall, "\(phrase)")
    }
  }

  @Test func `no pattern is a whole sentence of the corpus`() throws {
    let sentences = try Sentence.all(in: "corpus") + Sentence.all(in: "fresh")
    // Up to three words, people type just what a pattern says.
    let long = Set(sentences.map(\.text).filter { $0.split(separator: " ").count > 3 }.map(plain))
    for entry in calls.entries where entry.pattern.elements.count > 3 {
      // A failure must not print the sentences of others.
      let isSentence = long.contains(plain(entry.pattern.text))
      #expect(!isSentence, "\(entry.pattern.text)")
    }
  }

  private func plain(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " }
  }
}

/// A sentence of a corpus: its label, the door it is about, and what somebody types.
struct Sentence {
  let label: String
  let door: String?
  let text: String

  /// The sentences of a file in `Tests/Calls`.
  static func all(in name: String) throws -> [Sentence] {
    try lines(of: name).compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      let words = parts[0].split(separator: " ").map(String.init)
      guard parts.count == 2, let label = words.first else { return nil }
      return Sentence(
        label: label,
        door: words.count > 1 ? words[1] : nil,
        text: String(parts[1])
      )
    }
  }

  /// The lines of a file in `Tests/Calls` that are no comments.
  static func lines(of name: String) throws -> [String] {
    let file = Repository.root.appending(path: "Tests/Calls/\(name).txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map(String.init)
  }
}
