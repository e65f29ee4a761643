import Documents
import GuideCheck
import GuideEngine
import SessionCore
import SourceText

// What the author can see besides the screen.
extension AuthorPreview {
  /// The step that the walk reached last.
  var step: StepID? {
    for footprint in session.walk.walk.reversed() {
      switch footprint {
      case .step(let step): return step
      case .passage(let passage): return library[passage].step
      case .answer, .guide: continue
      }
    }
    return nil
  }

  /// The current guide.
  var guide: GuideID { step.map { library[$0].guide } ?? session.walk.start }

  var place: [Block] {
    var lines: [String] = []
    if let step {
      lines.append(
        "step \(library.name(of: step)), \(line(library[step].guide, library[step].span))"
      )
    }
    switch session.walk.awaiting {
    case .answer(let question): lines.append("asks \(described(question))")
    case .change(let question): lines.append("asks again \(described(question))")
    case .choice(let menu):
      lines.append("offers the menu of \(library.name(of: library[menu].step))")
    case .reading: lines.append("waits until the person has read it")
    case .beginning, .nothing: lines.append("the walk is over")
    }
    let count = session.walk.walk.count { if case .answer = $0 { true } else { false } }
    lines.append("\(counted(count, "question") ?? "no questions") answered or skipped so far")
    return lines.map { .detail(RichText($0)) }
  }

  private func described(_ question: QuestionID) -> String {
    "\(library.name(of: question)), \(line(library[question].guide, library[question].span))"
  }

  private func line(_ guide: GuideID, _ span: Span) -> String {
    let source = library[guide].source
    return "\(source.path):\(source.position(at: span.start).line)"
  }

  var values: [Block] {
    let answers = library.summary(of: session.walk).answers.map { item in
      "\(library.name(of: item.question)): \(named(item.answer, item.question))"
    }
    let planned = plannedAnswers.sorted { $0.key < $1.key }.map {
      "\($0.key): \($0.value), when asked"
    }
    let equations = library.equations.indices.filter {
      session.walk.hasVisited(library.equations[$0].guide)
    }
    let lets = equations.map { index in
      let value = library.words(forValueOf: EquationID(index), in: session.walk)
      return "let \(library.equations[index].name): \(value ?? "unknown")"
    }
    let all = answers + planned + lets
    return all.isEmpty ? [.note("No answers yet.")] : all.map { .detail(RichText($0)) }
  }

  /// An answer, with the names from the script.
  private func named(_ answer: Answer?, _ question: QuestionID) -> String {
    switch answer.map({ NamedAnswer($0, to: library[question]) }) {
    case nil: "not asked"
    case .options(let names)?: names.joined(separator: " ")
    case .text(let words)?: "\u{201C}\(words)\u{201D}"
    case let answer?: answer.description
    }
  }

  var sides: [Block] {
    var walk = session.walk
    let reads = Screen(of: library).blocks(library.standing(&walk))
    let lines = library.summary(of: session.walk).allLines.map {
      "\($0.list.rawValue): \($0.text)"
    }
    return [.heading("The patient reads")] + reads + [.heading("On the lists")]
      + (lines.isEmpty ? [.note("Nothing yet.")] : lines.map { .detail(RichText($0)) })
  }

  // MARK: why

  /// The conditions on what is shown now, each with the values that it reads.
  var reasons: [Block] {
    let readings = library.readingsAround(session.walk)
    return readings.isEmpty
      ? [.note("This does not depend on a condition.")] : readings.flatMap { blocks($0, "shown") }
  }

  /// Why a question was asked, or was not: the conditions around it that were read on the walk.
  func reasons(for question: QuestionID) -> [Block] {
    let places = library.instructions.indices.filter { place in
      if case .ask(question) = library.instructions[place] { true } else { false }
    }
    let readings = library.readings(on: session.walk).filter { reading in
      guard case .test(_, let otherwise) = library.instructions[reading.place] else { return false }
      return places.contains { reading.place < $0 && $0 < otherwise }
    }
    let isAsked =
      session.walk.answers[question.index] != nil || session.walk.awaiting == .answer(question)
    let name = library[question].name
    if readings.isEmpty {
      return [
        .note(
          RichText(
            isAsked ? "\(name) does not depend on a condition." : "The walk did not reach \(name)."
          )
        )
      ]
    }
    return [.note(RichText("\(name) is \(isAsked ? "asked" : "not asked"):"))]
      + readings.flatMap { blocks($0, "asked") }
  }

  /// A condition, what follows from it, and the values that it reads.
  private func blocks(_ reading: Reading, _ consequence: String) -> [Block] {
    let condition = library.conditions[reading.condition]
    let isUnless = isUnless(reading)
    let outcome = reading.holds != isUnless ? consequence : "not \(consequence)"
    let title =
      condition.span.map { span in
        "\(line(guide(of: reading), span)): \(isUnless ? "unless" : "when") \(condition.words): \(outcome)"
      } ?? "after \(answers(in: condition)): \(outcome)"
    let reads = operands(of: condition).map { Block.detail(RichText($0)) }
    return [.note(RichText(title))] + reads
  }

  /// The answer that a reply belongs to.
  private func answers(in condition: Condition) -> String {
    guard case .options(let question, let mask)? = condition.atoms.first else { return "an answer" }
    return "\(named(.options(mask), question)) of \(library[question].name)"
  }

  /// Whether the condition follows `unless`.
  private func isUnless(_ reading: Reading) -> Bool {
    let clauses: [WhenClause] =
      switch library.instructions[reading.place] {
      case .test(let clause, _): [clause]
      case .ask(let question): library[question].options.compactMap(\.condition)
      default: []
      }
    return clauses.first { $0.condition == reading.condition }?.isUnless ?? false
  }

  private func guide(of reading: Reading) -> GuideID {
    if case .ask(let question) = library.instructions[reading.place] {
      return library[question].guide
    }
    return library.guide(of: .condition(reading.condition, holds: true))
  }

  /// What a condition reads, with the current values.
  private func operands(of condition: Condition) -> [String] {
    var lines: [String] = []
    for atom in condition.atoms {
      let line =
        switch atom {
        case .options(let question, _), .answeredWithout(let question, _),
          .compares(.question(let question), _, _),
          .isKnown(.question(let question)), .isSkipped(let question):
          "\(library[question].name): \(named(session.walk.answers[question.index], question))"
        case .compares(.equation(let equation), _, _), .isKnown(.equation(let equation)),
          .isTrue(let equation):
          "let \(library.equations[equation.index].name): "
            + (library.words(forValueOf: equation, in: session.walk) ?? "unknown")
        case .seenStep(let step):
          "\(library[step].name): \(seen(session.walk.hasVisited(step)))"
        case .seenGuide(let guide):
          "\(library[guide].name): \(seen(session.walk.hasVisited(guide)))"
        case .seenQuestion(let question):
          "\(library[question].name): \(seen(session.walk.answers[question.index] != nil))"
        case .seenMention(let mention): "what it names: \(seen(isSeen(mention)))"
        }
      if !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  private func seen(_ isSeen: Bool) -> String { isSeen ? "seen" : "not seen" }

  private func isSeen(_ mention: MentionID) -> Bool {
    session.walk.walk.contains { footprint in
      if case .passage(let passage) = footprint {
        return library[passage].mentions.contains(mention)
      }
      return false
    }
  }
}
