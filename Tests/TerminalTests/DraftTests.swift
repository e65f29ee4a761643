import Testing

@testable import Terminal

struct DraftTests {
  typealias Key = KeyFirewall.EditingKey

  @Test(arguments: [
    "e\u{301}", "q\u{303}\u{323}", "👩‍🔬", "👨‍👩‍👧‍👦", "🇩🇪", "👍🏽", "❤️", "नि", "ที่", "ᄒ\u{1161}\u{11AB}",
    "u\u{31B}\u{309}",
  ])
  func `a letter with its marks is passed and deleted as one`(_ letter: String) {
    let line = Line("a\(letter)b")
    #expect(line.letters.count == 3)
    #expect(line.press(.moveBackward))
    #expect(line.press(.moveBackward))
    #expect(line.cursor == 1)
    #expect(line.press(.deleteForward))
    #expect(line.text == "ab")
    #expect(line.press(.undo))
    #expect(line.press(.moveForward))
    #expect(line.press(.deleteBackward))
    #expect(line.text == "ab")
  }

  @Test(arguments: ["🇩🇪", "👩‍🔬", "e\u{301}", "한"])
  func `a letter typed before another keeps its own marks`(_ letter: String) {
    for next in ["🇫🇷", "👩‍🔬", "e\u{301}", "\u{1160}", "x"] {
      let line = Line(next)
      _ = line.press(.moveToStart)
      #expect(line.type(letter))
      #expect(line.scalars == Array((letter + next).unicodeScalars))
    }
  }

  @Test
  func `what is typed stays as it was spelled`() {
    let text = "e\u{301} \u{E9} \u{1100}\u{1161} \u{AC00} A\u{30A}"
    #expect(Line(text).scalars == Array(text.unicodeScalars))
  }

  @Test(
    arguments: [
      ("one two", [.deleteWord], "one "), ("one two  ", [.deleteWord], "one "),
      ("one", [.deleteWord, .deleteWord], ""), ("xin chào", [.deleteWord], "xin "),
      ("one two", [.deleteLine], ""), ("abc", [.moveToStart, .deleteForward], "bc"),
      ("one two", [.moveWordBackward, .deleteToEnd], "one "),
      ("one two", [.moveToStart, .moveWordForward, .deleteToEnd], "one"),
      ("one two", [.moveToStart, .moveWordForward, .moveWordForward, .deleteBackward], "one tw"),
      ("abc", [.deleteForward, .moveForward, .deleteToEnd], "abc"), ("", [.deleteBackward], ""),
    ] as [(String, [Key], String)]
  )
  func `keys edit`(_ typed: String, _ keys: [Key], _ text: String) {
    let line = Line(typed)
    for key in keys { _ = line.press(key) }
    #expect(line.text == text)
  }

  @Test
  func `undo takes back a word at a time`() {
    let line = Line("one two  three")
    var texts: [String] = []
    while line.press(.undo) { texts.append(line.text) }
    #expect(texts == ["one two", "one", ""])
  }

