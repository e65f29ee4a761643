import Foundation
import GuideCheck
import GuideEngine
import Journal

/// A session in a real journal that is closed and reopened at every step.
final class JournalPassage {
  private let library: Library
  private let path: String
  private var handle: SessionName?
  /// What the journal gave last.
  private var state: State

  init(over library: Library) throws {
    self.library = library
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "journal-passage-\(UUID().uuidString)").path
    state = State(of: library)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Keeps what the engine took, closes the journal, and gives the state that reading it again makes.
  func keep(_ inputs: [Input]) throws -> State {
    try write(inputs)
    guard let handle else { return state }
    var replayed = State(of: library)
    for kept in try JournalReader(path).events(of: handle) {
      switch kept.event {
      case .began(let guide, _, _):
        _ = library.advance(&replayed, .began(library.guide(named: guide) ?? .house))
      case .input(let input):
        if let input = input.input(in: library) { _ = library.advance(&replayed, input) }
      case .carriedOver, .drafted, .finished, .left, .stopped: break
      }
    }
    state = replayed
    return replayed
  }

  private func write(_ inputs: [Input]) throws {
    let events = inputs.map { Event($0, in: library, fingerprint: "test") }
    guard !events.isEmpty else { return }
    let writer = try JournalWriter(path)
    if let handle {
      try writer.resume(handle).appender.append(events, at: .now)
    } else {
      handle = try writer.begin(events, at: .now).handle
    }
  }
}
