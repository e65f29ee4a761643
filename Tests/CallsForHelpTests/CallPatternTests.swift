import CallsForHelp
import Testing

/// What a clinician can write in a pattern.
struct CallPatternTests {
  @Test(arguments: [
    ("[take", "[take"), ("take (0) pills", "(0)"), ("take (21) pills", "(21)"),
    ("a (2)? b", "(2)?"),
    ("pills ! now", "!"), ("took #x", "#x"), ("so-called", "so-called"),
  ])
  func `what is no part of a pattern is named`(text: String, part: String) {
    #expect(throws: CallPattern.Problem.unreadable(part)) {
      try CallPattern(text, classes: ["take"])
    }
  }

  @Test func `a class has to be there, and a word`() {
    #expect(throws: CallPattern.Problem.unknownClass("tak")) {
      try CallPattern("[tak] pills", classes: ["take"])
    }
    #expect(throws: CallPattern.Problem.noWord) { try CallPattern("(3) now?", classes: ["take"]) }
    #expect(throws: CallPattern.Problem.noWord) { try CallPattern("<", classes: ["take"]) }
    #expect(throws: CallPattern.Problem.noWord) { try CallPattern("pills &", classes: ["take"]) }
    #expect(throws: CallPattern.Problem.noWord) { try CallPattern("& pills", classes: ["take"]) }
  }

  @Test func `a pattern that would take long to try is refused`() throws {
    for most in ["a (2) b (2) c (2) d (2) e", "a? b? c? d? e", "a & b & c & d"] {
      _ = try CallPattern(most, classes: [])
    }
    for more in ["a (2) b (2) c (2) d (2) e (2) f", "a? b? c? d? e? f"] {
      #expect(throws: CallPattern.Problem.tooFree) { try CallPattern(more, classes: []) }
    }
    let many = Array(repeating: "a", count: 100_000).joined(separator: " & ")
    #expect(throws: CallPattern.Problem.tooManyParts) { try CallPattern(many, classes: []) }
  }
}
