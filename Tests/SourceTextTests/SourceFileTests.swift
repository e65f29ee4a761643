import SourceText
import Testing

struct SourceFileTests {
  @Test func `counts lines and columns from one`() {
    let file = SourceFile(path: "a", text: "one\ntwo\n")
    #expect(file.position(at: 0) == (1, 1))
    #expect(file.position(at: 3) == (1, 4))
    #expect(file.position(at: 4) == (2, 1))
    #expect(file.position(at: 6) == (2, 3))
    #expect(file.position(at: 8) == (3, 1))
    #expect(file.lineStarts == [0, 4, 8])
  }

  @Test func `counts columns in characters, not in bytes`() {
    let text = "e\u{301}日👩‍🚀x"
    let file = SourceFile(path: "a", text: text)
    #expect(file.position(at: text.utf8.count) == (1, 5))
    #expect(file.position(at: text.utf8.count - 1) == (1, 4))
    #expect(file.position(at: 1) == (1, 1))
    #expect(file.position(at: 3) == (1, 2))
    #expect(file.position(at: 4) == (1, 2))
  }

  @Test func `clamps offsets and spans outside the file`() {
    let file = SourceFile(path: "a", text: "one\ntwo")
    #expect(file.position(at: .min) == (1, 1))
    #expect(file.position(at: -1) == (1, 1))
    #expect(file.position(at: 8) == (2, 4))
    #expect(file.position(at: .max) == (2, 4))
    #expect(file.text(Span(start: .min, end: .max)) == "one\ntwo")
    #expect(file.text(Span(90..<99)) == "")
    #expect(file.text(Span(start: 2, end: 5)) == "e\nt")
  }

  @Test func `has one line when it has no bytes`() {
    let file = SourceFile(path: "a", bytes: [])
    #expect(file.lineStarts == [0])
    #expect(file.position(at: 5) == (1, 1))
    #expect(file.lineText(1) == "")
  }

  @Test func `leaves the line break out of a line`() {
    let file = SourceFile(path: "a", text: "one\r\ntwo\n\rthree\rfour")
    #expect((1...5).map(file.lineText) == ["one", "two", "", "three", "four"])
    #expect(file.position(at: 4) == (1, 4))
  }

  @Test(arguments: [Int.min, -1, 0, 3, .max])
  func `gives nothing for a line that is not there`(number: Int) {
    #expect(SourceFile(path: "a", text: "one\ntwo").lineText(number) == "")
  }

  @Test func `shows bytes that are not text, and keeps their places`() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xE2, 0x82, 0x62, 0xC3, 0x0A, 0xF0, 0x9F]
    let file = SourceFile(path: "a", bytes: bytes)
    #expect(file.lineText(1) == "a\u{FFFD}\u{FFFD}b\u{FFFD}")
    #expect(file.lineText(2) == "\u{FFFD}")
    #expect(file.position(at: 4) == (1, 4))
    #expect(file.position(at: 5) == (1, 5))
    #expect(file.position(at: 9) == (2, 2))
    #expect(file.text(Span(1..<5)) == "\u{FFFD}\u{FFFD}b")
  }

  @Test func `shows the controls in a line`() {
    let file = SourceFile(path: "a", text: "\u{FEFF}a\tb\u{1B}[31m\u{7F}\u{85}\u{202E}")
    #expect(file.lineText(1) == "[U+FEFF]a␉b␛[31m␡[U+0085][U+202E]")
  }

  @Test func `equals a file of the same path and bytes`() {
    let file = SourceFile(path: "a", text: "one")
    #expect(file == SourceFile(path: "a", bytes: [0x6F, 0x6E, 0x65]))
    #expect(file.hashValue == SourceFile(path: "a", text: "one").hashValue)
    #expect(file != SourceFile(path: "b", text: "one"))
    #expect(file != SourceFile(path: "a", text: "two"))
  }

  @Test func `takes any bytes at any offset`() {
    var random = Xorshift(state: 20_261_121)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        let usual: [UInt8] = [0x0A, 0x0D, 0x61, 0xE6, 0x97, 0xA5, 0xCC, 0x81]
        return usual.randomElement(using: &random) ?? 0
      }
      let file = SourceFile(path: "a", bytes: bytes)
      var previous = (line: 1, column: 0)
      for offset in -2...bytes.count + 2 {
        let position = file.position(at: offset)
        #expect(previous <= position)
        let label = Label(source: file, span: Span(start: offset, end: offset + 3))
        let drawing = DiagnosticRenderer().text(
          of: Diagnostic(title: "any", labels: [label]),
          color: false
        )
        #expect(drawing.split(separator: "\n", omittingEmptySubsequences: false).count == 5)
        previous = position
      }
    }
  }
}

/// Random enough to meet every case, and the same every time.
private struct Xorshift: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
