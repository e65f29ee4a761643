import ContentFolder
import FoundationEssentials
import GuideCheck
import GuideProof
import SessionCore
import SourceText

/// What proving has come to, for those who ask.
struct Proofs {
  /// Whether paths are counted and walks measured.
  let isMeasuring: Bool
  /// A line for each guide.
  private(set) var lines: [String] = []
  private var saved: [(name: String, text: String)] = []

  init(isMeasuring: Bool) { self.isMeasuring = isMeasuring }

  /// Proves a library; returns what must be mended.
  mutating func prove(_ library: Library) -> [Diagnostic] {
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

  /// Writes the conversations that break a promise; returns where.
  func save(in folder: String) throws -> [String] {
    if saved.isEmpty { return [] }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try saved.map { name, text in
      let path = "\(folder)/\(name)"
      try replaceFile(at: path, with: Array(text.utf8))
      return path
    }
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