  @Test(
    arguments: [
      [.deleteLine], [.deleteWord], [.deleteBackward, .deleteBackward, .deleteBackward],
      [.moveToStart, .deleteForward, .deleteForward], [.moveWordBackward, .deleteToEnd],
    ] as [[Key]]
  )
  func `undo brings a deletion back at once`(_ keys: [Key]) {
    let line = Line("one two")
    for key in keys { #expect(line.press(key)) }
    #expect(line.text != "one two")
    #expect(line.press(.undo))
    #expect(line.text == "one two")
  }

  @Test
  func `undo takes back a paste, and what Tab added, at once`() {
    let line = Line("I take ")
    #expect(line.type("two of them a day", isPasted: true))
    #expect(line.press(.undo))
    #expect(line.text == "I take ")
    line.complete(with: "ketamine")
    #expect(line.text == "I take ketamine")
    #expect(line.press(.undo))
    #expect(line.text == "I take ")
  }

  @Test
  func `undo takes a mark back with its letter`() {
    let line = Line("x q\u{303}\u{323}")
    #expect(line.press(.undo))
    #expect(line.text == "x")
  }

  @Test
  func `a line has a maximum number of letters`() {
    let line = Line(String(repeating: "日", count: Draft.limit))
    #expect(!line.isCut)
    #expect(!line.type("x"))
    #expect(line.isCut)
    #expect(line.text == String(repeating: "日", count: Draft.limit))
    #expect(line.press(.moveBackward) && line.press(.moveForward))
    #expect(line.type("\u{301}"))
    #expect(line.letters.count == Draft.limit)
    #expect(line.letters.last == "日\u{301}")
    #expect(!line.type("q"))
    #expect(!line.type("\u{303}"))
    #expect(!line.type("\u{323}"))
    #expect(line.letters.last == "日\u{301}")
    #expect(line.press(.deleteBackward))
    #expect(line.type("q\u{303}\u{323}"))
    line.complete(with: "word")
    #expect(line.letters.count == Draft.limit)
  }

  @Test
  func `a letter has a maximum number of marks`() {
    let line = Line("x")
    for _ in 0..<100 { _ = line.type("\u{301}") }
    #expect(line.scalars.count == Draft.letterLimit)
    #expect(line.isCut)
  }

  @Test(arguments: UInt64(0)..<50)
  func `whatever is done, undo leads back to the beginning by every state there was`(_ seed: UInt64)
  {
    var dice = Dice(seed: seed)
    let line = Line()
    var states: Set<[Unicode.Scalar]> = [[]]
    let scalars: [Unicode.Scalar] = [
      "a", "b", " ", "\u{301}", "\u{200D}", "👩", "🔬", "🇩", "日", "é", "\u{1100}", "\u{1161}",
    ]
    for _ in 0..<400 {
      switch Int.random(in: 0..<10, using: &dice) {
      case 0..<6:
        let scalar = scalars[Int.random(in: scalars.indices, using: &dice)]
        #expect(line.type(String(scalar), isPasted: Bool.random(using: &dice)))
      default:
        let keys = Key.allCases.filter { $0 != .undo }
        _ = line.press(keys[Int.random(in: keys.indices, using: &dice)])
      }
      #expect((0...line.letters.count).contains(line.cursor))
      states.insert(line.scalars)
    }
    while line.press(.undo) { #expect(states.contains(line.scalars)) }
    #expect(line.text.isEmpty)
  }
}

struct LineViewTests {
  private let widths = (0..<100).map { $0.isMultiple(of: 3) ? 2 : 1 }

  private func width(_ range: Range<Int>) -> Int { widths[range].reduce(0, +) }

  @Test
  func `a line that fits is shown whole, and so is one whose end is being typed`() {
    var view = LineView()
    #expect(view.letters(widths: widths, cursor: 5, room: 200) == 0..<100)
    #expect(view.letters(widths: widths, cursor: 100, room: 20) == 0..<100)
    #expect(view.letters(widths: [], cursor: 0, room: 1) == 0..<0)
  }

  @Test(arguments: [2, 3, 20, 50, 133])
  func `the cursor is always among the letters shown, and they fit`(_ room: Int) {
    var view = LineView()
    var dice = Dice(seed: UInt64(room))
    for _ in 0..<2_000 {
      let count = Int.random(in: 1...100, using: &dice)
      let cursor = Int.random(in: 0..<count, using: &dice)
      let range = view.letters(widths: Array(widths[..<count]), cursor: cursor, room: room)
      #expect(range.contains(cursor))
      #expect(width(range) <= room)
      #expect(range.upperBound == count || width(range) + widths[range.upperBound] > room)
    }
  }

  @Test
  func `what is shown stays as it is while the cursor moves in it`() {
    var view = LineView()
    _ = view.letters(widths: widths, cursor: 100, room: 40)
    let range = view.letters(widths: widths, cursor: 99, room: 40)
    for cursor in range.reversed() {
      #expect(view.letters(widths: widths, cursor: cursor, room: 40) == range)
    }
    let next = view.letters(widths: widths, cursor: range.lowerBound - 1, room: 40)
    #expect(next.lowerBound < range.lowerBound && next.upperBound > range.lowerBound)
  }
}

/// A draft somebody types at.
private final class Line {
  private var draft = Draft()

  init(_ text: String = "") { _ = type(text) }

  var text: String { draft.text }
  var letters: [Character] { draft.letters }
  var cursor: Int { draft.cursor }
  var isCut: Bool { draft.isCut }
  var scalars: [Unicode.Scalar] { Array(draft.text.unicodeScalars) }

  func type(_ text: String, isPasted: Bool = false) -> Bool {
    text.unicodeScalars.allSatisfy { draft.type($0, isPasted: isPasted) }
  }

  func press(_ key: KeyFirewall.EditingKey) -> Bool { draft.apply(key) }
  func complete(with text: String) { draft.complete(with: text) }
}

/// Chance that can be repeated.
private struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state ^ (state >> 33)
    mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ (mixed >> 33)
  }
}
