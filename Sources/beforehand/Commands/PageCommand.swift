import ArgumentParser
import ContentFolder
import Documents
import GuideCheck
import GuideEngine
import Journal
import Phrases
import Reports
import SessionRecording
import SourceText
import Terminal

/// `beforehand page`: prints the page of a kept session.
struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: "Print the page of a kept session, to take to the visit.",
    discussion: """
      Without a name, this prints the page of the session that was kept last, without the lines you \
      took off it. To write it to a file: beforehand page > my-page.txt
      """
  )

  @Argument(help: ArgumentHelp("The session's name, such as maple-river-1.", valueName: "handle"))
  var handle: String?

  @Flag(help: "Use large print: short lines, with a blank line after each.")
  var largePrint = false

  @Flag(help: "Write JSON for other programs. The schema is page.schema.json.")
  var json = false

  @OptionGroup
  var place: ContentOptions

  @OptionGroup
  var data: DataOptions

  func validate() throws {
    if json, largePrint {
      throw ValidationError("Use either --json or --large-print, not both.")
    }
  }

  func run() throws {
    let path = try data.path()
    let named = try handle.map { try SessionName(typed: $0, in: data) }
    let shelf = try Shelf(place)
    do {
      let reader = try JournalReader(path)
      let wanted = try named ?? reader.latest(that: "has a page", in: data)
      guard let restored = RestoredSession(try reader.events(of: wanted)) else {
        throw JournalError.noSuchSession
      }
      // The page is made from the text that the person read.
      let library =
        try reader.library(of: restored, reading: ContentText.library(kept:)) ?? shelf.library()
      let page = Page(
        of: library,
        restored.replayed(over: library),
        sources: shelf.sources,
        fingerprint: restored.fingerprint,
        handle: "\(wanted)"
      )
      try write(page, library.phrases, shelf.output)
    } catch let error as JournalError {
      throw Failure(error.words(in: data), exit: error.exit)
    }
  }

  private func write(_ page: Page, _ phrases: any PatientPhrases, _ output: Output) throws {
    let blocks = PageDocument(page, phrases).printed.blocks
    let lines =
      json
      ? ["\(page.json)"]
      : largePrint ? TerminalRenderer.largePrint(blocks) : output.renderer.lines(blocks)
    try writing { () throws(OutputClosed) in try output.write(lines.drop(while: \.isEmpty)) }
  }
}
