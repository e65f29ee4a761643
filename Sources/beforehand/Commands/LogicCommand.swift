import ArgumentParser
import ContentFolder
import Documents
import GuideCheck
import GuideProof
import GuideReview
import SourceText

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
    let reading = try GuideReading(guide, in: content)
    let document = LogicDocument(
      of: reading.guide,
      in: reading.library,
      prove(reading.library, isMeasuring: true),
      LogicDocument.Imprint(
        fingerprint: reading.content.textFingerprints()[reading.library[reading.guide].name],
        printed: try today().description
      )
    ).document
    print(
      html
        ? HTMLRenderer().page(document)
        : TerminalRenderer(width: 80).text(of: document)
    )
  }
}
