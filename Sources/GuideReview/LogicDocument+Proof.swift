import GuideCheck
import GuideProof
import SourceText

extension LogicDocument {
  /// What was proved: what the walks are like, and each promise.
  mutating func addPromises(_ result: ProofResult, _ guide: GuideID) {
    add(.heading(2), "What was proved on every walk")
    if let walks = result[guide].walks {
      add(
        .item,
        "Every walk ends. There are \(walks.paths) of them, told apart by what they depend on."
      )
      add(.item, "Questions: \(words(walks.questions.lowerBound, walks.questions.upperBound))")
      add(.item, "Minutes: \(words(walks.minutes.lowerBound, walks.minutes.upperBound))")
    }
    for identifier in promises(of: guide) {
      let promise = library[identifier]
      let origin = identifier.guide == guide ? "" : " (of the house)"
      add(.item, "Promise\(origin): \(promise.words)")
      if let clause = promise.clause {
        add(.note, "That is: \(library.words(for: clause)).", depth: 1)
      }
      for sentence in sentences(on: identifier, of: guide, result) {
        add(.note, sentence, depth: 1)
      }
    }
  }

  /// The promises the document tells of: the house's own document tells of those it makes for all guides.
  private func promises(of guide: GuideID) -> [PromiseID] {
    guard guide == .house else { return library.promises(concerning: guide) }
    return library[guide].promises.indices.map { PromiseID(guide, $0) }
  }

  /// What was proved of a promise.
  ///
  /// The house's document says it of every guide at once; the guides in which it is not kept are named.
  private func sentences(
    on promise: PromiseID,
    of guide: GuideID,
    _ result: ProofResult
  ) -> [String] {
    let verdicts = result.verdicts(on: promise)
    guard guide == .house else {
      return verdicts.filter { $0.guide == guide }.map { sentence(for: $0.verdict) }
    }
    if verdicts.isEmpty { return ["NOT PROVED. There is no guide that could keep it."] }
    let others = verdicts.filter { if case .kept = $0.verdict { false } else { true } }
    if others.isEmpty { return [sentence(for: verdicts[0].verdict)] }
    return others.map { "In the guide \(library[$0.guide].name): \(sentence(for: $0.verdict))" }
  }

  private func sentence(for verdict: Verdict) -> String {
    switch verdict {
    case .kept: "Kept on every walk."
    case .broken(let broken):
      "BROKEN. Somebody breaks it who does this: "
        + broken.witness.words(in: library).joined(separator: "; ")
    case .refused(.tooEntangled): "NOT PROVED. It depends on too much."
    case .refused(.guideTooEntangled):
      "NOT PROVED. Too much in the guide depends on too much, so its promises were not looked at."
    case .refused(.earlierPromiseTooEntangled):
      "NOT PROVED. A promise before it depends on too much, so this one was not looked at."
    case .refused(.beginningsTooEntangled):
      "NOT PROVED. There are too many ways to reach the guide."
    }
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
