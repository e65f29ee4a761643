import Crypto
public import GuideCheck
import GuideSyntax
import SourceText

extension Content {
  /// Returns the fingerprint of the text of each guide, by the guide's name.
  ///
  /// It covers the guide's own file, every claim and figure it names, and what it uses of the text that
  /// all guides share: questions, promises, explained words, and details of the clinic. So a signature still counts after
  /// changes to text that its guide does not show. It does not cover the help for a country, whose file
  /// has its own review.
  public func textFingerprints() -> [String: TextFingerprint] {
    let records = evidence.flatMap { script in
      script.records.map { ($0, script.bytes(of: $0)) }
    }
    var fingerprints: [String: TextFingerprint] = [:]
    for entry in guides {
      let text = entry.script.source.bytes
      let names = names(in: text)
      let cited = records.filter { record, _ in names.contains(record.name?.text ?? "") }.map(\.1)
      let asked = house.sharedQuestions.filter { names.contains($0.name) }.map(\.bytes)
      let words = words(in: ([text[...]] + cited + asked).joined())
      fingerprints[entry.name] = TextFingerprint(
        guide: hexadecimal([text[...]]),
        evidence: hexadecimal(cited),
        house: hexadecimal(
          asked + house.promises + explained(among: words) + details(among: names)
        )
      )
    }
    return fingerprints
  }

  /// What the clinic says about itself under these names.
  private func details(among names: Set<String>) -> [ArraySlice<UInt8>] {
    guard let clinic else { return [] }
    func isNamed(_ name: String) -> Bool { names.contains(ClinicDetails.prefix + name) }
    let lines = clinic.header.compactMap { entry -> ArraySlice<UInt8>? in
      guard case .line(let line) = entry.content, isNamed(line.key.text) else { return nil }
      return clinic.source.bytes[line.key.span.start..<max(line.value.span.end, line.key.span.end)]
    }
    return lines
      + clinic.records.filter { isNamed($0.name?.text ?? "") }.map { clinic.bytes(of: $0) }
  }

  /// The terms of the glossary that consist only of these words.
  private func explained(among words: Set<String>) -> [ArraySlice<UInt8>] {
    guard let glossary else { return [] }
    return glossary.records.filter { record in
      let forms =
        [record.name?.text ?? ""]
        + (record.field("also")?.value.text.split(separator: ",").map(String.init) ?? [])
      return forms.contains { form in self.words(in: form.utf8).isSubset(of: words) }
    }.map { glossary.bytes(of: $0) }
  }

  /// Everything that could be a name in a guide.
  private func names(in bytes: [UInt8]) -> Set<String> {
    Set(bytes.split { !$0.isPartOfWord && $0 != UInt8(ascii: "-") }.map(text))
  }

  /// The words of a text, in lowercase.
  private func words(in bytes: some Sequence<UInt8>) -> Set<String> {
    Set(bytes.split { !$0.isPartOfWord }.map { text($0[...]).lowercased() })
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension Script {
  /// A record as it is written.
  fileprivate func bytes(of record: Record) -> ArraySlice<UInt8> {
    let end = record.fields.last?.value.span.end ?? record.text.span.end
    return source.bytes[record.keyword.span.start..<max(end, record.keyword.span.start)]
  }

  /// The shared questions, each as it is written.
  fileprivate var sharedQuestions: [(name: String, bytes: ArraySlice<UInt8>)] {
    let ends =
      preamble.dropFirst().map(\.span.start) + [steps.first?.span.start ?? source.bytes.count]
    return zip(preamble, ends).compactMap { block, end in
      guard case .question(let question) = block.content else { return nil }
      return (question.name.text, source.bytes[block.span.start..<max(end, block.span.start)])
    }
  }

  /// The promises of the house, each as it is written.
  fileprivate var promises: [ArraySlice<UInt8>] {
    (preamble + steps.flatMap(\.blocks)).compactMap { block in
      guard case .promise(let promise) = block.content else { return nil }
      return source.bytes[promise.span.start..<promise.span.end]
    }
  }
}

extension UInt8 {
  /// A letter, a digit, or part of a letter of several bytes.
  fileprivate var isPartOfWord: Bool {
    self >= 0x80 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= self
      || UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20
  }
}

/// The SHA-256 of the parts, each preceded by its length.
private func hexadecimal(_ parts: [ArraySlice<UInt8>]) -> String {
  var hash = SHA256()
  for part in parts {
    hash.update(data: lengthBytes(part.count))
    hash.update(data: Array(part))
  }
  return hash.finalize().hexadecimal
}

extension SHA256.Digest {
  /// In lowercase hexadecimal digits.
  var hexadecimal: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count < 2 ? "0" + digits : digits
    }.joined()
  }
}
