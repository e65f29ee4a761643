import Crypto
import Foundation
import Journal

/// What stood in a journal before somebody damaged it.
struct Truth {
  private let sessions: [JournalReader.Session]
  private let events: [SessionName: [KeptEvent]]
  private let texts: [String: [UInt8]]

  /// How a damaged journal was taken.
  enum Verdict: String, CaseIterable {
    /// Nothing can be told from what was there before.
    case harmless
    /// Reported, and nothing can be read.
    case closed
    /// Reported, and what is given out was written so.
    case partly
    /// Something else is given out than was written, or less without a word.
    case silent
  }

  /// The truth of a journal that is sound.
  init(of path: String) throws {
    let reader = try JournalReader(path)
    guard try reader.verify().isSound else { throw JournalError.noJournal }
    sessions = try reader.sessions()
    var events: [SessionName: [KeptEvent]] = [:]
    for session in sessions where session.isReadable {
      events[session.handle] = try reader.events(of: session.handle)
    }
    self.events = events
    texts = Dictionary(
      uniqueKeysWithValues: ["text", "text 1", "text 2", "text 3"].map { words in
        let digits = SHA256.hash(data: Data(words.utf8)).map {
          String(Int($0) + 256, radix: 16).dropFirst()
        }
        return (digits.joined(), Array(words.utf8))
      }
    )
  }

  /// Looks at a damaged journal through everything that reads.
  func verdict(on path: String) -> Verdict {
    guard let reader = try? JournalReader(path) else { return .closed }
    let verification = try? reader.verify()
    let isSound = verification?.isSound == true
    var isSame = (try? reader.sessions()) == sessions
    if isSound && !isSame { return .silent }
    for (handle, expected) in events {
      // Whole and right, or not at all.
      if let found = try? reader.events(of: handle) {
        if found != expected { return .silent }
      } else {
        isSame = false
      }
      let intact = (try? reader.intactEvents(of: handle)) ?? []
      if !intact.allSatisfy(expected.contains) { return .silent }
    }
    for (fingerprint, expected) in texts {
      if let found = try? reader.text(of: fingerprint), found != expected { return .silent }
    }
    if isSound { return isSame ? .harmless : .silent }
    return verification == nil ? .closed : .partly
  }

  /// How many events of sessions that can be read there were, and how many can still be read.
  func remains(on path: String) -> (of: Int, left: Int) {
    let reader = try? JournalReader(path)
    let left = events.keys.map { (try? reader?.intactEvents(of: $0).count) ?? 0 }
    return (events.values.reduce(0) { $0 + $1.count }, left.reduce(0, +))
  }
}
