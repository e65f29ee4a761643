import ArgumentParser
import Authoring
import ContentFolder
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
    let (location, today) = (content.location, try today())
    let library = try GuideReading("house", in: location, today: today).library
    let folder = try location.folder().path
    var interview = GuideInterview(
      GuideDraft(for: library, today: today, reservedNames: Beforehand.reservedNames),
      given: given,
      for: library
    )
    try hold(&interview)
    do throws(AuthoringError) {
      let paths = try interview.draft.write(in: location, today: today)
      for path in paths { print("wrote  \(visible(path))") }
    } catch {
      if case .writtenWithFaults(_, let faults) = error {
        let renderer = DiagnosticRenderer()
        for fault in faults { print(renderer.text(of: fault, color: usesColor())) }
      }
      throw error
    }
    print(Self.next(interview.draft.name, folder))
  }

  /// What the options say.
  private var given: GuideInterview.Given {
    var words: [GuideInterview.Part: String] = [:]
    words[.title] = title
    words[.name] = name
    words[.audience] = audience
    words[.about] = about
    words[.condition] = condition
    words[.decision] = decision
    for (place, label) in choice.enumerated() { words[.choice(place)] = label }
    return GuideInterview.Given(words, isDecisionAid: decisionAid)
  }

  /// Asks what the options do not say.
  private func hold(_ interview: inout GuideInterview) throws {
    lazy var prompter = Prompter()
    while let question = try interview.next() {
      switch question {
      case .words(let text, let problem):
        interview.answer(try prompter.ask(text, problem: problem))
      case .choice(let text, let labels):
        interview.answer(choosing: try prompter.choose(text, among: labels))
      }
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
