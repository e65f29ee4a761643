import Documents
import GuideCheck
import GuideEngine
import Phrases
import SourceText

/// The steps of a guide as blocks, in the order of its instructions, with what they cite and calculate.
struct StepDocument {
  let library: Library
  let guide: Guide
  /// The claims cited, in reading order.
  private(set) var cited: [Int] = []
  /// The figures shown, in reading order.
  private(set) var shown: [Int] = []
  /// The values that are shown or tested, each after the values it is calculated from.
  private(set) var equations: [EquationID] = []
  private let alternatives: [Int: Menu.Alternatives]

  init(of guide: GuideID, in library: Library) {
    self.library = library
    self.guide = library[guide]
    alternatives = library.alternatives
  }

  mutating func blocks(of step: StepID) -> [Block] {
    let isTopic = library[step].isTopic
    let kind = isTopic ? "topic, opened from a menu or a visit" : "step"
    return [
      .heading(RichText(library[step].title), level: isTopic ? 3 : 2),
      .note(RichText("\(library[step].name): \(kind)")),
    ] + body(library[step].entry + 1..<library.instructions.count)
  }

  private mutating func body(_ range: Range<Int>) -> [Block] {
    var blocks: [Block] = []
    var place = range.lowerBound
    while place < range.upperBound {
      if let menus = alternatives[place] {
        blocks += self.blocks(of: menus)
        place = menus.place.upperBound
        continue
      }
      switch library.instructions[place] {
      case .begin, .enter, .leave: return blocks
      case .say(let passage): blocks += self.blocks(of: library[passage])
      case .ask(let question): blocks += self.blocks(asking: question)
      case .offer(let menu): blocks += self.blocks(of: library[menu])
      case .go(let target):
        if target != place + 1 { blocks.append(.note(RichText(words(forGoingTo: target)))) }
      case .visit(let entry, let again):
        let title = library.title(of: entry)
        blocks.append(
          .note(RichText("Here the guide shows \u{201C}\(title)\u{201D} and comes back."))
        )
        blocks += self.blocks(of: library[again])
      case .test(let clause, let otherwise):
        useEquations(in: clause.condition)
        let end = max(otherwise, place + 1)
        let words = library.words(for: clause)
        blocks.append(.condition(RichText("\(words.prefix(1).uppercased())\(words.dropFirst()):")))
        blocks.append(.nested(body(place + 1..<end)))
        place = end
        continue
      }
      place += 1
    }
    return blocks
  }

  private func words(forGoingTo target: Int) -> String {
    guard library.instructions.indices.contains(target),
      case .enter(let step) = library.instructions[target]
    else { return "The guide ends here." }
    return "The guide goes on at \u{201C}\(library[step].title)\u{201D}."
  }

  // MARK: values

  private mutating func use(_ equation: EquationID) {
    if equations.contains(equation) { return }
    for part in library.equations[equation.index].reads { use(part) }
    equations.append(equation)
  }

  private mutating func useEquations(in condition: Int) {
    for atom in library.conditions[condition].atoms {
      switch atom {
      case .isTrue(let equation), .compares(.equation(let equation), _, _),
        .isKnown(.equation(let equation)):
        use(equation)
      default: break
      }
    }
  }

  // MARK: what people read

  private mutating func blocks(of passage: Passage) -> [Block] {
    for piece in passage.pieces { if case .value(let equation) = piece { use(equation) } }
    for claim in passage.claims where !cited.contains(claim) { cited.append(claim) }
    let evidence = passage.claims.map { remark(on: library.claims[$0]) }
    let words = library.words(of: passage)
    switch passage.kind {
    case .paragraph, .weighPrompt: return [beside(.paragraph(RichText(words)), evidence)]
    case .disagreement: return [.paragraph(RichText(library.phrases.nextDisagrees(words)))]
    case .ruleEnds(let day):
      return [.note(RichText(library.phrases.ruleEnds(library.phrases.date(day))))]
    case .item: return [beside(.item(RichText(words)), evidence)]
    case .numberedItem(let number):
      return [beside(.numberedItem(number, RichText(words)), evidence)]
    case .listLine(let list):
      return [beside(.item(RichText("\(name(of: list)): \(words)")), evidence)]
    case .figure(let index): return figure(index, evidence)
    case .comparison(let rows): return comparison(rows, evidence)
    case .ratings:
      return [.note("The person's own ratings are given back. Nothing is ranked.")]
    case .alreadySeen(let title):
      let words = library.phrases.alreadySeen(title)
      return [.note(RichText("If the person has already looked at it: \(words)"))]
    }
  }

