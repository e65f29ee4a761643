import Documents
import GuideEngine
import Phrases
import SourceText
import TestSupport
import Testing

@testable import GuideCheck
@testable import SessionCore

struct PictureTests {
  private let screen: Screen

  init() throws { screen = Screen(of: try #require(decisionFolder.checked().library)) }

  @Test func `the words come first, then the groups side by side where they fit`() {
    let figure = Figure.made([("ketamine", .people(108, of: 195)), ("ect", .range(7, 11, of: 100))])
    let blocks: [Block] = [.detail("words")] + picture(of: figure)
    #expect(
      TerminalRenderer(width: 50, glyphs: .signs).lines(blocks)
        == [
          "", "  words", "",
          "Pictures of 100 people each. # is someone it",
          "happened to, + someone it may have happened to, .",
          "someone it did not.", "",
          "  Ketamine: 55           Ect: 7 to 11",
          "  # # # # # # # # # #    # # # # # # # + + +",
          "  # # # # # # # # # #    + . . . . . . . . .",
          "  # # # # # # # # # #    . . . . . . . . . .",
          "  # # # # # # # # # #    . . . . . . . . . .",
          "  # # # # # # # # # #    . . . . . . . . . .",
          "  # # # # # . . . . .    . . . . . . . . . .",
          "  . . . . . . . . . .    . . . . . . . . . .",
          "  . . . . . . . . . .    . . . . . . . . . .",
          "  . . . . . . . . . .    . . . . . . . . . .",
          "  . . . . . . . . . .    . . . . . . . . . .",
        ].map { $0.replacing("Ect", with: "ECT") }
    )
  }

  @Test func `what cannot be drawn is told in words only`() {
    #expect(picture(of: .made([("iv", .people(4, of: 8))])) == [])
    #expect(picture(of: .made([("iv", .people(1, of: 900))])) == [])
    let drawn = picture(of: .made([("iv", .people(40, of: 90))]))
    #expect(
      TerminalRenderer(width: 80, glyphs: .words).lines([.note("words")] + drawn) == ["", "words"]
    )
  }

  /// Counted from the lines, and worked out from the record in a second way.
  @Test(arguments: [GlyphSet.signs, .shapes], [40, 80, 132])
  func `the icons of random figures are as many as the record says`(
    _ glyphs: GlyphSet,
    _ width: Int
  ) throws {
    var dice = SeededGenerator(seed: UInt64(width))
    for _ in 0..<400 {
      var counts: [Figure.Count] = []
      var wanted = (filled: 0, maybe: 0, empty: 0)
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let low = Int.random(in: 1...99, using: &dice)
        let high = Int.random(in: low...99, using: &dice)
        let isRange = high > low && Bool.random(using: &dice)
        if isRange {
          counts.append(.range(low, high, of: 100))
        } else {
          let times = Int.random(in: 1...9, using: &dice)
          // A third of a person more or less does not change whole people.
          counts.append(
            .people(low * times * 3 + Int.random(in: -1...1, using: &dice), of: times * 300)
          )
        }
        wanted.filled += low
        wanted.maybe += isRange ? high - low : 0
        wanted.empty += 100 - (isRange ? high : low)
      }
      guard counts.allSatisfy({ Share.isDrawn($0) }) else { continue }
      let figure = Figure.made(counts.enumerated().map { ("group-\($0)", $1) })
      let lines = TerminalRenderer(width: width, glyphs: glyphs).lines(picture(of: figure))
      let icons = lines.filter { line in
        line.hasPrefix("  ") && !line.contains("Group")
      }.joined()
      let signs: [Character] = glyphs == .signs ? ["#", "+", "."] : ["■", "▒", "·"]
      let found = signs.map { sign in icons.count { $0 == sign } }
      #expect(found == [wanted.filled, wanted.maybe, wanted.empty], "\(counts)")
      #expect(lines.allSatisfy { displayWidth(of: $0) <= width })
      // A row is never broken: it holds ten icons for each group beside another.
      let rows = lines.filter { $0.hasPrefix("  ") && !$0.contains("Group") }
      #expect(rows.allSatisfy { $0.count { $0 != " " } % 10 == 0 })
    }
  }

  private func picture(of figure: Figure) -> [Block] {
    screen.picture(FigureWords(figure, English()))
  }
}

extension Share {
  /// Whether it is told out of a hundred; shares near the ends are not.
  fileprivate static func isDrawn(_ count: Figure.Count) -> Bool {
    switch count {
    case .people(let part, let whole): part * 100 >= whole && (whole - part) * 100 >= whole
    case .percent, .range: true
    }
  }
}

extension Figure {
  fileprivate static func made(_ arms: [(String, Count)]) -> Figure {
    Figure(
      name: "made",
      outcome: "Got well",
      about: [],
      population: "adults",
      horizon: "after 4 weeks",
      comparedWith: nil,
      arms: arms.map { Arm(name: $0, count: $1) },
      interval: nil,
      certainty: "low",
      sponsor: nil,
      sources: [],
      verified: nil,
      reviewBy: nil,
      conflicts: [],
      note: nil,
      missing: nil,
      measurement: nil
    )
  }
}
