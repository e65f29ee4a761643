import GuideCheck
import GuideEngine
import SourceText
import TestSupport
import Testing

@testable import Documents
@testable import SessionCore

/// Every screen of every guide, at every width and on every kind of terminal.
struct ReadableTests {
  private static let renderers = [40, 41, 80, 132].flatMap { width in
    GlyphSet.allCases.flatMap { glyphs in
      [false, true].map { TerminalRenderer(width: width, glyphs: glyphs, isASCII: $0) }
    }
  }

  private static let lines = [
    "1", "1", "1", "2", "2", "3", "4", "5", "1 2", "250", "skip", "back", "review", "?", "help",
    "why", "sources", "define ketamine", "define", "same", "menu", "go on", "xyz", "repeat", "9",
  ]

  /// All blocks that people come by who type whatever they like.
  private static func blocks(of library: Library) -> Set<Block> {
    var blocks: Set<Block> = []
    for seed in 0..<40 as Range<UInt64> {
      var dice = SeededGenerator(seed: seed)
      for guide in library.guides {
        var held = HeldSession(
          at: guide.name,
          of: library,
          isKiosk: seed % 2 == 0,
          isTerminal: seed % 3 == 0,
          consent: seed % 4 == 0 ? .undecided : .given(name: "maple-river-7")
        )
        blocks.formUnion(pages(of: &held, at: .began))
        for _ in 0..<80 where !held.session.isOver {
          let line = lines.randomElement(using: &dice) ?? "1"
          blocks.formUnion(pages(of: &held, at: .line(line, isCut: false)))
        }
      }
    }
    return blocks
  }

  /// What a session shows: on a screen of four rows all but the shortest texts wait to be read.
  private static func pages(
    of held: inout HeldSession,
    at event: LineEvent<RecordingOutcome>
  ) -> [Block] {
    held.handle(.resized(TerminalSize(columns: 40, rows: 4)))
    held.handle(event)
    var blocks: [Block] = []
    if case .reading(let pager) = held.session.phase { blocks = pager.sections.flatMap(\.blocks) }
    held.handle(.resized(TerminalSize(columns: 40, rows: 10_000)))
    if case .reading = held.session.phase { held.take("") }
    return blocks
  }

  @Test(arguments: ["real", "design", "decision"])
  func `no line is cut, too wide, or more than the terminal can show`(_ name: String) throws {
    let folder =
      switch name {
      case "real": try Folder.real()
      case "design": try Folder.design()
      default: decisionFolder
      }
    let blocks = Self.blocks(of: try #require(folder.checked().library))
    #expect(blocks.count > 50)
    for block in blocks {
      for renderer in Self.renderers {
        let lines = renderer.lines([block])
        let about = "\(renderer.width), \(renderer.glyphs), \(renderer.isASCII): \(block)"
        #expect(lines.allSatisfy { displayWidth(of: $0) <= renderer.width }, "\(about)")
        if renderer.isASCII {
          #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }, "\(about)")
        }
        guard let words = block.words else { continue }
        let wanted = letters(of: renderer.isASCII ? ascii(words) : words)
        // Columns stand beside each other, so their letters come in another order.
        let isRow = if case .row = block { renderer.glyphs == .shapes } else { false }
        var found = letters(of: lines.joined())
        // A long title has no closing sign.
        if case .heading = block, found.suffix(2) != ["=", "="] { found += ["=", "="] }
        if isRow {
          let isGrid = !lines.contains { $0.hasPrefix("- ") }
          let heads = isGrid ? block.heads.map { "-\($0):" }.joined() : ""
          #expect((found + letters(of: heads)).sorted() == wanted.sorted(), "\(about)")
        } else {
          #expect(found == wanted, "\(about)")
        }
      }
    }
  }

  private func letters(of text: String) -> [Character] {
    text.filter { !$0.isWhitespace }.map { $0 }
  }
}

extension Block {
  /// What must be read, with the signs around it; nil for what only draws.
  fileprivate var words: String? {
    switch self {
    case .heading(let title, _): "==\(title.text)=="
    case .item(let words): "-\(words.text)"
    case .choice(let key, let label): key + label.text
    case .row(let title, let cells):
      title + cells.map { "-\($0.head):\($0.text)" }.joined()
    default: text
    }
  }

  /// The names of the options in a row.
  fileprivate var heads: [String] {
    if case .row(_, let cells) = self { cells.map(\.head) } else { [] }
  }
}
