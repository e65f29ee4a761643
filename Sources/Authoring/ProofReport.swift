public import GuideCheck
import GuideProof
public import SourceText

/// What proving has come to, for those who ask.
public struct ProofReport {
  private let isMeasuring: Bool
  /// A line for each guide.
  public private(set) var lines: [String] = []
  private var saved: [(name: String, text: String)] = []

  /// A report on nothing yet.
  ///
  /// - Parameter isMeasuring: Whether paths are counted and walks measured.
  public init(isMeasuring: Bool) { self.isMeasuring = isMeasuring }

  /// Proves a library; returns what must be mended.
  public mutating func prove(_ library: Library) -> [Diagnostic] {
    let clock = ContinuousClock()
    var start = clock.now
    var lines: [String] = []
    let result = GuideProof.prove(library, isMeasuring: isMeasuring) { proof in
      lines.append(line(for: proof, library, clock.now - start))
      start = clock.now
    }
    self.lines += lines
    for proof in result.proofs {
      for (number, brokenPromise) in proof.broken.enumerated() {
        let name = "breaks-\(library[proof.guide].name)-\(number + 1).transcript"
        if let text = brokenPromise.transcript(over: library) { saved.append((name, text)) }
      }
    }
    return result.diagnostics
  }

  /// Writes the conversations that break a promise, as transcripts that fail.
  ///
  /// - Parameter folder: The folder they go to; it is made if it is missing.
  /// - Returns: Where they are.
  /// - Throws: That the folder cannot be made, or what cannot be written.
  public func save(in folder: String) throws(AuthoringError) -> [String] {
    if saved.isEmpty { return [] }
    try makeFolder(at: folder)
    var paths: [String] = []
    for (name, text) in saved {
      let path = "\(folder)/\(name)"
      try write(text, to: path)
      paths.append(path)
    }
    return paths
  }

  private func line(for proof: Proof, _ library: Library, _ time: Duration) -> String {
    var parts = ["\(proof.states) states"]
    if let walks = proof.walks {
      parts.append("\(walks.paths) \(walks.paths == .one ? "path" : "paths")")
      parts.append(words(for: walks.questions) + " questions")
      let (least, most) = (walks.minutes.lowerBound, walks.minutes.upperBound)
      parts.append("\(tenths(least)) to \(tenths(most)) minutes")
    }
    let milliseconds =
      Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1000
    parts.append("\((milliseconds * 10).rounded() / 10) ms")
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