  private func beside(_ block: Block, _ remarks: [RichText]) -> Block {
    remarks.isEmpty ? block : .annotated(block, remarks)
  }

  /// The note next to a sentence that cites a claim.
  private func remark(on claim: Claim) -> RichText {
    let sources = claim.sources.map { name in
      library.sources[name].map { [$0.authors, $0.year].filter { !$0.isEmpty } } ?? [name]
    }
    let cited = sources.map { $0.joined(separator: ", ") }.joined(separator: "; ")
    return RichText([
      .init(claim.name, isStrong: true),
      .init(": \(claim.statement) Certainty: \(claim.certainty). Source: \(cited.asSentence)"),
    ])
  }

  private mutating func figure(_ index: Int, _ evidence: [RichText]) -> [Block] {
    if !shown.contains(index) { shown.append(index) }
    let figure = library.figures[index]
    let words = FigureWords(figure, library.phrases)
    let outcome = Block.paragraph(RichText(library.phrases.outcome(words.outcome)))
    let name = RichText([.init("Figure: "), .init(figure.name, isStrong: true)])
    let note = figure.note.map { [RichText($0)] } ?? []
    return [beside(outcome, [name] + note + evidence)] + words.lines.map { .item(RichText($0)) }
  }

  private func comparison(_ rows: [ComparisonRow], _ evidence: [RichText]) -> [Block] {
    let heads = guide.options.map(\.label)
    let cells = rows.map { row in
      Block.row(row.title, zip(heads, row.cells).map { Block.Cell(head: $0, text: $1) })
    }
    return [.heads(heads)] + cells + evidence.map { .remark($0) }
  }

  private func name(of list: Passage.List) -> String {
    switch list {
    case .ask: "Added to the person's questions"
    case .tell: "Added to the person's list of things to tell the team"
    case .flag: "For the counselor, if the person leaves it on the page"
    case .aside: "For the counselor only, when both go through the guide together"
    }
  }

  // MARK: what people are asked

  private mutating func blocks(asking identifier: QuestionID) -> [Block] {
    let question = library[identifier]
    var remarks = ["\(question.name): \(words(for: question))."]
    if question.step == nil { remarks.append("Shared by all guides; asked once in a session.") }
    if case .check = question.role { remarks.append("A check of understanding; no score.") }
    let prompt = Block.paragraph(RichText("Question: \(question.prompt)"))
    var blocks = [Block.annotated(prompt, [RichText(remarks.joined(separator: " "))])]
    if let why = question.why { blocks.append(.item(RichText("Why we ask: \(why)"))) }
    let options = question.options.enumerated().map { index, option -> Block in
      var words = option.label
      if question.right.contains(place: index) { words += " (right)" }
      if question.exclusive.contains(place: index) { words += " (rules out the rest)" }
      if let clause = option.condition {
        useEquations(in: clause.condition)
        words += " (offered only \(library.words(for: clause)))"
      }
      return .item(RichText(words))
    }
    if !options.isEmpty { blocks.append(.nested(options)) }
    if let again = question.again {
      let words = library.phrases.onceMore(again)
      blocks.append(.item(RichText("After a first wrong answer: \(words)")))
      let asked = library.questionAfterMiss(of: identifier)
      blocks.append(
        .item(RichText("After a second, added to the person's list of questions: \(asked)"))
      )
    }
    return blocks
  }

  private func words(for question: Question) -> String {
    guard case .weigh = question.role else { return question.domain.description }
    let ends = library.phrases.weighEnds
    return [question.domain.description, ends.low, ends.high].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// Menus of which each person is offered one, as one menu with conditions.
  private mutating func blocks(of menus: Menu.Alternatives) -> [Block] {
    let entries = menus.entries.map { entry -> Block in
      let title = library.title(of: entry)
      var words = [menus.must.contains(entry) ? library.phrases.mustRead(title) : title]
      for (mark, clause) in [
        ("offered", menus.offered[entry]), ("must be read", menus.required[entry]),
      ] {
        guard let clause else { continue }
        useEquations(in: clause.condition)
        words.append("\(mark) \(library.words(for: clause))")
      }
      return .item(RichText(words.joined(separator: "; ")))
    }
    return [
      .paragraph(
        "Offered, in any order; the conditions are read when the person reaches this menu:"
      )
    ] + entries
  }

  private func blocks(of menu: Menu) -> [Block] {
    let entries = menu.entries.map { entry in
      let title = library.title(of: entry)
      let words = menu.must.contains(entry) ? library.phrases.mustRead(title) : title
      return Block.item(RichText(words))
    }
    return [.paragraph("Offered, in any order:")] + entries
  }
}
