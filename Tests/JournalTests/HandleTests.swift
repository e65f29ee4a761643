import Foundation
import Testing

@testable import Journal

struct HandleTests {
  @Test func `has 1,024 plain words, none one slip from another`() {
    #expect(sessionNameWords.count == 1024)
    #expect(sessionNameWords == sessionNameWords.sorted() && Set(sessionNameWords).count == 1024)
    let words = Set(sessionNameWords)
    for word in sessionNameWords {
      #expect((3...8).contains(word.count))
      #expect(word.allSatisfy { ("a"..."z").contains($0) })
      for slip in slips(of: word) where slip != word {
        #expect(!words.contains(slip), "\(word) and \(slip)")
      }
    }
  }

  /// Everything one letter left out, put in, changed, or swapped with its neighbor makes of a word.
  private func slips(of word: String) -> Set<String> {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let word = Array(word)
    var slips: Set<String> = []
    for place in 0...word.count {
      for letter in letters {
        slips.insert(String(word[..<place] + [letter] + word[place...]))
        guard place < word.count else { continue }
        slips.insert(String(word[..<place] + [letter] + word[(place + 1)...]))
      }
      guard place < word.count else { continue }
      slips.insert(String(word[..<place] + word[(place + 1)...]))
      if place + 1 < word.count {
        var swapped = word
        swapped.swapAt(place, place + 1)
        slips.insert(String(swapped))
      }
    }
    return slips
  }

  @Test func `the digit tells swapped words apart, always`() {
    for first in stride(from: 0, to: 1024, by: 3) {
      for second in 0..<1024 where second != first {
        let handle = SessionName(first: first, second: second)
        #expect(handle.checkDigit != SessionName(first: second, second: first).checkDigit)
      }
    }
  }

  @Test func `the digit refuses eight of ten wrong words`() {
    var wrong = 0
    var accepted = 0
    for first in stride(from: 0, to: 1024, by: 31) {
      for second in stride(from: 1, to: 1024, by: 29) where second != first {
        for other in 0..<1024 where other != first && other != second {
          wrong += 1
          let digit = SessionName(first: first, second: second).checkDigit
          if SessionName(first: other, second: second).checkDigit == digit { accepted += 1 }
        }
      }
    }
    #expect(accepted * 5 < wrong)
  }

  @Test func `reads what it writes, and what a hurried person makes of it`() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let handle = SessionName(using: &generator)
      #expect(handle.first != handle.second)
      let text = "\(handle)"
      #expect(try SessionName(parsing: text) == handle)
      let spaced = "  " + text.uppercased().split(separator: "-").joined(separator: "  ") + "\n"
      #expect(try SessionName(parsing: spaced) == handle)
      let parts = text.split(separator: "-")
      #expect(try SessionName(parsing: "\(parts[0]) \(parts[1])\(parts[2])") == handle)
      #expect(try SessionName(parsing: "\(parts[0])_\(parts[1])/\(parts[2]).") == handle)
    }
  }

  @Test func `a mistyped handle is refused`() throws {
    let handle = SessionName(first: 500, second: 700)
    let parts = "\(handle)".split(separator: "-").map { String($0) }
    for digit in 0...9 where digit != handle.checkDigit {
      #expect(throws: SessionNameProblem.wrongDigit) {
        try SessionName(parsing: "\(parts[0])-\(parts[1])-\(digit)")
      }
    }
    #expect(throws: SessionNameProblem.wrongDigit) {
      try SessionName(parsing: "\(parts[1])-\(parts[0])-\(parts[2])")
    }
    #expect(throws: SessionNameProblem.unknownWord(suggestion: "maple")) {
      try SessionName(parsing: "mapel-river-7")
    }
    #expect(throws: SessionNameProblem.unknownWord(suggestion: "river")) {
      try SessionName(parsing: "maple-rivr-7")
    }
    #expect(throws: SessionNameProblem.unknownWord(suggestion: nil)) {
      try SessionName(parsing: "qqqqqqqqqq-river-7")
    }
    for text in ["", "maple", "maple-river", "maple-river-77", "a b c d", "maple-river-x", "٣"] {
      #expect(throws: SessionNameProblem.shape) { try SessionName(parsing: text) }
    }
    #expect(throws: SessionNameProblem.shape) {
      try SessionName(parsing: "\(parts[0])-\(parts[1])-\(parts[2])-\(parts[2])")
    }
  }
}
