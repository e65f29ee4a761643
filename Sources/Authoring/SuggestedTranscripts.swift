public import GuideCheck
public import GuideEngine
import GuideProof
public import SessionCore

/// Transcripts that cover what no test covers.
///
/// They are few, but not always the fewest possible: for the first missing item, it looks for a
/// conversation that also covers as many of the others as possible, and repeats this for the rest; then
/// it removes transcripts that cover nothing by themselves.
public struct SuggestedTranscripts {
  /// A transcript, and what it covers.
  public struct Suggestion {
    /// The transcript, with only the typed lines.
    public let transcript: Transcript
    /// What it covers and no test does, in reading order.
    public fileprivate(set) var coverageItems: [CoverageItem]
  }

  /// The transcripts, in the reading order of what they cover.
  public private(set) var all: [Suggestion] = []
  /// The items for which no conversation was found.
  public private(set) var unreached: [CoverageItem] = []
  private let library: Library

  /// Finds transcripts for what no test covers.
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
      // Only what the typed lines really do counts.
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

  /// Removes each transcript whose items the others also cover, beginning with the first: those after it
  /// were made for what it does not cover.
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

  /// Records each transcript in a new file of a folder, and returns the paths.
  ///
  /// - Throws: An error if the folder cannot be created or a file cannot be written.
  public func write(in folder: String) throws(AuthoringError) -> [String] {
    if all.isEmpty { return [] }
    try makeFolder(at: folder)
    var paths: [String] = []
    for suggestion in all {
      guard let coverageItem = suggestion.coverageItems.first,
        let transcript = Transcript(
          of: suggestion.transcript.inputs(over: library) ?? [],
          over: library,
          comments: ["Suggested, and not reviewed yet. It covers what no other test does: it"]
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

  /// A line for each item for which no conversation was found.
  public var unreachedLines: [String] {
    unreached.map { item in
      "\(library.place(of: item)): no conversation \(library.words(for: item))"
    }
  }

  /// A path that is not in use yet.
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
  /// The name of a transcript that covers an item, without the extension.
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
