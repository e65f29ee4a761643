import Foundation
import GuideEngine
import Journal
import Testing

/// What a person answers is read by no one without the key, and the files by no one else at all.
struct SealTests {
  /// The forms in which a word could lie in a file by mistake.
  private func encodings(of word: String) -> [String: [UInt8]] {
    let plain = Array(word.utf8)
    var forms: [String: [UInt8]] = [
      "UTF-8": plain, "backwards": plain.reversed(), "large": Array(word.uppercased().utf8),
      "UTF-16": plain.flatMap { [$0, 0] }, "UTF-16, large end": plain.flatMap { [0, $0] },
      "UTF-32": plain.flatMap { [$0, 0, 0, 0] },
      "hexadecimal": Array(plain.map { String($0, radix: 16) }.joined().utf8),
      "HEXADECIMAL": Array(plain.map { String($0, radix: 16).uppercased() }.joined().utf8),
    ]
    // In Base64, a word looks different at each of three places, and its ends mix with the rest.
    for shift in 0..<3 {
      let padded = Data(Array(repeating: 0x20, count: shift) + plain).base64EncodedString()
      forms["Base64 \(shift)"] = Array(padded.utf8.dropFirst(4).dropLast(4))
    }
    return forms
  }

  @Test func `a planted word is found in no file, in no encoding`() throws {
    let scratch = Scratch()
    let word = "plantedzebrawordquartz"
    let handle = try {
      let writer = try JournalWriter(scratch.path)
      let appender = try writer.begin(
        [.began(guide: word, fingerprint: word)],
        keeping: Array("text".utf8),
        at: noon
      )
      for _ in 0..<20 {
        try appender.append(
          [
            answer("\(word) and \(word)"), .input(.opened("\(word)/\(word)")),
            .input(.answered(question: "\(word)/q", .options([word]))),
          ],
          at: noon
        )
      }
      try search(scratch, word)
      return appender.handle
    }()
    try search(scratch, word)
    // The search itself would find it.
    let json = try JournalReader(scratch.path).exported(handle)
    try scratch.put(Array(json.utf8), "exported")
    #expect(throws: Planted.self) { try search(scratch, word) }
  }

  private struct Planted: Error {
    let file: String
    let form: String
  }

  private func search(_ scratch: Scratch, _ word: String) throws {
    for name in scratch.files {
      let bytes = Data(try scratch.bytes(name))
      for (form, pattern) in encodings(of: word) {
        guard bytes.range(of: Data(pattern)) == nil else { throw Planted(file: name, form: form) }
      }
    }
  }

  @Test func `answers of different length leave records of one length`() throws {
    let sizes = try ["a", String(repeating: "b", count: 120)].map { words in
      let scratch = Scratch()
      let writer = try JournalWriter(scratch.path)
      let appender = try writer.begin([began], at: noon)
      for _ in 0..<30 { try appender.append([answer(words)], at: noon) }
      return try scratch.bytes("journal.sqlite-wal").count
    }
    #expect(sizes[0] == sizes[1])
  }

  @Test func `files that were opened to others are closed again`() throws {
    let scratch = Scratch()
    _ = try JournalWriter(scratch.path)
    for name in scratch.files + ["", "keys"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755],
        ofItemAtPath: scratch.file(name)
      )
    }
    let writer = try JournalWriter(scratch.path)
    for name in scratch.files { #expect(try mode(scratch.file(name)) == 0o600, "\(name)") }
    #expect(try mode(scratch.path) == 0o700)
    #expect(try mode(scratch.file("keys")) == 0o700)
    _ = writer
  }

  @Test func `a folder with other things in it keeps its mode`() throws {
    let scratch = Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o755]
    )
    try scratch.put([1], "letter.txt")
    _ = try JournalWriter(scratch.path)
    #expect(try mode(scratch.path) == 0o755)
    #expect(try mode(scratch.journal) == 0o600)
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }
}
