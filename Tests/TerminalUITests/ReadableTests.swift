import GuideCheck
import GuideEngine
import SourceText
import TestSupport
import Testing

@testable import TerminalUI

/// Every screen of every guide, at every width and on every kind of terminal.
struct ReadableTests {
  private static let layouts = [40, 41, 80, 132].flatMap { width in
    Layout.Drawing.allCases.flatMap { drawing in
      [false, true].map { Layout(width: width, drawing: drawing, isASCII: $0) }
    }
  }

  private static let lines = [
    "1", "1", "1", "2", "2", "3", "4", "5", "1 2", "250", "skip", "back", "review", "?", "help",
    "why", "sources", "define ketamine", "define", "same", "menu", "go on", "xyz", "repeat", "9",
  ]

  /// All blocks that people come by who type whatever they like.
  private static func blocks(of library: Library) -> Set<ScreenBlock> {
    var blocks: Set<ScreenBlock> = []
    for seed in 0..<60 as Range<UInt64> {
      var dice = SeededGenerator(seed: seed)
      for guide in library.guides.indices {
        var sitting = Sitting(
          of: library,
          setting: Sitting.Setting(isKiosk: seed % 2 == 0, isTerminal: seed % 3 == 0),
          keeping: seed % 4 == 0 ? .undecided : .kept(handle: "maple-river-7")
        )
        sitting.sources = ["a-study": aStudy]
        var reply = sitting.begin(at: GuideID(guide))
        for _ in 0..<80 where !reply.isOver {
          blocks.formUnion(reply.blocks)
          reply = sitting.take(lines.randomElement(using: &dice) ?? "1")
        }
        blocks.formUnion(reply.blocks)
      }
    }
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
      for layout in Self.layouts {
        let lines = layout.lines([block])
        let about = "\(layout.width), \(layout.drawing), \(layout.isASCII): \(block)"
        #expect(lines.allSatisfy { displayWidth(of: $0) <= layout.width }, "\(about)")
        if layout.isASCII {
          #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }, "\(about)")
        }
        guard let words = block.words else { continue }
        let wanted = letters(of: layout.isASCII ? ascii(words) : words)
        // Columns stand beside each other, so their letters come in another order.
        let isRow = if case .row = block { layout.drawing == .shapes } else { false }
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

  @Test func `a terminal without Unicode still says what can be said`() {
    #expect(
      ascii("“Don’t” – wait… Español, Zoë, e\u{301}") == "\"Don't\" - wait... Espanol, Zoe, e"
    )
    #expect(ascii("日本 🙂") == "???? ??")
    #expect(ascii("plain") == "plain")
  }
}

extension ScreenBlock {
  /// What must be read, with the signs around it; nil for what only draws.
  fileprivate var words: String? {
    switch self {
    case .heading(let title): "==\(title)=="
    case .paragraph(let words): words.text
    case .item(let words): "-\(words.text)"
    case .prompt(let text), .note(let text), .detail(let text): text
    case .choice(let key, let label): key + label
    case .row(let title, let cells):
      title + cells.map { "-\($0.head):\($0.text)" }.joined()
    case .bars, .heads, .picture: nil
    }
  }

  /// The names of the options in a row.
  fileprivate var heads: [String] {
    if case .row(_, let cells) = self { cells.map(\.head) } else { [] }
  }
}
