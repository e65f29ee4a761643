import Testing

@testable import CallsForHelp

/// How words are read, and how patterns are found in them.
struct CallMatcherTests {
  private static func matcher(
    _ entries: [(CallPatterns.Meaning, String)] = [(.call(door: "body"), "[take] (2) [pills]")],
    ordinary: [String] = []
  ) throws -> CallMatcher {
    var patterns = CallPatterns()
    patterns.classes = [
      "take": ["took", "swallowed"], "pills": ["pills", "sleeping pills"],
      "number": ["#", "twenty"], "many": ["#many"], "year": ["#year"],
    ]
    patterns.spellings = [("can not", ["cant"]), ("to", ["2"]), ("please", ["plz"])]
    patterns.fillers = ["really"]
    patterns.ordinary = ordinary
    for (meaning, text) in entries {
      patterns.entries.append(
        .init(meaning, try CallPattern(text, classes: Set(patterns.classes.keys)))
      )
    }
    return CallMatcher([patterns], order: ["body", "suicide"])
  }

  private func isCall(_ line: String, _ pattern: String, ordinary: [String] = []) throws -> Bool {
    let matcher = try Self.matcher([(.call(door: nil), pattern)], ordinary: ordinary)
    return matcher.reading(of: line) == .call(door: nil)
  }

  @Test(arguments: [
    ("I took 20 pills", true), ("took all my pills", true), ("TOOK… the pills!", true),
    ("took a lot of pills", false), ("took. Pills", false), ("pills took", false), ("", false),
    ("swallowed her sleeping pills", true), ("took really really really really pills", true),
  ])
  func `a gap holds up to as many other words as it says`(line: String, isCall: Bool) throws {
    let reading = try Self.matcher().reading(of: line)
    #expect(reading == (isCall ? .call(door: "body") : nil))
  }

  @Test(arguments: [
    // One letter swapped, left out, added, changed; two in long words.
    "toook pills", "tok pills", "took pilsl", "swalowed pills", "swallowed pillls",
    "swallwoed pills",
    "swlalowd pills", "took pulls",
  ])
  func `a slip counts`(line: String) throws {
    #expect(try Self.matcher().reading(of: line) == .call(door: "body"))
  }

  @Test func `an ordinary word is no slip`() throws {
    #expect(try isCall("took pulls", "took pills"))
    #expect(try !isCall("took pulls", "took pills", ordinary: ["pulls"]))
    #expect(try !isCall("die", "dye"))
    #expect(try !isCall("приpills", "pills"))
  }

  @Test(arguments: [
    ("over dose", "overdose"), ("killmyself", "kill myself"), ("kill myself", "kill myself"),
    ("iwanttodie", "i want to die"), ("h e l p", "help"), ("H.E.L.P.", "help"),
    ("heeeelp", "help"), ("helllppp", "help"), ("he;p", "help"),
    ("can't breathe", "can not breathe"),
    ("cant breathe", "can not breathe"), ("can not breathe", "cant breathe"),
    ("i want 2 die", "want to die"), ("plz come", "please come"), ("ayúdame", "ayudame"),
    ("ayu\u{301}dame", "ayúdame"), ("i can\u{2019}t", "cant"),
  ])
  func `words count joined and parted, with keys held down, shortened, and with accents`(
    line: String,
    pattern: String
  ) throws {
    #expect(try isCall(line, pattern))
  }

  @Test(arguments: [
    ("took 4", "took [many]", false), ("took 5", "took [many]", true),
    ("took 30", "took [many]", true), ("took twenty", "took [number]", true),
    ("in 1990", "in [year]", true), ("in 3090", "in [year]", false), ("20mg", "[number] mg", true),
  ])
  func `numbers count in digits and in words`(line: String, pattern: String, isThere: Bool) throws {
    #expect(try isCall(line, pattern) == isThere)
  }

  @Test(arguments: [
    ("help", true), ("help. i fell", true), ("does it help", false), ("help him", false),
  ])
  func `a sentence can begin and end`(line: String, isThere: Bool) throws {
    #expect(try isCall(line, "< help >") == isThere)
  }

  @Test func `a word can be missing`() throws {
    #expect(try isCall("want die", "want to? die"))
    #expect(try isCall("want to die", "want to? die"))
  }

