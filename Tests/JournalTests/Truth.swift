import Foundation
import Testing

@testable import Journal

/// What stood in a journal before somebody damaged it.
struct Truth {
  let sessions: [JournalReader.Session]
  let events: [Handle: [KeptEvent]]
  let texts: [String: [UInt8]]

  enum Verdict: Hashable {
    /// Nothing can be told from what was there before.
    case harmless
    /// Reported, and nothing can be read.
    case closed
    /// Reported, and what is given out was written so.
    case partly
    /// Something else is given out than was written, or less without a word.
    case silent
  }

  init(of scratch: Scratch) throws {
    // Reading leaves files of SQLite's behind: so a copy is read.
    let copy = try scratch.copy()
    let reader = try JournalReader(copy.path)
    sessions = try reader.sessions()
    var events: [Handle: [KeptEvent]] = [:]
    for session in sessions where session.isReadable {
      events[session.handle] = try reader.events(of: session.handle)
    }
    self.events = events
    texts = Dictionary(
      uniqueKeysWithValues: ["0", "1"].map {
        let bytes = Array("the text of edition \($0)".utf8)
        return (Data(bytes).fingerprint.hexadecimal, bytes)
      }
    )
    #expect(try reader.verify().isSound)
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
      let found = try? reader.text(of: fingerprint)
      if let found, found != expected { return .silent }
      if found == nil { isSame = false }
    }
    if isSound { return isSame ? .harmless : .silent }
    return verification == nil ? .closed : .partly
  }
}
