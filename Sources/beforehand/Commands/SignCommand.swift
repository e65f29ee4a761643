import ArgumentParser
import Authoring
import GuideCheck
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
      if let problem = Signing.problem(with: text) { throw ValidationError(problem) }
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
    let signing = try Signing(of: guide, on: day, in: content.location, today: today)
    let (name, role) = try signer(of: signing.guide)
    let path = try signing.record(name: name, role: role)
    print("Signed: `\(guide)`, by \(name), \(role), on \(day). It stands in `\(visible(path))`.")
  }

  /// Who signs, as the options say or as is answered.
  private func signer(of guide: Guide) throws -> (name: String, role: String) {
    if let name, let role { return (name, role) }
    let prompter = Prompter()
    try prompter.say("\(guide.title) (\(guide.name)), as it stands.")
    let name =
      try name ?? prompter.ask("Who signed it? Their name:", problem: Signing.problem(with:))
    let role =
      try role
      ?? prompter.ask(
        "What are they, such as \"psychiatrist\"?",
        problem: Signing.problem(with:)
      )
    let reads = "Has \(name) read all of it, as `beforehand logic \(guide.name)` prints it now?"
    guard try prompter.confirm(reads) else {
      throw Failure("Then it is not signed. Nothing was written.", exit: .usage)
    }
    return (name, role)
  }
}
