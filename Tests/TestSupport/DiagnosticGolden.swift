public import GuideCheck
public import SourceText

/// A broken script, its diagnostics, and the fixed script.
///
/// Every section but `message` is a file: `=== guides/visit.guide`, and `=== fixed guides/visit.guide`.
/// Files that a golden leaves out are as in `plainFolder`. `⟦U+200B⟧` means a character, `⟦FF⟧` for
/// a byte, `⟦4000 x⟧` for so many times a text.
public struct DiagnosticGolden {
  /// The file.
  public let golden: Golden

  /// The golden of a diagnostic, in a folder of `Tests/Goldens`.
  public init(_ id: String, in folder: String = "Diagnostics") throws {
    golden = try Golden(id, in: folder)
  }

  /// The folder with the problem in it.
  public var broken: Folder {
    var folder = plainFolder
    for section in golden.sections
    where section.name != "message" && !section.name.hasPrefix("fixed ") {
      folder.files[section.name] = expanded(section.text)
    }
    return folder
  }

  /// The folder without it, as the golden has it.
  public var fixed: Folder {
    var folder = broken
    for section in golden.sections where section.name.hasPrefix("fixed ") {
      // A fixed file with nothing in it is a file that is no longer there.
      folder.files[String(section.name.dropFirst(6))] =
        section.text.isEmpty ? nil : expanded(section.text)
    }
    return folder
  }

  /// Returns the sections that should stand in the golden: if there is a fix, it fixes the script.
  public func sections(for result: CheckResult) -> [Golden.Section] {
    sections(for: result.diagnostics)
  }

  /// Returns the sections that should stand in the golden when this was found.
  public func sections(for diagnostics: [Diagnostic]) -> [Golden.Section] {
    let files = golden.sections.filter { $0.name != "message" && !$0.name.hasPrefix("fixed ") }
    let text = diagnostics.map(\.text).joined(separator: "\n\n")
    var found = files + [("message", text)]
    let fixes = diagnostics.compactMap(\.fix)
    guard !fixes.isEmpty else {
      return found + golden.sections.filter { $0.name.hasPrefix("fixed ") }
    }
    for section in files {
      let source = SourceFile(path: section.name, bytes: expanded(section.text))
      let bytes = applying(fixes, to: source)
      guard bytes != source.bytes else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      found.append(("fixed \(section.name)", String(text.trimming { $0 == "\n" })))
    }
    return found
  }
}

/// Returns the bytes of a section, with everything between `⟦` and `⟧` replaced.
private func expanded(_ text: String) -> [UInt8] {
  var bytes: [UInt8] = []
  var rest = text[...]
  while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
    bytes += Array(rest[..<open].utf8)
    let inside = rest[rest.index(after: open)..<close]
    if inside.hasPrefix("U+"), let value = UInt32(inside.dropFirst(2), radix: 16) {
      bytes += Array(Unicode.Scalar(value).map { String(Character($0)) }?.utf8 ?? "?".utf8)
    } else if let byte = UInt8(inside, radix: 16) {
      bytes.append(byte)
    } else if let space = inside.firstIndex(of: " "), let count = Int(inside[..<space]) {
      let repeated = Array(inside[inside.index(after: space)...].utf8)
      bytes.reserveCapacity(bytes.count + count * repeated.count)
      for _ in 0..<count { bytes += repeated }
    }
    rest = rest[rest.index(after: close)...]
  }
  return bytes + Array(rest.utf8) + Array("\n".utf8)
}

/// A small folder in which nothing is wrong.
public let plainFolder = Folder(
  [
    "house.guide": """
    title: Beforehand
    kind: house
    subjects: harm of ketamine, driving

    ? bipolar: Have you ever had bipolar disorder?
      ( ) yes: Yes
      ( ) no: No
      ( ) unsure: I am not sure

    # shelf: What would you like to look at?
    menu
      => visit
    """,
    "guides/visit.guide": """
    title: A visit
    kind: form

    # start: Welcome
    Bring someone with you.
    """,
    "evidence/claims.guide": """
    title: Claims
    kind: evidence

    claim drive-1: Ketamine slows reactions for some hours.
      about: driving
      source: a-study
      certainty: low
      verified: 2026-11-21

    figure f-1: Felt better after a day
      about: harm of ketamine
      population: adults
      horizon: one day
      compared-with: none
      arm ketamine: 12 of 40
      certainty: low
      sponsor: none
      source: a-study
      verified: 2026-11-21
    """,
  ],
  sources: [Source(name: "a-study", title: "A study", authors: "", year: "", locator: "")]
)
