import Testing

@testable import Terminal

struct KeyFirewallTests {
  typealias Key = KeyFirewall.Key

  /// The keys of bytes that arrive in one burst, followed by silence.
  private func keys(_ bytes: [UInt8]) -> [Key] {
    var firewall = KeyFirewall()
    var keys = bytes.compactMap { firewall.take($0) }
    while firewall.waitForRest != nil {
      if let key = firewall.quiet() { keys.append(key) }
    }
    return keys
  }

  private func keys(_ text: String) -> [Key] {
    keys(Array(text.utf8))
  }

  private func text(_ text: String) -> [Key] {
    text.unicodeScalars.map { .text($0) }
  }

  @Test(arguments: ["plain", "é 日本 e\u{301}", "नमस्ते", "👩‍🔬 ❤️", "می‌خواهم", "ø ÿ \u{A0}"])
  func `letters of every language pass`(_ line: String) {
    #expect(keys(line) == text(line))
  }

  @Test
  func `every scalar passes exactly when it may stand in a line`() {
    for value in UInt32(0x20)...0x10_FFFF {
      guard value != 0x7F, let scalar = Unicode.Scalar(value) else { continue }
      let expected: [Key] = KeyFirewall.admits(scalar) ? [.text(scalar)] : []
      guard keys(Array(String(scalar).utf8)) != expected else { continue }
      Issue.record("U+\(String(value, radix: 16)) is wrong")
    }
  }

  @Test(arguments: [
    "\u{85}", "\u{9B}", "\u{AD}", "\u{61C}", "\u{200B}", "\u{200E}", "\u{200F}", "\u{202A}",
    "\u{202E}", "\u{2028}", "\u{2029}", "\u{2060}", "\u{2066}", "\u{2069}", "\u{3164}", "\u{FEFF}",
    "\u{FFF9}", "\u{FFFE}", "\u{1FFFF}", "\u{E0001}", "\u{E0041}", "\u{E007F}",
  ])
  func `what acts on a terminal or hides is dropped`(_ scalar: String) {
    #expect(keys("a\(scalar)b") == text("ab"))
  }

