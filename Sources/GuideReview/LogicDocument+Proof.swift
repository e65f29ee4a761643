import Documents
import GuideCheck
import GuideProof

extension LogicDocument {
  /// What was proved: facts about the paths, and each promise with its verdict next to it.
  var promises: [Block] {
    var blocks: [Block] = [.heading("What was proved on every path")]
    if let walks = result[identifier].walks {
      let count = walks.paths.map { "There are \($0)" } ?? "There are too many to count"
      let paths =
        "Every path ends. "
        + "\(count) that differ in an answer that matters or in the order of topics."
      let tooMany = "not counted, because too many answers matter"
      let questions = walks.questions.map { words($0.lowerBound, $0.upperBound) } ?? tooMany
      let minutes = walks.minutes.map { words($0.lowerBound, $0.upperBound) } ?? tooMany
      blocks += [paths, "Questions: \(questions)", "Minutes: \(minutes)"].map {
        .item(RichText($0))
      }
    }
    for identifier in told {
      let promise = library[identifier]
      let origin = identifier.guide == self.identifier ? "Promise" : "Promise of the house"
      let meaning = promise.clause.map { [RichText("That is: \(library.words(for: $0)).")] } ?? []
      let verdicts = sentences(on: identifier).map { RichText([.init($0, isStrong: true)]) }
      let words = RichText("\(origin): \(promise.words)")
      blocks.append(.annotated(.item(words), verdicts + meaning))
    }
    return blocks
  }

  /// How many promises are kept, broken, and not proved.
  var promiseCounts: String? {
    var (kept, broken, open) = (0, 0, 0)
    for promise in told {
      let verdicts = result.verdicts(on: promise)
        .filter { identifier == .house || $0.guide == identifier }.map(\.verdict)
      let isBroken = verdicts.contains { if case .broken = $0 { true } else { false } }
      let isKept =
        !verdicts.isEmpty && verdicts.allSatisfy { if case .kept = $0 { true } else { false } }
      if isBroken { broken += 1 } else if isKept { kept += 1 } else { open += 1 }
    }
    if told.isEmpty { return "none" }
    return [
      "\(kept) kept on every path", broken > 0 ? "\(broken) BROKEN" : nil,
      open > 0 ? "\(open) NOT PROVED" : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// The promises in the document; the document of the house has those it makes for all guides.
  private var told: [PromiseID] {
    guard identifier == .house else { return library.promises(concerning: identifier) }
    return guide.promises.indices.map { PromiseID(identifier, $0) }
  }

  /// What was proved about a promise.
  ///
  /// The document of the house says this for every guide at once, and names the guides that do not keep
  /// it.
  private func sentences(on promise: PromiseID) -> [String] {
    let verdicts = result.verdicts(on: promise)
    guard identifier == .house else {
      return verdicts.filter { $0.guide == identifier }.map { sentence(for: $0.verdict) }
    }
    if verdicts.isEmpty { return ["NOT PROVED. There is no guide that could keep it."] }
    let others = verdicts.filter { if case .kept = $0.verdict { false } else { true } }
    if others.isEmpty { return [sentence(for: verdicts[0].verdict)] }
    return others.map { "In the guide \(library[$0.guide].name): \(sentence(for: $0.verdict))" }
  }

  private func sentence(for verdict: Verdict) -> String {
    switch verdict {
    case .kept: "Kept on every path."
    case .broken(let broken):
      "BROKEN. This conversation breaks it: "
        + broken.witness.words(in: library).joined(separator: "; ")
    case .refused(.tooEntangled):
      "NOT PROVED. Too many answers decide it together, or a product of answers does."
    case .refused(.budgetSpent):
      "NOT PROVED. The other proofs already took all that one check can take."
    }
  }

  private func words<Number: Equatable>(_ least: Number, _ most: Number) -> String {
    least == most
      ? "\(least) on every path" : "from \(least) on the shortest path to \(most) on the longest"
  }
}
