public import GuideCheck
import GuideProof
public import SourceText

/// The results of proving, for `check --proof` and `check --save`.
public struct ProofReport {
  private let isMeasuring: Bool
  /// A line for each guide.
  public private(set) var lines: [String] = []
  private var saved: [(folder: String, name: String, text: String)] = []
  /// For each conversation that cannot be typed, and so not be saved: the guide, and the promise it breaks.
  public private(set) var notSaved: [String] = []

  /// Creates an empty report.
  ///
  /// - Parameter isMeasuring: Whether to count paths and measure walks.
  public init(isMeasuring: Bool) { self.isMeasuring = isMeasuring }

  /// Proves a library, and returns the problems.
  public mutating func prove(_ library: Library) -> [Diagnostic] {
    let clock = ContinuousClock()
    var start = clock.now
    var lines: [String] = []
    let result = GuideProof.prove(library, isMeasuring: isMeasuring) { proof in
      lines.append(line(for: proof, library, clock.now - start))
      start = clock.now
    }
    self.lines += lines
    let folder = library[.house].source.path.directory + "transcripts"
    for proof in result.proofs {
      for (number, brokenPromise) in proof.broken.enumerated() {
        let name = "breaks-\(library[proof.guide].name)-\(number + 1).transcript"
        if let text = brokenPromise.transcript(over: library) {
          saved.append((folder, name, text))
        } else {
          notSaved.append("\(library[proof.guide].name): promise: \(brokenPromise.promise.words)")
        }
      }
    }
    return result.diagnostics
  }

  /// Writes the conversations that break a promise as transcripts that fail, each in the content folder that was
  /// proved.
  ///
  /// - Returns: The paths of the transcripts.
  /// - Throws: An error if a folder cannot be created or a transcript cannot be written.
  public func save() throws(AuthoringError) -> [String] {
    var paths: [String] = []
    for (folder, name, text) in saved {
      try makeFolder(at: folder)
      let path = "\(folder)/\(name)"
      try write(text, to: path)
      paths.append(path)
    }
    return paths
  }

  private func line(for proof: Proof, _ library: Library, _ time: Duration) -> String {
    var parts = ["\(proof.states) states"]
    if let walks = proof.walks {
      parts.append(
        walks.paths.map { "\($0) \($0 == .one ? "path" : "paths")" }
          ?? "too many paths to count"
      )
      parts.append(
        walks.questions.map { words(for: $0) + " questions" }
          ?? "too many answers to count questions"
      )
      parts.append(
        walks.minutes.map { "\(tenths($0.lowerBound)) to \(tenths($0.upperBound)) minutes" }
          ?? "too many answers to count minutes"
      )
    }
    let milliseconds =
      Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1000
    parts.append("\((milliseconds * 10).rounded() / 10) ms")
    parts.append("\(proof.effort.steps) steps, \(proof.effort.nodes) nodes")
    return "\(library[proof.guide].name): \(parts.joined(separator: ", "))"
  }

  private func words(for range: ClosedRange<Int>) -> String {
    range.lowerBound == range.upperBound
      ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }

  private func tenths(_ value: Fraction) -> String {
    let tenths = value.rounded(decimals: 1) ?? 0
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension String {
  /// The path of the folder that a file is in, with `/` at its end; empty for a name alone.
  fileprivate var directory: String {
    lastIndex(of: "/").map { String(self[...$0]) } ?? ""
  }
}
