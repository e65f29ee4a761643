public import GuideCheck
public import GuideEngine
import GuideProof
public import SessionCore

/// Transcripts that take what no test takes.
///
/// They are few, but not always the fewest: for what is missing first, a conversation is sought that takes
/// as much else of it as the way offers, and so on with what is left; then those are left out whose work
/// the others do.
public struct SuggestedTranscripts {
  /// A transcript, and what is taken by it.
  public struct Suggestion {
    /// The transcript, with the typed lines alone.
    public let transcript: Transcript
    /// What no test takes, in reading order.
    public fileprivate(set) var coverageItems: [CoverageItem]
  }

  /// The transcripts, in the order in which what they take is read.
  public private(set) var all: [Suggestion] = []
  /// What no conversation was found for.
  public private(set) var unreached: [CoverageItem] = []
  private let library: Library

  /// Seeks transcripts for what no test takes.
  public init(for missing: [CoverageItem], in library: Library) {
    self.library = library
    var witnessFinder = WitnessFinder(library)
    var left = missing
    while let coverageItem = left.first {
      if let suggestion = Self.suggestion(for: coverageItem, left, library, &witnessFinder) {
        all.append(suggestion)
        left.removeAll { suggestion.coverageItems.contains($0) }
      } else {
        unreached.append(coverageItem)
        left.removeFirst()
      }
    }
    leaveOut()
  }

  private static func suggestion(
    for coverageItem: CoverageItem,
    _ missing: [CoverageItem],
    _ library: Library,
    _ witnessFinder: inout WitnessFinder
  ) -> Suggestion? {
    for wishes in [Set(missing), []] {
      guard let found = witnessFinder.witness(taking: coverageItem, wishing: wishes),
        let transcript = Transcript(of: found.inputs, over: library)
      else { continue }
      // What counts is what the typed lines do.
      let taken = library.coverageItems(takenBy: transcript.inputs(over: library) ?? [])
      if taken.contains(coverageItem) {
        return Suggestion(
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
      return Suggestion(transcript: all[index].transcript, coverageItems: coverageItems)
    }
  }

  /// Writes each as a new file of a folder, recorded; returns where.
  ///
  /// - Throws: That the folder cannot be made, or what cannot be written.
  public func write(in folder: String) throws(AuthoringError) -> [String] {
    if all.isEmpty { return [] }
    try makeFolder(at: folder)
    var paths: [String] = []
    for suggestion in all {
      guard let coverageItem = suggestion.coverageItems.first,
        let transcript = Transcript(
          of: suggestion.transcript.inputs(over: library) ?? [],
          over: library,
          comments: ["Proposed, not yet read by anybody. As nothing else did, it"]
            + suggestion.coverageItems.map { "- \(library.words(for: $0))" }
        ),
        let lines = transcript.held(over: library)
      else { continue }
      let path = Self.free("\(folder)/\(library.name(covering: coverageItem))")
      try Authoring.write(transcript.text(with: lines), to: path)
      paths.append(path)
    }
    return paths
  }

  /// A line for each that no conversation was found for.
  public var unreachedLines: [String] {
    unreached.map { item in
      "\(library.place(of: item)): no conversation \(library.words(for: item))"
    }
  }

  /// A path no file has yet.
  private static func free(_ stem: String) -> String {
    var path = "\(stem).transcript"
    var number = 2
    while exists(path) {
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
