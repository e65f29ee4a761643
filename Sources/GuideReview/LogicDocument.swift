public import Documents
public import GuideCheck
import GuideEngine
public import GuideProof
import SourceText

/// The document that a clinician signs: everything a guide can say and do, in the order people see it.
public struct LogicDocument {
  /// What is known about the guide besides its words.
  public struct Imprint: Sendable {
    /// The fingerprint of the text; nil if it is not known.
    public var fingerprint: TextFingerprint?
    /// The date of printing.
    public var printed: String

    /// An imprint.
    public init(fingerprint: TextFingerprint?, printed: String) {
      self.fingerprint = fingerprint
      self.printed = printed
    }
  }

  let library: Library
  let identifier: GuideID
  let result: ProofResult
  private let imprint: Imprint

  /// The document of a guide, with what was proved about its library.
  public init(of guide: GuideID, in library: Library, _ result: ProofResult, _ imprint: Imprint) {
    self.library = library
    identifier = guide
    self.result = result
    self.imprint = imprint
  }

  var guide: Guide { library[identifier] }

  /// The document, for any renderer.
  public var document: Document {
    let steps = guide.steps.sorted { library[$0].span.start < library[$1].span.start }
    var logic = StepDocument(of: identifier, in: library)
    let read = steps.flatMap { logic.blocks(of: $0) }
    let title = RichText(guide.title)
    let start: [Block] = [
      .heading(title, level: 1),
      .paragraph("What this guide says, and when. For a clinician to sign."),
      .table(header), .contents("In this document"), .heading("How to read this"),
      .paragraph(
        """
        Everything a person can read in this guide is here, in the order they read it. What is under \
        \u{201C}When\u{201D} is shown only then. What is under \u{201C}Unless\u{201D} is shown in every other case, even when the \
        question was skipped or never asked. Every question can be skipped. The evidence for a sentence \
        is next to it.
        """
      ),
    ]
    let evidence = evidence(claims: logic.cited, figures: logic.shown)
    let body = read + values(logic.equations) + promises + evidence
    return Document(
      title: guide.title,
      language: library.locality?.language ?? "en",
      blocks: start + body + words(usedIn: body) + help + grades(steps) + signature
    )
  }

  private var header: [Block.TableRow] {
    func row(_ name: String, _ words: String?) -> [Block.TableRow] {
      words.map { [Block.TableRow(RichText(name), RichText($0))] } ?? []
    }
    let next = guide.next.map { library[$0].title }.joined(separator: "; ")
    let options = guide.options.map(\.label).joined(separator: "; ")
    let signatures = guide.signatures.map { "\($0.name), \($0.role), on \($0.day)" }
    var rows = row("Guide", "\(guide.name) (\(guide.kind.rawValue))")
    for (key, name) in [
      ("condition", "Condition"), ("decision", "Decision"), ("for", "For"), ("author", "Author"),
      ("reviewer", "Reviewer"), ("funding", "Funding"), ("interests", "Interests"),
      ("reviewed", "Last reviewed"), ("review-by", "Review due"), ("update-policy", "Updates"),
      ("minutes", "Stated minutes"),
    ] { rows += row(name, guide.header[key]) }
    rows += row("Evidence review due", guide.reviewBy?.description)
    rows += row("Options of the decision", options.isEmpty ? nil : options)
    rows += row("Next guides", next.isEmpty ? nil : next)
    rows += row("Promises", promiseCounts)
    if let fingerprint = imprint.fingerprint {
      rows += row("Fingerprint of its words", fingerprint.guide)
      rows += row("Fingerprint of its evidence", fingerprint.evidence)
      rows += row("Fingerprint of shared parts", fingerprint.house)
    }
    rows += row("Printed", imprint.printed)
    return rows
      + (signatures.isEmpty ? ["no one yet"] : signatures).flatMap { row("Signed by", $0) }
  }

  private func evidence(claims: [Int], figures: [Int]) -> [Block] {
    if claims.isEmpty, figures.isEmpty { return [] }
    let stated = claims.map { library.claims[$0] }.flatMap { claim in
      item(claim.name, claim.statement, remarks(on: claim))
    }
    let counted = figures.map { library.figures[$0] }.flatMap { figure in
      let checked = figure.verified.map { [RichText("Checked on \($0).")] } ?? []
      return item(figure.name, figure.outcome, checked + sources(figure.sources))
    }
    return [.heading("The evidence")] + stated + counted
  }

  private func item(_ name: String, _ words: String, _ remarks: [RichText]) -> [Block] {
    [.item(RichText([.init(name, isStrong: true), .init(": \(words)")]))]
      + remarks.map { .remark($0) }
  }

  private func remarks(on claim: Claim) -> [RichText] {
    var words = ["Certainty: \(claim.certainty)."]
    words += claim.verified.map { ["Checked on \($0)."] } ?? []
    words += claim.checked.map { ["How: \($0)"] } ?? []
    words += claim.reviewBy.map { ["Check due: \($0)."] } ?? []
    words += claim.ends.map { ["True until \($0)."] } ?? []
    words += claim.sponsor.map { ["Paid for by \($0)."] } ?? []
    if !claim.conflicts.isEmpty {
      words.append("Disagrees with \(claim.conflicts.joined(separator: ", ")).")
    }
    return [RichText(words.joined(separator: " "))] + sources(claim.sources)
  }

  private func sources(_ names: [String]) -> [RichText] {
    names.map { name in
      guard let source = library.sources[name] else { return RichText("Source: \(name)") }
      let parts = [source.authors, source.title, source.year, source.locator]
        .filter { !$0.isEmpty }
      return RichText("Source: \(parts.joined(separator: ". "))")
    }
  }

  private var signature: [Block] {
    [
      .heading("Signature"),
      .paragraph("I have read this document. The words and the logic are right for patients."),
    ] + ["Name", "Role", "Date", "Signature"].map { .field($0) }
  }
}
