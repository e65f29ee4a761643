import ArgumentParser
import Authoring
import ContentFolder
import SourceText

/// `beforehand new`: a first draft of a guide, which passes every check.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Ask a few questions, and write a guide that passes `check`.",
    discussion: """
      Writes the guide and its first transcripts to the content folder, and never overwrites a file. \
      The guide already says what `house.guide` requires in every guide, in the words of the claims. \
      You are asked for everything you do not give with an option; in a pipe, each line is an answer.
      """
  )

  @Option(help: "The guide's title.")
  var title: String?

  @Option(
    help:
      "The name of its file: lowercase letters, digits, and hyphens. By default, from the title."
  )
  var name: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Who it is for.", valueName: "people")
  )
  var audience: String?

  @Option(help: "What it is about, in a sentence or two.")
  var about: String?

  @Flag(help: "Make it a decision aid. The next three options are only for decision aids.")
  var decisionAid = false

  @Option(help: "What the person has.")
  var condition: String?

  @Option(help: "The question to decide.")
  var decision: String?

  @Option(help: "A choice. Repeat this option for each choice; there are at least two.")
  var choice: [String] = []

  @OptionGroup var content: ContentOptions

  func validate() throws {
    if !decisionAid, condition != nil || decision != nil || !choice.isEmpty {
      throw ValidationError("Use --condition, --decision, and --choice only with --decision-aid.")
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
    try ask(&interview)
    do throws(AuthoringError) {
      let paths = try interview.draft.write(in: location, today: today)
      for path in paths { print("wrote  \(visible(path))") }
    } catch {
      if case .writtenWithProblems(_, let problems) = error {
        let renderer = DiagnosticRenderer()
        for problem in problems { print(renderer.text(of: problem, color: usesColor())) }
      }
      throw error
    }
    print(Self.next(interview.draft.name, folder))
  }

  /// The parts given as options.
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

  /// Asks for the parts that were not given as options.
  private func ask(_ interview: inout GuideInterview) throws {
    lazy var prompter = Prompter()
    while let question = try interview.next() {
      do throws(Failure) {
        switch question {
        case .words(let text, let problem):
          interview.answer(try prompter.ask(text, problem: problem))
        case .choice(let text, let labels):
          interview.answer(choosing: try prompter.choose(text, among: labels))
        }
      } catch {
        guard let command = command(toGoOnWith: interview) else { throw error }
        let message = "\(error.message)\nTo continue with your answers so far:\n  \(command)"
        throw Failure(message, exit: error.exit)
      }
    }
  }

  /// The command that goes on with the answers so far; nil if there are none.
  private func command(toGoOnWith interview: GuideInterview) -> String? {
    if interview.answered.isEmpty { return nil }
    let options = interview.answered.map { part, words in "\(part.option) \(shellWord(words))" }
    let kind = interview.draft.isDecisionAid ? ["--decision-aid"] : []
    return (["beforehand new"] + kind + options).joined(separator: " ") + content.typed
  }

  /// What to do with a new guide.
  private static func next(_ name: String, _ folder: String) -> String {
    """

    The guide passes `check` and `test`. The program wrote the transcripts, so read them.

    What to do next:
      beforehand try \(name)
          Preview it while you write. The preview shows each change as soon as you save it.
      beforehand check, and beforehand test
          Check that every path is safe, and that every conversation is as recorded.
      => \(name)
          Add this line under `menu` in \(visible(folder))/house.guide to put it on the shelf.
      beforehand logic \(name), then beforehand sign \(name)
          Print it for a clinician, and record who read and signed it.
    """
  }
}
