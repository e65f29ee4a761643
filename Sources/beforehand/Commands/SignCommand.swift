import ArgumentParser
import Authoring
import GuideCheck
import SourceText

/// `beforehand sign`: records a signature for a guide as it is now.
struct SignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Record that a clinician has read and signed a guide on paper.",
    discussion: """
      Print the guide with `beforehand logic`, have a clinician read and sign it, then record the \
      signature with this command. The record goes into `signatures.guide` in the content folder, \
      with a fingerprint of the text. If the text changes, the signature no longer counts, and \
      `check` says so. You are asked for what you do not give with --name and --role.
      """
  )

  @Argument(help: "The name of a guide in the content folder.")
  var guide: String

  @Option(help: "Who signed.")
  var name: String?

  @Option(help: "Their role, such as \"psychiatrist\".")
  var role: String?

  @Option(
    help: ArgumentHelp("The date of the signature. By default, today.", valueName: "YYYY-MM-DD")
  )
  var date: String?

  @OptionGroup var content: ContentOptions

  func validate() throws {
    for text in [name, role].compactMap(\.self) {
      if let problem = Signing.problem(with: text) { throw ValidationError(problem) }
    }
    if let date, Day(date) == nil {
      throw ValidationError("--date must be a date such as 2026-11-21.")
    }
    if guide.hasSuffix(".guide") {
      throw ValidationError("Give the name of a guide in the content folder, without `.guide`.")
    }
  }

  func run() throws {
    let today = try today()
    let day = date.flatMap { Day($0) } ?? today
    let signing = try Signing(of: guide, on: day, in: content.location, today: today)
    let (name, role) = try signer(of: signing.guide)
    let path = try signing.record(name: name, role: role)
    print("Recorded in `\(visible(path))`: `\(guide)` was signed by \(name), \(role), on \(day).")
  }

  /// The person who signed, from the options or from answers.
  private func signer(of guide: Guide) throws -> (name: String, role: String) {
    if let name, let role { return (name, role) }
    let prompter = Prompter()
    try prompter.say("\(guide.title) (\(guide.name)), as it is now.")
    let name =
      try name ?? prompter.ask("Who signed it? Their name:", problem: Signing.problem(with:))
    let role =
      try role
      ?? prompter.ask(
        "What is their role, such as \"psychiatrist\"?",
        problem: Signing.problem(with:)
      )
    let question = "Has \(name) read all of it, as `beforehand logic \(guide.name)` prints it now?"
    guard try prompter.confirm(question) else {
      throw Failure("The signature was not recorded. Nothing was written.", exit: .usage)
    }
    return (name, role)
  }
}
