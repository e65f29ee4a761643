import ContentFolder
public import GuideCheck
import GuideProof
import GuideSyntax
public import SourceText

/// A guide that somebody is about to put their name to, as it stands.
public struct Signing {
  /// The guide.
  public let guide: Guide
  private let day: Day
  private let text: TextFingerprint
  /// The file of signatures, which need not be there.
  private let path: String
  private let old: SourceFile?

  /// Looks whether a guide can be signed.
  ///
  /// - Parameters:
  ///   - name: The name of the guide.
  ///   - day: The day on the paper.
  ///   - location: Where the content folder is.
  ///   - today: The day of today.
  /// - Throws: What cannot be read, or why it cannot be signed.
  public init(
    of name: String,
    on day: Day,
    in location: ContentLocation,
    today: Day
  ) throws(AuthoringError) {
    guard day <= today else { throw .dayIsToCome(day) }
    let reading = try GuideReading(name, in: location, today: today)
    guard reading.guide != .house else { throw .houseIsNotSigned }
    let faults = prove(reading.library).diagnostics.filter { $0.severity == .error }
    guard faults.isEmpty, let text = reading.content.textFingerprints()[name] else {
      throw .contentHasErrors
    }
    guide = reading.library[reading.guide]
    self.day = day
    self.text = text
    path = try location.folder().path + "/signatures.guide"
    old = reading.content.signatures?.source
  }

  /// Why something is no name and no role; nil if it is one.
  public static func problem(with text: String) -> String? {
    let isLine = text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace || $0 == " " }
    let isFit =
      isLine && visible(text) == text && (1...200).contains(text.count) && text.first != " "
      && text.last != " "
    return isFit ? nil : "A name and a role are words on one line."
  }

  /// Records the signature, in the place of what the same person signed of the guide before.
  ///
  /// - Parameters:
  ///   - name: Who signed.
  ///   - role: What they are.
  /// - Returns: The file that the record stands in.
  /// - Throws: ``AuthoringError/signaturesHaveErrors(path:)``, or what cannot be written.
  public func record(name: String, role: String) throws(AuthoringError) -> String {
    let source = SourceFile(
      path: path,
      text: (old.map { kept($0, besides: name) } ?? Self.header) + record(name, role)
    )
    guard let written = formatted(source) else { throw .signaturesHaveErrors(path: path) }
    try write(written, to: path)
    return path
  }

  private static let header = "title: Signatures\nkind: signatures\n"

  /// The file without what the same person signed of the same guide before.
  private func kept(_ source: SourceFile, besides name: String) -> String {
    let again = GuideSyntax.parse(source).script.records.filter {
      $0.name?.text == guide.name && $0.text.text == name
    }
    let edits = again.map { record in
      let end = record.fields.last?.value.span.end ?? record.text.span.end
      return Edit(
        source: source,
        span: Span(start: record.keyword.span.start, end: end),
        replacement: ""
      )
    }
    let bytes = applying(edits.map { Fix(summary: "", edits: [$0]) }, to: source)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func record(_ name: String, _ role: String) -> String {
    """

    signature \(guide.name): \(name)
      role: \(role)
      date: \(day)
      guide: \(text.guide)
      evidence: \(text.evidence)
      house: \(text.house)

    """
  }
}
