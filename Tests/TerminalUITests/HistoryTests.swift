import GuideCheck
import GuideEngine
import Reports
import SourceText
import TestSupport
import Testing

@testable import TerminalUI

/// The page after any mix of typed lines: going back, changing, leaving out, erasing, and second thoughts.
struct HistoryTests {
  private static let lines = [
    "1", "1", "1", "2", "2", "3", "4", "1 2", "250", "skip", "skip", "back", "back", "change",
    "change 2", "change 3", "change 5", "same", "review", "7", "9", "go on", "menu", "repeat",
    "pause", "forget", "forget", "xyz", "", "help", "My own words.",
  ]

  /// One person at one place; somebody new sits down when everything was erased.
  private struct Visitor {
    let library: Library
    let guide: GuideID
    private(set) var sitting: Sitting
    private(set) var forgotten = 0
    private(set) var spared = 0
    private(set) var faults: [String] = []

    init(_ library: Library, at guide: GuideID) {
      self.library = library
      self.guide = guide
      sitting = Self.fresh(library)
      _ = sitting.begin(at: guide)
    }

    private static func fresh(_ library: Library) -> Sitting {
      Sitting(
        of: library,
        setting: Sitting.Setting(isKiosk: true, isTerminal: false),
        keeping: .kept(handle: "maple-river-7")
      )
    }

    /// Types a line; false if the sitting ended as it should, with its page.
    mutating func type(_ line: String) -> Bool {
      let before = sitting.state
      let wasForgetting = sitting.page == .forgetting
      let reply = sitting.take(line)
      if reply.erases {
        if !wasForgetting || line != "forget" { faults.append("\(line) erased everything") }
        forgotten += 1
        sitting = Self.fresh(library)
        _ = sitting.begin(at: guide)
      } else if line == "forget" || wasForgetting {
        spared += 1
        let isCommand = ["back", "change", "menu", "review", "same", "skip"]
          .contains { line.hasPrefix($0) }
        if !isCommand, sitting.state != before { faults.append("\(line) changed an answer") }
      }
      return !reply.isOver || reply.erases
    }
  }

  @Test(arguments: ["real", "design", "decision"])
  func `whatever was typed, the page is that of somebody who said the same at once`(
    _ name: String
  ) throws {
    let folder =
      switch name {
      case "real": try Folder.real()
      case "design": try Folder.design()
      default: decisionFolder
      }
    let library = try #require(folder.checked().library)
    var (filled, forgotten, spared) = (0, 0, 0)
    for seed in 0..<150 as Range<UInt64> {
      var dice = SeededGenerator(seed: seed)
      let guides = library.guides.indices.dropFirst()
      let guide = GuideID(try #require(guides.randomElement(using: &dice)))
      var visitor = Visitor(library, at: guide)
      for _ in 0..<Int.random(in: 1..<120, using: &dice) {
        guard visitor.type(Self.lines.randomElement(using: &dice) ?? "1") else { break }
      }
      // Whoever stands before a change has changed nothing yet.
      if visitor.sitting.state.isChanging { _ = visitor.type("back") }
      let page = visitor.sitting.takenHome(sources: ["a-study": aStudy])
      let straight = straight(library, to: visitor.sitting.state)
      #expect(page == straight.takenHome(sources: ["a-study": aStudy]), "seed \(seed)")
      #expect(visitor.faults == [], "seed \(seed)")
      filled += page.isEmpty ? 0 : 1
      forgotten += visitor.forgotten
      spared += visitor.spared
    }
    #expect(filled > 50)
    #expect(forgotten > 5)
    #expect(spared > 50)
  }

  /// The sitting of somebody who goes straight there, and takes off the same lines.
  private func straight(_ library: Library, to state: State) -> Sitting {
    var walked = State(of: library)
    for input in library.straightInputs(to: state) { _ = library.advance(&walked, input) }
    let kept = library.summary(of: state).lines
    for line in library.summary(of: walked).lines where !kept.contains(line) {
      _ = library.advance(&walked, .tookOff(line))
    }
    var sitting = Sitting(
      of: library,
      setting: Sitting.Setting(isKiosk: true, isTerminal: false),
      standing: walked
    )
    sitting.keeping = .kept(handle: "maple-river-7")
    return sitting
  }
}
