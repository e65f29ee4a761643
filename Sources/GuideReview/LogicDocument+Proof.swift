import GuideCheck
import GuideProof
import SourceText

extension LogicDocument {
  /// What was proved: what the walks are like, and each promise.
  mutating func addPromises(_ result: ProofResult, _ guide: GuideID) {
    add(.heading(2), "What was proved on every walk")
    let proof = result.proofs.first { $0.guide == guide }
    if let walks = proof?.walks {
      add(
        .item,
        "Every walk ends. There are \(walks.paths) of them, told apart by what they depend on."
      )
      add(.item, "Questions: \(words(walks.questions.lowerBound, walks.questions.upperBound))")
      add(.item, "Minutes: \(words(walks.minutes.lowerBound, walks.minutes.upperBound))")
    }
    let house = guide == .house ? [] : library[.house].promises
    for promise in self.guide.promises + house {
      let origin = promise.source == self.guide.source ? "" : " (of the house)"
      add(.item, "Promise\(origin): \(promise.words)")
      if let clause = promise.clause {
        add(.note, "That is: \(library.words(for: clause)).", depth: 1)
      }
      add(.note, verdict(on: promise, proof, result), depth: 1)
    }
  }

  private func verdict(on promise: Promise, _ proof: Proof?, _ result: ProofResult) -> String {
    func isSame(_ other: Promise) -> Bool {
      other.source == promise.source && other.span == promise.span
    }
    if let brokenPromise = proof?.broken.first(where: { isSame($0.promise) }) {
      let words = brokenPromise.witness.words(in: library).joined(separator: "; ")
      return "BROKEN. Somebody breaks it who does this: \(words)"
    }
    let isOpen = result.diagnostics.contains { diagnostic in
      diagnostic.id == "too-entangled-promise"
        && diagnostic.labels.contains { $0.source == promise.source && $0.span == promise.span }
    }
    return proof == nil || isOpen ? "NOT PROVED." : "Kept on every walk."
  }

  private func words<Number: Equatable>(_ least: Number, _ most: Number) -> String {
    least == most
      ? "\(least) on every walk" : "from \(least) on the shortest walk to \(most) on the longest"
  }

  /// The words of the glossary the guide uses, and the help at every prompt.
  mutating func addWordsAndHelp() {
    let text = words(blocks.map(\.text).joined(separator: " "))
    let terms = library.terms.filter { term in
      ([term.word] + term.also).contains { text.contains(words($0)) }
    }
    if !terms.isEmpty {
      add(.heading(2), "Words explained when somebody asks")
      for term in terms { add(.item, "\(term.word): \(term.meaning)") }
    }
    guard let locality = library.locality, !locality.helpContacts.isEmpty else { return }
    add(.heading(2), "Help, at every prompt")
    for contact in locality.helpContacts {
      add(.paragraph, "\(contact.title):")
      for line in contact.kiosk { add(.item, "\(line) (in a clinic)") }
      for line in contact.lines + contact.say { add(.item, line) }
    }
  }

  /// The words of a text in small letters, a space before and behind each.
  private func words(_ text: String) -> String {
    let parts = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return " \(parts.joined(separator: " ")) "
  }

  /// How hard each step is to read.
  mutating func addGrades(_ steps: [StepID]) {
    add(.heading(2), "Reading grade")
    let texts = steps.map { step in (step, library.prose(of: step, in: guide)) }
    for (step, prose) in texts {
      guard let grade = ReadingGrade(of: prose).description else { continue }
      add(.item, "\(library[step].title): \(grade)")
    }
    if let grade = ReadingGrade(of: texts.flatMap(\.1)).description {
      add(.item, "The whole guide: \(grade)")
    }
    add(
      .note,
      """
      US school grades by the Flesch\u{2013}Kincaid formula (Kincaid and others, Research Branch Report 8-75, \
      1975), over the prose and the questions of a step, not the answers to choose from. It counts long words and long sentences; it knows \
      nothing of meaning.
      """
    )
  }
}

extension Library {
  /// The prose and the questions of a step, each text ending a sentence.
  func prose(of step: StepID, in guide: Guide) -> [String] {
    let read = passages.filter { $0.step == step }.flatMap { passage -> [String] in
      switch passage.kind {
      case .paragraph, .item, .listLine, .weighPrompt: [words(of: passage)]
      case .comparison(let rows): rows.flatMap { [$0.title] + $0.cells }
      case .figure, .ratings, .alreadySeen: []
      }
    }
    let asked = questions.filter { $0.step == step }.flatMap { question in
      // The labels of options are seldom sentences, and would make any text look easy.
      [question.prompt, question.again].compactMap { $0 }
    }
    return read + asked
  }
}
