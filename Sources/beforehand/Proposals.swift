import ContentFolder
import FoundationEssentials
import GuideCheck
import GuideEngine
import GuideProof
import SessionCore

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
    fileprivate(set) var coverageItems: [CoverageItem]
  }

  private(set) var all: [Proposal] = []
  /// What no conversation was found for.
  private(set) var unreached: [CoverageItem] = []
  private let library: Library

  init(for missing: [CoverageItem], in library: Library) {
    self.library = library
    var witnessFinder = WitnessFinder(library)
    var left = missing
    while let coverageItem = left.first {
      if let proposal = Self.proposal(for: coverageItem, left, library, &witnessFinder) {
        all.append(proposal)
        left.removeAll { proposal.coverageItems.contains($0) }
      } else {
        unreached.append(coverageItem)
        left.removeFirst()
      }
    }
    leaveOut()
  }

  private static func proposal(
    for coverageItem: CoverageItem,
    _ missing: [CoverageItem],
    _ library: Library,
    _ witnessFinder: inout WitnessFinder
  ) -> Proposal? {
    for wishes in [Set(missing), []] {
      guard let found = witnessFinder.witness(taking: coverageItem, wishing: wishes),
        let transcript = Transcript(of: found.inputs, over: library)
      else { continue }
      // What counts is what the typed lines do.
      let taken = library.coverageItems(takenBy: transcript.inputs(over: library) ?? [])
      if taken.contains(coverageItem) {
        return Proposal(
          transcript: transcript,
          coverageItems: missing.filter { taken.contains($0) }
        )
      }
    }
    return nil
  }

  /// Leaves out what the others do as well, the latest first: those before were not made with it in mind.
  private mutating func leaveOut() {
    let taken = all.map {
      library.coverageItems(takenBy: $0.transcript.inputs(over: library) ?? [])
    }
    let missing = Set(all.flatMap(\.coverageItems))
    var kept = Array(all.indices)
    for index in all.indices {
      let others = kept.filter { $0 != index }
      if missing.isSubset(of: others.reduce(into: Set()) { $0.formUnion(taken[$1]) }) {
        kept = others
      }
    }
    let order = all.flatMap(\.coverageItems)
    var left = missing
    all = kept.map { index in
      let coverageItems = order.filter { left.contains($0) && taken[index].contains($0) }
      left.subtract(coverageItems)
      return Proposal(transcript: all[index].transcript, coverageItems: coverageItems)
    }
  }

  /// Writes each as a new file of a folder, recorded; returns where.
  func write(in folder: String) throws -> [String] {
    if all.isEmpty { return [] }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var paths: [String] = []
    for proposal in all {
      guard let coverageItem = proposal.coverageItems.first,
        let transcript = Transcript(
          of: proposal.transcript.inputs(over: library) ?? [],
          over: library,
          comments: ["Proposed, not yet read by anybody. As nothing else did, it"]
            + proposal.coverageItems.map { "- \(library.words(for: $0))" }
        ),
        let lines = transcript.held(over: library)
      else { continue }
      let path = Self.free("\(folder)/\(library.name(covering: coverageItem))")
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
  fileprivate func name(covering coverageItem: CoverageItem) -> String {
    let what =
      switch coverageItem {
      case .step(let step): self[step].name
      case .option(let question, let place):
        "\(self[question].name)-\(self[question].options[place].name)"
      case .answer(let question): self[question].name
      case .skip(let question): "\(self[question].name)-skipped"
      case .condition(let condition, let holds):
        (holds ? "" : "not ") + conditions[condition].words
      }
    let words = what.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    return "\(self[guide(of: coverageItem)].name)-covers-\(words.prefix(60))"
  }
}
