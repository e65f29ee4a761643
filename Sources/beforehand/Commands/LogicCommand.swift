import ArgumentParser
import Authoring
import Documents

/// `beforehand logic`: a guide on paper, for a clinician to sign.
struct LogicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logic",
    abstract:
      "Print everything a guide can say, with every condition and promise, for a clinician to sign.",
    discussion: """
      The document has the text of every screen in order, every question and condition, what was \
      proved, the sources, the reading grade, and the dates. It includes everything that a patient \
      can read.
      """
  )

  @Argument(help: "The name of a guide in the content folder, or a .guide file.")
  var guide: String

  @Flag(help: "Write an HTML page for a browser and its printer.")
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
