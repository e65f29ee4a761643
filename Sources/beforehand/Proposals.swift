import ContentFolder
import FoundationEssentials
import GuideCheck
import GuideEngine
import GuideProof
import TerminalUI

/// Transcripts that take what no test takes.
///
/// They are few, but not always the fewest: for what is missing first, a conversation is sought that takes
/// as much else of it as the way offers, and so on with what is left; then those are left out whose work
/// the others do.
struct Proposals {
  /// A transcript, and what is taken by it.
  struct Proposal {
    let transcript: Transcript
    /// What no test takes, in reading order.
    fileprivate(set) var turns: [Turn]
  }

  private(set) var all: [Proposal] = []
  /// What no conversation was found for.
  private(set) var unreached: [Turn] = []
  private let library: Library

  init(for missing: [Turn], in library: Library) {
    self.library = library
    var witnesses = Witnesses(library)
    var left = missing
    while let turn = left.first {
      if let proposal = Self.proposal(for: turn, left, library, &witnesses) {
        all.append(proposal)
        left.removeAll { proposal.turns.contains($0) }
      } else {
        unreached.append(turn)
        left.removeFirst()
      }
    }
    leaveOut()
  }

  private static func proposal(
    for turn: Turn,
    _ missing: [Turn],
    _ library: Library,
    _ witnesses: inout Witnesses
  ) -> Proposal? {
    for wishes in [Set(missing), []] {
      guard let found = witnesses.conversation(taking: turn, wishing: wishes),
        let transcript = Transcript(of: found.inputs, over: library)
      else { continue }
      // What counts is what the typed lines do.
      let taken = library.turns(takenBy: transcript.inputs(over: library) ?? [])
      if taken.contains(turn) {
        return Proposal(transcript: transcript, turns: missing.filter { taken.contains($0) })
      }
    }
    return nil
  }

  /// Leaves out what the others do as well, the latest first: those before were not made with it in mind.
  private mutating func leaveOut() {
    let taken = all.map { library.turns(takenBy: $0.transcript.inputs(over: library) ?? []) }
    let missing = Set(all.flatMap(\.turns))
    var kept = Array(all.indices)
    for index in all.indices {
      let others = kept.filter { $0 != index }
      if missing.isSubset(of: others.reduce(into: Set()) { $0.formUnion(taken[$1]) }) {
        kept = others
      }
    }
    let order = all.flatMap(\.turns)
    var left = missing
    all = kept.map { index in
      let turns = order.filter { left.contains($0) && taken[index].contains($0) }
      left.subtract(turns)
      return Proposal(transcript: all[index].transcript, turns: turns)
    }
  }

  /// Writes each as a new file of a folder, recorded; returns where.
  func write(in folder: String) throws -> [String] {
    if all.isEmpty { return [] }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var paths: [String] = []
    for proposal in all {
      guard let turn = proposal.turns.first,
        let transcript = Transcript(
          of: proposal.transcript.inputs(over: library) ?? [],
          over: library,
          comments: ["Proposed, not yet read by anybody. As nothing else did, it"]
            + proposal.turns.map { "- \(library.words(for: $0))" }
        ),
        let lines = transcript.held(over: library)
      else { continue }
      let path = Self.free("\(folder)/\(library.name(covering: turn))")
      try replaceFile(at: path, with: Array(transcript.text(with: lines).utf8))
      paths.append(path)
    }
    return paths
  }

  /// A path no file has yet.
  private static func free(_ stem: String) -> String {
    var path = "\(stem).transcript"
    var number = 2
    while FileManager.default.fileExists(atPath: path) {
      path = "\(stem)-\(number).transcript"
      number += 1
    }
    return path
  }
}

extension Library {
  /// The name of a transcript that takes a turn, without the ending.
  fileprivate func name(covering turn: Turn) -> String {
    let what =
      switch turn {
      case .step(let step): self[step].name
      case .option(let question, let place):
        "\(self[question].name)-\(self[question].options[place].name)"
      case .answer(let question): self[question].name
      case .skip(let question): "\(self[question].name)-skipped"
      case .condition(let condition, let holds):
        (holds ? "" : "not ") + conditions[condition].words
      }
    let words = what.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    return "\(self[guide(of: turn)].name)-covers-\(words.prefix(60))"
  }
}
