import ContentFolder
import SourceText
import Testing

struct FingerprintTests {
  @Test func `is the SHA-256 of lengths, names and bytes`() {
    // sha256 of 0b 00*7 "house.guide" 01 00*7 "a", taken with another program.
    let text = ContentText(files: [file("house.guide", "a")])
    #expect(text.fingerprint(country: "us") == known)
  }

  @Test func `changes with each name and each byte`() {
    let one = [file("house.guide", "a"), file("guides/b.guide", "c")]
    let others = [
      [file("house.guide", "a")],
      [file("house.guide", "b"), file("guides/b.guide", "c")],
      [file("house.guide", "a"), file("guides/c.guide", "c")],
      [file("house.guide", ""), file("guides/b.guide", "ac")],
      [file("house.guide", "a"), file("guides/b.guide", "c"), file("places/us.guide", "")],
    ]
    let prints = ([one] + others).map { ContentText(files: $0).fingerprint(country: "us") }
    #expect(Set(prints).count == prints.count)
    #expect(ContentText(files: one.reversed()).fingerprint(country: "us") == prints[0])
  }

  @Test func `does not change with what no one in the country reads`() throws {
    let scratch = try Scratch.small()
    let session = try scratch.read(.session(country: "us"))
    let everything = try scratch.read(.everything)
    let print = session.fingerprint(country: "us")
    #expect(everything.fingerprint(country: "us") == print)
    #expect(everything.fingerprint(country: "nz") != print)
    try scratch.write("[{}]", to: "evidence/sources.json")
    #expect(try scratch.read(.everything).fingerprint(country: "us") == print)
  }

  private func file(_ name: String, _ text: String) -> ContentText.File {
    ContentText.File(name: name, source: SourceFile(path: "somewhere/\(name)", text: text))
  }
}

private let known = "533b7128130105ed41f460de33651b147c9172b8dfa44d5e703854c41d2e6717"
