public import GuideCheck
public import GuideProof
import SourceText

/// All that a guide can say and do, on paper, in the order a person meets it: what a clinician signs.
public struct LogicDocument: Sendable {
  /// A piece of the document, and how deep under conditions it stands.
  public struct Block: Hashable, Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
      /// A heading; 1 is the title.
      case heading(Int)
      /// Words a person reads, and all else that is a sentence of its own.
      case paragraph
      /// An item of a list.
      case item
      /// A condition under which what stands deeper is there.
      case condition
      /// A remark for whoever reviews it; no patient sees it.
      case note
      /// A line to write on.
      case line
    }

    /// What it is.
    public let kind: Kind
    /// Its words.
    public let text: String
    /// Under how many conditions it stands.
    public let depth: Int
  }

  /// What is known of the guide besides its words.
  public struct Imprint: Sendable {
    /// What tells the text from any other; nil if it is not known.
    public var fingerprint: TextFingerprint?
    /// The day of printing.
    public var printed: String

    /// An edition.
    public init(fingerprint: TextFingerprint?, printed: String) {
      self.fingerprint = fingerprint
      self.printed = printed
    }
  }

  /// The blocks, in order.
  public private(set) var blocks: [Block] = []

  let library: Library
  let guide: Guide
  private(set) var cited: [Int] = []
  private(set) var shown: [Int] = []
  private(set) var equations: [EquationID] = []

  /// The document of a guide, with what was proved of its library.
  public init(of guide: GuideID, in library: Library, _ result: ProofResult, _ imprint: Imprint) {
    self.library = library
    self.guide = library[guide]
    addHeader(imprint)
    let steps = self.guide.steps.sorted { library[$0].span.start < library[$1].span.start }
    for step in steps { addStep(step) }
    addValues()
    addPromises(result, guide)
    addEvidence()
    addWordsAndHelp()
    addGrades(steps)
    addSignature(imprint)
  }

  mutating func add(_ kind: Block.Kind, _ text: String, depth: Int = 0) {
    if !text.isEmpty || kind == .line { blocks.append(Block(kind: kind, text: text, depth: depth)) }
  }

  mutating func cite(_ claim: Int) { if !cited.contains(claim) { cited.append(claim) } }
  mutating func show(_ figure: Int) { if !shown.contains(figure) { shown.append(figure) } }
  mutating func use(_ equation: EquationID) {
    if equations.contains(equation) { return }
    for part in library.equations[equation.index].reads { use(part) }
    equations.append(equation)
  }

  private mutating func addHeader(_ imprint: Imprint) {
    add(.heading(1), guide.title)
    add(.paragraph, "The logic of the guide \(guide.name): \(guide.kind.rawValue).")
    for (key, words) in [
      ("condition", "Condition"), ("decision", "Decision"), ("for", "For"),
      ("reviewed", "Read last on"), ("review-by", "To be read again by"),
      ("update-policy", "Updates"), ("author", "Author"), ("reviewer", "Reviewer"),
      ("funding", "Funding"), ("interests", "Interests"), ("minutes", "Minutes it says it takes"),
    ] {
      if let value = guide.header[key] { add(.item, "\(words): \(value)") }
    }
    if let day = guide.reviewBy { add(.item, "Earliest review, with what it cites: \(day)") }
    for option in guide.options { add(.item, "An option of the decision: \(option.label)") }
    let next = guide.next.map { library[$0].title }.joined(separator: "; ")
    if !next.isEmpty { add(.item, "Guides to go on with: \(next)") }
    if let fingerprint = imprint.fingerprint {
      add(.item, "Fingerprint of its own words: \(fingerprint.guide)")
      add(.item, "Of the evidence it names: \(fingerprint.evidence)")
      add(.item, "Of what it uses of the house and the glossary: \(fingerprint.house)")
    }
    add(.item, "Printed on \(imprint.printed)")
    for signature in guide.signatures {
      add(.item, "Signed by \(signature.name), \(signature.role), on \(signature.day)")
    }
    if guide.signatures.isEmpty { add(.item, "Signed by: no one yet") }
    add(.heading(2), "How to read this")
    add(
      .paragraph,
      """
      Everything that a person can read in this guide stands here, in the order they meet it. What \
      stands under \u{201C}When\u{201D} is there only then. What stands under \u{201C}Unless\u{201D} is there in every other \
      case: also when the question was skipped, or never asked. Every question can be skipped.
      """
    )
  }

  private mutating func addEvidence() {
    guard !cited.isEmpty || !shown.isEmpty else { return }
    add(.heading(2), "What it rests on")
    for claim in cited.map({ library.claims[$0] }) {
      add(.item, "\(claim.name): \(claim.statement)")
      var words = ["Certainty: \(claim.certainty)."]
      words += claim.verified.map { ["Checked on \($0)."] } ?? []
      words += claim.checked.map { ["How: \($0)"] } ?? []
      words += claim.reviewBy.map { ["To be checked again by \($0)."] } ?? []
      words += claim.sponsor.map { ["Paid for by \($0)."] } ?? []
      if !claim.conflicts.isEmpty {
        words.append("Disagrees with \(claim.conflicts.joined(separator: ", ")).")
      }
      add(.note, words.joined(separator: " "), depth: 1)
      addSources(claim.sources)
    }
    for figure in shown.map({ library.figures[$0] }) {
      add(.item, "\(figure.name): \(figure.outcome)")
      add(.note, figure.verified.map { "Checked on \($0)." } ?? "", depth: 1)
      addSources(figure.sources)
    }
  }

  private mutating func addSources(_ names: [String]) {
    for name in names {
      guard let source = library.sources[name] else {
        add(.note, "Source: \(name)", depth: 1)
        continue
      }
      let parts = [source.authors, source.title, source.year, source.locator].filter { !$0.isEmpty }
      add(.note, "Source: \(parts.joined(separator: ". "))", depth: 1)
    }
  }

  private mutating func addSignature(_ imprint: Imprint) {
    add(.heading(2), "Signature")
    add(.paragraph, "I have read this document. The words and the logic are right for patients.")
    for label in ["Name", "Role", "Date", "Signature"] { add(.line, label) }
  }
}
