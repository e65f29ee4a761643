import Crypto
import Foundation
import Journal

/// What a journal holds, through everything that reads it.
struct Look: Hashable {
  enum Session: Hashable {
    case holds(Int)
    case erased
  }

  /// The sessions, in the order they began.
  private(set) var sessions: [Session] = []
  /// What is not as it should be.
  private(set) var faults: [String] = []
  /// Whether there is a journal.
  private(set) var isThere = true
  /// How far it was moved to the trial layout.
  let move: Move

  /// Looks at a journal as a program does that knows the trial layout too.
  init(_ path: String) {
    move = Move(of: path)
    if move == .partly { faults.append("moved in part") }
    do {
      let reader = try JournalReader(path, .trial)
      for violation in try reader.verify().violations {
        faults.append("damaged \(violation.kind) \(violation.position ?? 0)")
      }
      for session in try reader.sessions() {
        if session.condition == .erased {
          sessions.append(.erased)
          continue
        }
        let kept = try reader.events(of: session.handle)
        sessions.append(.holds(kept.count))
        let isWrong = kept.enumerated().contains { $1.event != expected($0) }
        if isWrong || session.condition != .open { faults.append("wrong \(sessions.count)") }
      }
    } catch .noJournal {
      isThere = false
    } catch {
      faults.append("failed \(error)")
    }
  }

  /// Goes on where the journal was left, and says what is wrong with that.
  static func goingOn(_ path: String, after look: Look, _ promise: Promise) -> [String] {
    do {
      try {
        let sitting =
          promise.mayBeDamaged && look.faults != []
          ? try Sitting.anew(path) { _ in } : try Sitting(path, promise.layouts) { _ in }
        try sitting.answer(1)
        try sitting.beginAnother()
      }()
    } catch {
      return ["cannot go on: \(error)"]
    }
    let after = Look(path)
    var faults = after.faults
    let isAside = !promise.mayBeDamaged || look.faults != []
    if isAside, let remnant = promise.remnant, !isTogether(remnant, path) {
      faults.append("torn apart")
    }
    let kept = after.sessions.prefix(look.sessions.count)
    let isLess = zip(look.sessions, kept).contains { before, now in
      switch (before, now) {
      case (.erased, .erased): false
      case (.holds(let before), .holds(let now)): now < before
      default: true
      }
    }
    if isLess || kept.count < look.sessions.count { faults.append("lost on going on") }
    return faults
  }
}

/// Whether this log is next to the journal it belongs to.
private func isTogether(_ log: [UInt8], _ path: String) -> Bool {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  return names.contains { name in
    guard name.hasSuffix(".sqlite"), name.hasPrefix("journal"), let empty = bytes(of: name),
      empty.isEmpty, let data = bytes(of: name + "-wal")
    else { return false }
    return Array(SHA256.hash(data: data)) == log
  }
  func bytes(of name: String) -> Data? { try? Data(contentsOf: URL(filePath: "\(path)/\(name)")) }
}

/// What a program said that it kept and erased.
struct Promise: Hashable {
  private(set) var kept: [Int: Int] = [:]
  private var erasing: Set<Int> = []
  private var erased: Set<Int> = []
  private var keys: [Int: [Data]] = [:]
  /// The hash of the log of a journal that was emptied.
  private(set) var remnant: [UInt8]?
  /// Whether the journal is not set aside yet.
  private(set) var mayBeDamaged = false
  private var move = Move.notBegun

  /// The layouts that the program knew.
  var layouts: JournalLayouts { move == .notBegun ? .known : .trial }

  /// Takes in a line of what it said.
  mutating func hear(_ line: some StringProtocol) {
    let words = line.split(separator: " ")
    switch words.first {
    case "damaged":
      kept = [:]
      remnant = words.dropFirst().compactMap { UInt8($0) }
      mayBeDamaged = true
    case "set-aside": mayBeDamaged = false
    case "moving": move = .partly
    case "moved": move = .done
    default: break
    }
    guard words.count > 1, let session = Int(words[1]) else { return }
    switch words[0] {
    case "kept": kept[session] = words.count > 2 ? Int(words[2]) ?? 0 : 0
    case "erasing":
      erasing.insert(session)
      let key = Data(words.last.map { bytes($0) } ?? [])
      keys[session] = [key.prefix(32), key.dropFirst(32)].map { Data($0) }
    case "erased": erased.insert(session)
    default: break
    }
  }

  /// The keys that may be in no file any more.
  var erasedKeys: [Data] { erased.flatMap { keys[$0] ?? [] } }

  /// What a journal does not hold of it.
  func lost(in look: Look) -> [String] {
    (move == .done && look.move != .done ? ["lost: the move to another layout"] : [])
      + kept.sorted { $0.key < $1.key }.compactMap { session, count in
        let found = look.sessions.dropFirst(session - 1).first
        let isKept =
          switch found {
          case .holds(let number): number >= count && !erased.contains(session)
          case .erased: erasing.contains(session)
          case nil: false
          }
        return isKept
          ? nil : "lost: \(session) has \(found.map { "\($0)" } ?? "nothing"), not \(count)"
      }
  }
}

private func bytes(_ hexadecimal: some StringProtocol) -> [UInt8] {
  let digits = hexadecimal.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count - 1, by: 2).map {
    UInt8(digits[$0] << 4 | digits[$0 + 1])
  }
}
