import ArgumentParser
import ContentFolder
import GuideCheck
import GuideEngine
import Journal
import Reports
import SourceText
import TerminalUI

/// Prints the page of a kept sitting.
struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: "Print the page to take to the visit, from a kept sitting.",
    discussion: """
      Without a handle, the page of the sitting that was kept last. What you took off your page is not \
      on it. To make a file: beforehand page > my-page.txt
      """
  )

  @Argument(help: ArgumentHelp("Its handle, such as maple-river-1.", valueName: "handle"))
  var handle: String?

  @Flag(help: "Large print: few words on a line, and a blank line under each.")
  var largePrint = false

  @Flag(help: "Write JSON for other programs; its schema is page.schema.json.")
  var json = false

  @OptionGroup
  var place: ContentOptions

  @OptionGroup
  var data: DataOptions

  func validate() throws {
    if json, largePrint {
      throw ValidationError("--json and --large-print say two things at once.")
    }
  }

  func run() throws {
    let path = try data.path()
    let named = try handle.map { try SessionName(typed: $0, in: data) }
    let shelf = try Shelf(place)
    do {
      let reader = try JournalReader(path)
      let wanted = try named ?? reader.latest(that: "has a page", in: data)
      guard let left = try Left(reader.events(of: wanted), reader: reader) else {
        throw JournalError.noSuchSession
      }
      try write(page(of: left, wanted, shelf), shelf.output)
    } catch let error as JournalError {
      throw Failure(error.words(in: data), exit: error.exit)
    }
  }

  /// The page of a sitting, on the text the person read.
  private func page(of left: Left, _ handle: SessionName, _ shelf: Shelf) throws -> Page {
    let library = try left.text?.library ?? shelf.library()
    return Page(
      of: library,
      left.replayed(in: library),
      sources: shelf.sources(),
      fingerprint: left.fingerprint,
      handle: "\(handle)"
    )
  }

  private func write(_ page: Page, _ output: Output) throws {
    if json {
      try output.write(["\(page.json)"])
      return
    }
    let blocks = PageScreen(page).printed
    let layout = output.layout(columns: LineEditor.terminalSize?.columns)
    try output.write(
      (largePrint ? Layout.largePrint(blocks) : layout.lines(blocks)).drop(while: \.isEmpty)
    )
  }
}
