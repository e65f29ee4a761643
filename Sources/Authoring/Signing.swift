import ContentFolder
public import GuideCheck
import GuideProof
import GuideSyntax
public import SourceText

/// Records that someone signed a guide as it is now.
public struct Signing {
  /// The guide.
  public let guide: Guide
  private let day: Day
  private let text: TextFingerprint
  /// The file of signatures, which might not exist.
  private let path: String
  private let old: SourceFile?

  /// Checks whether a guide can be signed.
  ///
  /// - Parameters:
  ///   - name: The name of the guide.
  ///   - day: The date of the signature.
  ///   - location: Where the content folder is.
  ///   - today: Today's date.
  /// - Throws: An error if something cannot be read, or if the guide cannot be signed.
  public init(
    of name: String,
    on day: Day,
    in location: ContentLocation,
    today: Day
  ) throws(AuthoringError) {
    guard day <= today else { throw .dayIsInTheFuture(day) }
    let reading = try GuideReading(name, in: location, today: today)
    guard reading.guide != .house else { throw .houseIsNotSigned }
    let errors = prove(reading.library).diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty, let text = reading.content.textFingerprints()[name] else {
      throw .contentHasErrors
    }
    let header = reading.content.guides.first { $0.name == name }?.script.header("reviewed")
    if let reviewed = header.flatMap({ Day($0.value.text) }), day < reviewed {
      throw .dayIsBeforeReview(day, reviewed: reviewed)
    }
    guide = reading.library[reading.guide]
    self.day = day
    self.text = text
    path = try location.folder().path + "/signatures.guide"
    old = reading.content.signatures?.source
  }

  /// Why a text cannot be a name or a role; nil if it can.
  public static func problem(with text: String) -> String? {
    let isLine = text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace || $0 == " " }
    let isFit =
      isLine && visible(text) == text && (1...200).contains(text.count) && text.first != " "
      && text.last != " "
    return isFit ? nil : "A name or a role must be on one line, with 1 to 200 characters."
  }

  /// Records the signature; it replaces an earlier one of the same person for the same guide.
  ///
  /// - Parameters:
  ///   - name: Who signed.
  ///   - role: Their role.
  /// - Returns: The path of the file with the record.
  /// - Throws: ``AuthoringError/signaturesHaveErrors(path:)``, or an error if the file cannot be written.
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

  /// The file without an earlier signature of the same person for the same guide.
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
