import ArgumentParser
import ContentFolder
import GuideCheck
import GuideProof
import GuideSyntax
import SourceText

/// `beforehand sign`: someone puts their name to a guide as it stands.
struct SignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Record that a clinician has read a guide on paper and signed it.",
    discussion: """
      Print the guide with `beforehand logic`, have it read and signed, then record it here. The \
      record goes to `signatures.guide` of the content folder, with what tells this text from any \
      other. As soon as the text changes, the signature no longer counts, and `check` says so. \
      What is not given with --name and --role is asked for.
      """
  )

  @Argument(help: "The name of a guide of the content folder.")
  var guide: String

  @Option(help: "Who signed.")
  var name: String?

  @Option(help: "What they are, such as \"psychiatrist\".")
  var role: String?

  @Option(
    help: ArgumentHelp("The day they signed; otherwise today.", valueName: "YYYY-MM-DD")
  )
  var date: String?

  @OptionGroup var content: ContentOptions

  func validate() throws {
    for text in [name, role].compactMap(\.self) {
      if let fault = Self.fault(text) { throw ValidationError(fault) }
    }
    if let date, Day(date) == nil {
      throw ValidationError("--date is no day like 2026-11-21.")
    }
    if guide.hasSuffix(".guide") {
      throw ValidationError("Give the name of a guide of the content folder, without `.guide`.")
    }
  }

  func run() throws {
    let today = try today()
    let day = date.flatMap { Day($0) } ?? today
    guard day <= today else { throw Failure("\(day) is not yet.", exit: .usage) }
    let reading = try GuideReading(guide, in: content)
    guard reading.guide != .house else {
      throw Failure(
        "The house is not signed: guides are, each with what it uses of it.",
        exit: .usage
      )
    }
    let faults = prove(reading.library).diagnostics.filter { $0.severity == .error }
    guard faults.isEmpty, let text = reading.content.textFingerprints()[guide] else {
      throw Failure("The content has errors; `beforehand check` shows them.", exit: .content)
    }
    let (name, role) = try signer(of: reading.library[reading.guide], day)
    let path = try content.folder().path + "/signatures.guide"
    let old = reading.content.signatures?.source
    let source = SourceFile(
      path: path,
      text: (old.map { kept($0, besides: name) } ?? Self.header)
        + record(of: text, name, role, day)
    )
    guard let written = formatted(source) else {
      throw Failure("`\(visible(path))` has errors; `beforehand check` shows them.", exit: .content)
    }
    try replaceFile(at: path, with: Array(written.utf8))
    print("Signed: `\(guide)`, by \(name), \(role), on \(day). It stands in `\(visible(path))`.")
  }

  /// Who signs, as the options say or as is answered.
  private func signer(of guide: Guide, _ day: Day) throws -> (name: String, role: String) {
    if let name, let role { return (name, role) }
    let prompter = Prompter()
    try prompter.say("\(guide.title) (\(guide.name)), as it stands.")
    let name = try name ?? prompter.ask("Who signed it? Their name:", problem: Self.fault)
    let role =
      try role ?? prompter.ask("What are they, such as \"psychiatrist\"?", problem: Self.fault)
    let reads = "Has \(name) read all of it, as `beforehand logic \(guide.name)` prints it now?"
    guard try prompter.confirm(reads) else {
      throw Failure("Then it is not signed. Nothing was written.", exit: .usage)
    }
    return (name, role)
  }

  /// Why something is no name and no role.
  private static func fault(_ text: String) -> String? {
    let isLine = text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace || $0 == " " }
    let isFit =
      isLine && visible(text) == text && (1...200).contains(text.count) && text.first != " "
      && text.last != " "
    return isFit ? nil : "A name and a role are words on one line."
  }

  private static let header = "title: Signatures\nkind: signatures\n"

  /// The file without what the same person signed of the same guide before.
  private func kept(_ source: SourceFile, besides name: String) -> String {
    let again = GuideSyntax.parse(source).script.records.filter {
      $0.name?.text == guide && $0.text.text == name
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

  private func record(
    of text: TextFingerprint,
    _ name: String,
    _ role: String,
    _ day: Day
  ) -> String {
    """

    signature \(guide): \(name)
      role: \(role)
      date: \(day)
      guide: \(text.guide)
      evidence: \(text.evidence)
      house: \(text.house)

    """
  }
}