  @Test func `an exception takes back only what it touches, and only what it is for`() throws {
    let matcher = try Self.matcher([
      (.call(door: "body"), "chest pain"), (.call(door: "suicide"), "want to die"),
      (.call(door: nil), "help"), (.distress, "sick"),
      (.exception(.door("body")), "< what if (4)"), (.exception(.help), "does it help"),
      (.exception(.distress), "not sick"), (.exception(.all), "(2) years ago"),
    ])
    #expect(matcher.reading(of: "what if i get chest pain") == nil)
    #expect(matcher.reading(of: "what if not. chest pain") == .call(door: "body"))
    #expect(matcher.reading(of: "what if i want to die") == .call(door: "suicide"))
    #expect(matcher.reading(of: "does it help") == nil)
    #expect(matcher.reading(of: "does it help. help") == .call(door: nil))
    #expect(matcher.reading(of: "sick") == .distress)
    #expect(matcher.reading(of: "not sick") == nil)
    #expect(matcher.reading(of: "chest pain years ago") == nil)
    #expect(matcher.reading(of: "chest pain since then, not only years ago") == .call(door: "body"))
  }

  @Test(arguments: [
    ("the bridge is where i stopped today", true), ("today i stopped at the bridge", true),
    ("the bridge. today", true), ("the bridge", false), ("today", false),
    ("the bridge " + String(repeating: "and on ", count: 20) + "today", false),
  ])
  func `parts can be in any order, but near each other`(line: String, isThere: Bool) throws {
    #expect(try isCall(line, "bridge & today") == isThere)
    #expect(try isCall(line, "today & the bridge") == isThere)
  }

  @Test func `an exception of several parts takes back only where all are`() throws {
    let matcher = try Self.matcher([
      (.call(door: "body"), "chest pain"), (.exception(.all), "pain & movie"),
    ])
    #expect(matcher.reading(of: "chest pain") == .call(door: "body"))
    #expect(matcher.reading(of: "a movie with chest pain") == nil)
  }

  @Test func `now outweighs a doubt, and not an exception`() throws {
    let matcher = try Self.matcher([
      (.call(door: "body"), "chest pain"), (.doubt(.all), "(6) years ago"),
      (.exception(.all), "no chest pain"), (.now, "right now"),
    ])
    #expect(matcher.reading(of: "chest pain years ago") == nil)
    #expect(matcher.reading(of: "chest pain as years ago right now") == .call(door: "body"))
    #expect(matcher.reading(of: "chest pain years ago. bored right now") == nil)
    #expect(matcher.reading(of: "no chest pain right now") == nil)
    #expect(matcher.reading(of: "right now") == nil)
  }

  @Test(arguments: [
    ("pulse 129", false), ("pulse 130", true), ("pulse is 200", true), ("pulse", false),
    ("pulse 99999999999999999999", true),
  ])
  func `a number can be at least a value`(line: String, isThere: Bool) throws {
    #expect(try isCall(line, "pulse (2) #130") == isThere)
  }

  @Test(arguments: [
    ("breahte", true), ("cantbreathe", true), ("killin", true), ("hopless", false),
    ("sohopeless", false), ("hopeless", true),
  ])
  func `with a list of slips, a slip counts in its words`(line: String, isThere: Bool) throws {
    var patterns = CallPatterns()
    patterns.slips = ["breathe"]
    for text in ["breathe", "killing", "hopeless", "cant", "so"] where text.count > 4 {
      patterns.entries.append(.init(.distress, try CallPattern(text, classes: [])))
    }
    patterns.classes["known"] = ["so", "cant"]
    #expect((CallMatcher([patterns]).reading(of: line) != nil) == isThere)
  }

  @Test func `the most urgent door comes first, and a call before distress`() throws {
    let matcher = try Self.matcher([
      (.distress, "sick"), (.call(door: nil), "help"), (.call(door: "suicide"), "die"),
      (.call(door: "body"), "bleeding"),
    ])
    #expect(matcher.reading(of: "sick help die bleeding") == .call(door: "body"))
    #expect(matcher.reading(of: "sick help die") == .call(door: "suicide"))
    #expect(matcher.reading(of: "sick help") == .call(door: nil))
  }

  @Test func `the time for a line grows no faster than the line`() throws {
    let matcher = try Self.matcher()
    let clock = ContinuousClock()
    for word in ["a ", "took ", "tokk ", "x", "h e l p "] {
      func time(_ letters: Int) -> Duration {
        let line = String(String(repeating: word, count: letters / word.count + 1).prefix(letters))
        return (0..<5).map { _ in clock.measure { _ = matcher.reading(of: line) } }.min() ?? .zero
      }
      _ = time(1000)
      #expect(time(10_000) < time(1000) * 40 + .milliseconds(2), "\(word)")
    }
  }
}
