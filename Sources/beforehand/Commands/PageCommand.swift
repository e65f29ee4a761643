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
      took off it. To write it to a file: beforehand page > my-page.txt. For a page that prints well \
      from a browser: beforehand page --html > my-page.html
      """
  )

  @Argument(help: ArgumentHelp("The session's name, such as maple-river-1.", valueName: "handle"))
  var handle: String?

  @Flag(help: "Use large print: short lines, with a blank line after each.")
  var largePrint = false

  @Flag(help: "Write a web page, which prints well from a browser.")
  var html = false

  @Flag(help: "Write JSON for other programs. The schema is page.schema.json.")
  var json = false

  @OptionGroup
  var place: ContentOptions

  @OptionGroup
  var data: DataOptions

  func validate() throws {
    if [json, largePrint, html].count(where: { $0 }) > 1 {
      throw ValidationError("Use only one of --json, --large-print, and --html.")
    }
  }

  func run() throws {
    let path = try data.path()
    let named = try handle.map { try SessionName(typed: $0, in: data) }
    let shelf = try Shelf(place)
    do {
      let reader = try JournalReader(path)
      let wanted = try named ?? reader.latest(that: "has a page", in: data)
      let events = try reader.events(of: wanted)
      guard let restored = RestoredSession(events) else {
        throw JournalError.noSuchSession
      }
      // The page is made from the text that the person read.
      let library =
        try reader.library(of: restored, reading: ContentText.library(kept:)) ?? shelf.library()
      let page = Page(
        of: library,
        restored.replayed(over: library),
        sources: shelf.sources,
        day: events.last?.timestamp.day,
        fingerprint: restored.fingerprint,
        handle: "\(wanted)"
      )
      try write(page, library.phrases, shelf.output)
    } catch let error as JournalError {
      throw Failure(error.words(in: data), exit: error.exit)
    }
  }

  private func write(_ page: Page, _ phrases: any PatientPhrases, _ output: Output) throws {
    try writing { () throws(OutputClosed) in try output.write(lines(page, phrases, output)) }
  }

  private func lines(_ page: Page, _ phrases: any PatientPhrases, _ output: Output) -> [String] {
    let document = PageDocument(page, phrases)
    if json { return ["\(page.json)"] }
    // The text has a line break at its end, and so does what is written.
    if html { return [String(document.text(in: .webPage).dropLast())] }
    if output.isTerminal, !largePrint {
      return Array(output.renderer.lines(document.printed.blocks).drop(while: \.isEmpty))
    }
    return [String(document.text(in: largePrint ? .largePrint : .text).dropLast())]
  }
}
