import ArgumentParser
import ContentFolder
import FoundationEssentials
import GuideCheck
import GuideProof
import SourceText

/// `beforehand new`: a guide to begin with, which passes every check.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Ask a few questions, and write a guide that passes `check`.",
    discussion: """
      The guide and its first transcripts go to the content folder; no file is written over. What \
      the house wants said in every guide is said there, in the words of the claims. What is not \
      given with options is asked for; from a pipe, each line is an answer.
      """
  )

  @Option(help: "What stands over it.")
  var title: String?

  @Option(
    help: "The name of its file, in small letters, digits and hyphens; otherwise made of the title."
  )
  var name: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Whom it is for.", valueName: "people")
  )
  var audience: String?

  @Option(help: "What it is about, in a sentence or two.")
  var about: String?

  @Flag(help: "It helps somebody decide; the options that follow go with it.")
  var decisionAid = false

  @Option(help: "What the person has.")
  var condition: String?

  @Option(help: "The question to decide.")
  var decision: String?

  @Option(help: "A choice; there are two or more.")
  var choice: [String] = []

  @OptionGroup var content: ContentOptions

  func validate() throws {
    if !decisionAid, condition != nil || decision != nil || !choice.isEmpty {
      throw ValidationError("--condition, --decision and --choice go with --decision-aid.")
    }
  }

  func run() throws {
    let library = try GuideReading("house", in: content).library
    let folder = try content.folder().path
    let draft = try filled(GuideDraft(claims: library.saidEverywhere, today: today()), library)
    let path = "\(folder)/guides/\(draft.name).guide"
    try create(path, draft.text)
    let inspection = try Inspection([path], in: content) { prove($0).diagnostics }
    guard let library = inspection.libraries.first, inspection.diagnostics.isEmpty else {
      let renderer = DiagnosticRenderer()
      for fault in inspection.diagnostics { print(renderer.text(of: fault, color: usesColor())) }
      throw Failure("`\(visible(path))` is written; mend this first.", exit: .content)
    }
    let missing = Coverage(of: library, guides: [draft.name]).missing
    let tests = try Proposals(for: missing, in: library).write(in: folder + "/transcripts")
    for path in [path] + tests { print("wrote  \(visible(path))") }
    print(Self.next(draft.name, folder))
  }

  // MARK: answers

  /// The draft with what the options say, and what is answered.
  private func filled(_ draft: GuideDraft, _ library: Library) throws -> GuideDraft {
    var filling = Filling(draft)
    let isWhole = title != nil && audience != nil && about != nil
    try filling.take(title, \.title, "--title", "What is it called? This stands over it:")
    let proposed = filling.draft.proposedName
    try filling.take(
      name ?? (isWhole ? proposed : nil),
      \.name,
      "--name",
      "What is its file called? An empty line takes \(proposed).",
      otherwise: proposed
    ) { name in
      library.guide(named: name) == nil ? nil : "There is a guide called that."
    }
    let people = "Whom is it for? Such as: adults who are about to have a first visit"
    try filling.take(audience, \.audience, "--for", people)
    let subject = "What is it about? A sentence or two that a patient reads first:"
    try filling.take(about, \.about, "--about", subject)
    let kinds = ["It teaches and prepares", "It helps somebody decide between treatments"]
    filling.draft.isDecisionAid =
      try decisionAid || !isWhole && filling.choose("What does it do?", among: kinds) == 1
    guard filling.draft.isDecisionAid else { return filling.draft }
    let has = "What does the person have? Such as: Sleeping badly for some months"
    try filling.take(condition, \.condition, "--condition", has)
    try filling.take(decision, \.decision, "--decision", "What is there to decide? It ends in `?`:")
    let choices: [String?] = choice + Array(repeating: nil, count: max(0, 2 - choice.count))
    for (place, given) in choices.enumerated() {
      if !filling.draft.choices.indices.contains(place) { filling.draft.choices.append("") }
      let question =
        place == 0
        ? "What is the first choice?" : "What is the other? No change is always one more."
      try filling.take(given, \.choices[place], "--choice", question)
    }
    return filling.draft
  }

  // MARK: files

  private func create(_ path: String, _ text: String) throws {
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
    } catch {
      let isThere = FileManager.default.fileExists(atPath: path)
      let why = isThere ? "There is one already." : "The folder does not let it be made."
      throw Failure("`\(visible(path))` was not written. \(why)", exit: .cannotCreate)
    }
  }

  /// What to do with a new guide.
  private static func next(_ name: String, _ folder: String) -> String {
    """

    It passes `check` and `test`. The transcripts were held by the program: read them.

    What next:
      beforehand try \(name)
          Go through it while you write. What you save counts at once.
      beforehand check, and beforehand test
          Whether every path is safe, and every conversation as it was.
      => \(name)
          Put this line under `menu` in \(visible(folder))/house.guide: it is then on the shelf.
      beforehand logic \(name), then beforehand sign \(name)
          Print it for a clinician, and record who has read and signed it.
    """
  }
}

/// A draft that is being filled in.
private struct Filling {
  var draft: GuideDraft
  private var prompter: Prompter?

  init(_ draft: GuideDraft) { self.draft = draft }

  /// Takes what was given, or asks for it; an empty line means `otherwise`, if there is that.
  mutating func take(
    _ given: String?,
    _ part: WritableKeyPath<GuideDraft, String>,
    _ option: String,
    _ question: String,
    otherwise: String? = nil,
    besides isTaken: @escaping (String) -> String? = { _ in nil }
  ) throws {
    let draft = draft
    func problem(_ text: String) -> String? {
      var filled = draft
      filled[keyPath: part] = text.isEmpty ? otherwise ?? "" : text
      if filled[keyPath: part].isEmpty { return "Type a few words." }
      if let fault = isTaken(filled[keyPath: part]) { return fault }
      return filled.fault.map { "That cannot stand in a guide: \($0)." }
    }
    if let given, let problem = problem(given) {
      throw Failure("\(option): \(problem)", exit: .usage)
    }
    let text = try given ?? asking().ask(question, problem: problem)
    self.draft[keyPath: part] = text.isEmpty ? otherwise ?? "" : text
  }

  /// Asks for one of several things.
  mutating func choose(_ question: String, among labels: [String]) throws -> Int {
    try asking().choose(question, among: labels)
  }

  private mutating func asking() -> Prompter {
    let prompter = prompter ?? Prompter()
    self.prompter = prompter
    return prompter
  }
}

extension Library {
  /// For all that the house promises of every guide, the claim that says it and the least besides.
  fileprivate var saidEverywhere: [Claim] {
    var said: [Claim] = []
    for promise in self[.house].promises where promise.clause == nil {
      guard case .seeBeforeEnd(let mention) = promise.form else { continue }
      let claim: Claim? =
        switch mention {
        case .claim(let index): claims[index]
        case .subject(let subject):
          claims.filter { $0.verified != nil && $0.about.contains(subject) }
            .min { $0.about.count < $1.about.count }
        default: nil
        }
      if let claim, !said.contains(where: { $0.name == claim.name }) { said.append(claim) }
    }
    return said
  }
}
