import GuideCheck
import GuideEngine
import TestSupport
import Testing

/// A long line of steps with a running count: what is measured elsewhere is here read word by word.
struct CorridorTests {
  @Test func `a walk down fifty steps reads what counting by hand gives`() throws {
    let corridor = Corridor(steps: 50)
    let library = try #require(corridor.folder.checked().library)
    var state = State(of: library)
    var texts: [String] = []
    var pick = Picks()

    var asking = try read(
      library.advance(&state, .began(#require(library.guide(named: "corridor")))),
      library,
      &texts
    )
    while let asked = asking {
      let choice = pick.next(among: asked.offered)
      asking = read(
        library.advance(
          &state,
          .answered(asked.question, .options(OptionMask(place: choice)))
        ),
        library,
        &texts
      )
    }

    #expect(state.isFinished)
    #expect(texts == corridor.expected)
    #expect(library.summary(of: state).answers.count == 50)
  }

  /// Adds every text, and returns the question if there is one.
  private func read(_ effects: [Effect], _ library: Library, _ texts: inout [String]) -> Asking? {
    var asked: Asking?
    for effect in effects {
      switch effect {
      case .title(let step): texts.append(library[step].title)
      case .show(_, let composed): texts.append(composed.text)
      case .ask(let asking):
        asked = asking
        let question = library[asking.question]
        texts.append(question.prompt)
        for (index, option) in question.options.enumerated()
        where asking.offered.contains(place: index) {
          texts.append(option.label)
        }
      default: break
      }
    }
    return asked
  }
}

/// The same answers on every machine.
private struct Picks {
  private var seed = 12_345

  mutating func next(among offered: OptionMask) -> Int {
    seed = (seed &* 1_103_515_245 &+ 12_345) & 0x7FFF_FFFF
    var pick = (seed >> 16) % 3
    while !offered.contains(place: pick) { pick = (pick + 1) % 3 }
    return pick
  }
}

private struct Corridor {
  let steps: Int

  var folder: Folder {
    Folder([
      "house.guide": """
      title: A house
      kind: house

      # shelf: What would you like to look at?
      menu
        => corridor

      """,
      "guides/corridor.guide": header + (1...steps).map(step).joined(separator: "\n"),
    ])
  }

  private let header = """
    title: Corridor
    kind: education
    for: nobody
    reviewed: 2026-11-21
    review-by: 2027-05-21
    update-policy: None.
    author: a test
    funding: none


    """

  private func step(_ number: Int) -> String {
    """
    # s\(number): Step \(number)
    \(number == 1 ? "let score-1 = 0\n\n" : "")\
    So far your count is {score-\(number)}.

    ? q\(number): Which one?
      ( ) a: The first way
        You took the first.
      ( ) b: The second way
        You took the second.
    \(number == 1 ? "" : "  when q\(number - 1) is a or b:\n  ")\
      ( ) c: The third way
    \(number == 1 ? "" : "  ")\
        You took the third.

    let told-\(number) = q\(number) is known
    let kept-\(number) = q\(number) is skipped
    let score-\(number + 1) = score-\(number) + count of told-\(number) - count of kept-\(number)

    """
  }

  /// Every text of the walk, in order, without the engine.
  var expected: [String] {
    let ways = ["first", "second", "third"]
    var texts: [String] = []
    var pick = Picks()
    var score = 0
    var last = 0
    for number in 1...steps {
      texts += ["Step \(number)", "So far your count is \(score).", "Which one?"]
      let offered = OptionMask(first: last == 2 ? 2 : 3)
      texts += ways.prefix(last == 2 ? 2 : 3).map { "The \($0) way" }
      last = pick.next(among: offered)
      texts.append("You took the \(ways[last]).")
      score += 1
    }
    return texts
  }
}
