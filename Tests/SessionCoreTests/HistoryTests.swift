import GuideCheck
import GuideEngine
import Reports
import SourceText
import TestSupport
import Testing

@testable import SessionCore

/// The page after any mix of typed lines: going back, changing, skipping, erasing, and second thoughts.
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
    private(set) var held: HeldSession
    private(set) var forgotten = 0
    private(set) var spared = 0
    private(set) var problems: [String] = []

    init(_ library: Library, at guide: GuideID) {
      self.library = library
      self.guide = guide
      held = Self.fresh(library, at: guide)
      held.begin()
    }

    private static func fresh(_ library: Library, at guide: GuideID) -> HeldSession {
      HeldSession(
        at: library[guide].name,
        of: library,
        isKiosk: true,
        consent: .given(name: "maple-river-7")
      )
    }

    /// Types a line; false if the session ended as it should, with its page.
    mutating func type(_ line: String) -> Bool {
      let before = held.session.walk
      let wasErasing = if case .confirmingErasure = held.session.mode { true } else { false }
      let reply = held.take(line)
      if reply.requests.contains(.erase) {
        if !wasErasing || line != "forget" { problems.append("\(line) erased everything") }
        forgotten += 1
        held = Self.fresh(library, at: guide)
        held.begin()
        return true
      }
      if line == "forget" || wasErasing {
        spared += 1
        let isCommand = ["back", "change", "menu", "review", "same", "skip"]
          .contains { line.hasPrefix($0) }
        if !isCommand, held.session.walk != before { problems.append("\(line) changed an answer") }
      }
      return !held.session.isOver
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
      // A person who is about to change an answer has not changed anything yet.
      if visitor.held.session.walk.isChanging { _ = visitor.type("back") }
      let page = visitor.held.session.takenHome
      let straight = straight(library, to: visitor.held.session.walk)
      #expect(page == straight.takenHome, "seed \(seed)")
      #expect(visitor.problems == [], "seed \(seed)")
      filled += page.isEmpty ? 0 : 1
      forgotten += visitor.forgotten
      spared += visitor.spared
    }
    #expect(filled > 50)
    #expect(forgotten > 5)
    #expect(spared > 50)
  }

  /// The session of somebody who goes straight there, and takes off the same lines.
  private func straight(_ library: Library, to state: State) -> Session {
    var walked = State(of: library)
    for input in library.straightInputs(to: state) { _ = library.advance(&walked, input) }
    _ = library.advance(&walked, .prioritized(state.priorities))
    for item in library.pageItems(of: walked) where state.hasTakenOff(item) {
      _ = library.advance(&walked, .tookOff(item))
    }
    return Session(
      standing: walked,
      of: library,
      setting: SessionSetting(isKiosk: true, isTerminal: false),
      consent: .given(name: "maple-river-7")
    )
  }
}
