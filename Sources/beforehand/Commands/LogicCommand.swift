import ArgumentParser
import Authoring
import Documents

/// `beforehand logic`: a guide on paper.
struct LogicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logic",
    abstract:
      "Print all that a guide can say, with every condition and promise: what a clinician signs.",
    discussion: """
      Every screen's words in order, every question, every condition in words, what was proved, the \
      sources, the reading grade and the dates. Nothing a patient can read is left out.
      """
  )

  @Argument(help: "The name of a guide of the content folder, or a .guide file.")
  var guide: String

  @Flag(help: "Write a page for a browser and its printer.")
  var html = false

  @OptionGroup var content: ContentOptions

  func run() throws {
    let today = try today()
    let document = try GuideReading(guide, in: content.location, today: today)
      .logic(printedOn: today)
    print(
      html
        ? HTMLRenderer().page(document)
        : TerminalRenderer(width: 80).text(of: document)
    )
  }
}