  @Test(
    arguments: [
      [0x80], [0xFF], [0xC3], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xF0, 0x80, 0x80, 0xAF],
      [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE6, 0x97], [0x00],
      [0xF8, 0x88, 0x80, 0x80, 0x80],
    ] as [[UInt8]]
  )
  func `what is not UTF-8 is dropped and harms no neighbor`(_ bytes: [UInt8]) {
    #expect(keys(Array("é".utf8) + bytes + Array("é".utf8)) == text("éé"))
  }

  @Test
  func `a control character ends a letter that is not complete`() {
    #expect(keys([0xC3, 0x01, 0xA9]) == [.editing(.moveToStart)])
  }

  @Test
  func `of all control characters only the listed ones pass`() {
    let expected: [UInt8: Key] = [
      0x01: .editing(.moveToStart), 0x02: .backOrMoveBackward, 0x03: .interrupted,
      0x05: .editing(.moveToEnd), 0x06: .editing(.moveForward), 0x08: .editing(.deleteBackward),
      0x09: .complete, 0x0A: .enter, 0x0B: .editing(.deleteToEnd), 0x0C: .clearScreen,
      0x0D: .enter, 0x15: .editing(.deleteLine), 0x17: .editing(.deleteWord), 0x1B: .back,
      0x1F: .editing(.undo), 0x7F: .editing(.deleteBackward),
    ]
    for byte in Array(UInt8(0)..<0x20) + [0x7F] {
      #expect(keys([byte]) == (expected[byte].map { [$0] } ?? []), "control \(byte)")
    }
  }

  @Test(
    arguments: [
      ("[C", .moveForward), ("[D", .moveBackward), ("OC", .moveForward), ("OD", .moveBackward),
      ("[H", .moveToStart), ("[F", .moveToEnd), ("OH", .moveToStart), ("OF", .moveToEnd),
      ("[1~", .moveToStart), ("[4~", .moveToEnd), ("[7~", .moveToStart), ("[8~", .moveToEnd),
      ("[3~", .deleteForward), ("[3;5~", .deleteForward), ("[1;2D", .moveBackward),
      ("[1;5D", .moveWordBackward),
      ("[1;3D", .moveWordBackward), ("[1;5C", .moveWordForward), ("[1;3C", .moveWordForward),
    ] as [(String, KeyFirewall.EditingKey)]
  )
  func `keys of the keyboard are translated`(_ sequence: String, _ key: KeyFirewall.EditingKey) {
    #expect(keys("a\u{1B}\(sequence)b") == text("a") + [.editing(key)] + text("b"))
  }

  @Test(arguments: [
    "[A", "[B", "OA", "OB", "OP", "[[A", "[[E", "[5~", "[15~", "[Z", "[2;2~", "[1;5A", "v", "x",
    "y", "p", "é", "日", "😀", "[?1;2c", "[>0;276;0c", "[27;5;13~", "[13;2u", "[I",
    "[<0;12;3M", "[<0;12;3m", "[M !!", "]0;title\u{7}", "]11;rgb:ff/ff/ff\u{1B}\\",
    "P1$r0m\u{1B}\\",
    "_text\u{1B}\\", "^text\u{1B}\\", "[999999999999999999999999999999~", "[1;2;3;4;5;6;7;8;9;10m",
    "[ q", "[!p",
  ])
  func `every other sequence is dropped whole`(_ sequence: String) {
    #expect(keys("a\u{1B}\(sequence)b") == text("ab"))
  }

  @Test
  func `a lone escape means back, however often it is repeated at once`() {
    #expect(keys("\u{1B}") == [.back])
    #expect(keys("\u{1B}\u{1B}\u{1B}") == [.back])
    var firewall = KeyFirewall()
    #expect(firewall.waitForRest == nil)
    #expect(firewall.take(0x1B) == nil)
    #expect(firewall.waitForRest == 50)
    #expect(firewall.quiet() == .back)
    #expect(firewall.waitForRest == nil)
    #expect(firewall.take(UInt8(ascii: "[")) == .text("["))
  }

  @Test(arguments: ["[", "[1;5", "O", "]0;title", "P", "[[", "[M"])
  func `a sequence cut short is dropped and holds nothing back`(_ start: String) {
    #expect(keys("\u{1B}\(start)") == [])
    #expect(keys("\u{1B}\(start)\u{D}") == [.enter])
    #expect(keys("\u{1B}\(start)\u{3}") == [.interrupted])
    #expect(
      keys("\u{1B}\(start)\u{1B}[C")
        == (start == "]0;title" || start == "P"
          ? text("C") : [.editing(.moveForward)])
    )
  }

  @Test
  func `one Enter sent as two characters is one Enter`() {
    #expect(
      keys("a\r\nb\n\rc\r\rd\n\n") == text("a") + [.enter] + text("b") + [.enter] + text("c")
        + [.enter, .enter] + text("d") + [.enter, .enter]
    )
  }

  @Test
  func `a paste is flattened and never submits`() {
    let paste = "\u{1B}[200~one\r\ntwo\nthree\tfour\r\u{3}\u{1B}[A\u{1B}[D\u{15}\u{1B}[201~\r"
    #expect(keys(paste) == text("one two three four ") + [.enter])
  }

  @Test
  func `a paste that never ends gives Enter back`() {
    var firewall = KeyFirewall()
    for byte in "\u{1B}[200~".utf8 { #expect(firewall.take(byte) == nil) }
    #expect(firewall.take(0x0D) == .text(" "))
    #expect(firewall.waitForRest == 1_000)
    #expect(firewall.take(0x1B) == nil)
    #expect(firewall.waitForRest == 50)
    #expect(firewall.quiet() == nil)
    #expect(firewall.quiet() == nil)
    #expect(firewall.waitForRest == nil)
    #expect(firewall.take(UInt8(ascii: "a")) == .text("a"))
    #expect(firewall.take(0x0D) == .enter)
  }

  @Test
  func `any stream of bytes gives only allowed keys, and ends`() {
    var generator = SystemRandomNumberGenerator()
    let likely: [UInt8] = [0x1B, 0x5B, 0x4F, 0x7E, 0x32, 0x30, 0x31, 0x5D, 0x0D, 0xC3, 0xE6]
    for _ in 0..<2_000 {
      let bytes = (0..<64).map { _ in
        Bool.random(using: &generator)
          ? likely[Int.random(in: likely.indices, using: &generator)]
          : UInt8.random(in: 0...255, using: &generator)
      }
      for case .text(let scalar) in keys(bytes) {
        #expect(KeyFirewall.admits(scalar), "\(bytes)")
      }
    }
  }
}

struct CompletionTests {
  @Test(
    arguments: [
      ("ke", ["ketamine", "ketones"], "t"), ("keta", ["ketamine", "ketones"], "mine"),
      ("ketx", ["ketamine"], ""), ("", ["yes", "no"], ""), ("", ["yes"], "yes"),
      ("EC", ["ect"], "t"),
      ("ketamine", ["ketamine"], ""), ("é", ["école"], "cole"), ("x", [], ""),
      ("y", ["yes", "yes please"], "es"),
    ] as [(String, [String], String)]
  )
  func `Tab adds what all fitting completions have in common`(
    _ draft: String,
    _ completions: [String],
    _ addition: String
  ) {
    #expect(LineEditor.addition(to: draft, from: completions) == addition[...])
  }
}
