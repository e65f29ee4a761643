import GuideSyntax
import SourceText

extension GuideLayout {
  /// Lays out blocks one after another, and reports anything after a jump that is always taken.
  mutating func layOut(_ blocks: [BlockSyntax]) {
    var hasLeft = false
    var isInList = false
    for (place, block) in blocks.enumerated() {
      switch block.content {
      case .comment, .definition, .example, .promise: continue
      default: break
      }
      if hasLeft {
        report(.afterJump(source, block.span))
        return
      }
      if case .numberedItem(let item) = block.content { count(item, isInList: isInList) }
      isInList = block.isNumberedItem
      layOut(block, introducesList: blocks.dropFirst(place + 1).startsList)
      if case .go(_, nil) = block.content { hasLeft = true }
    }
  }

  private mutating func layOut(_ block: BlockSyntax, introducesList: Bool) {
    switch block.content {
    case .paragraph(let words): say(words, .paragraph, introducesList: introducesList)
    case .item(let words): say(words, .item)
    case .numberedItem(let item): say(item.words, .numberedItem(item.number))
    case .listLine(let list, let words):
      say(words, .listLine(Passage.List(rawValue: list.rawValue) ?? .ask))
    case .question(let question): layOut(question)
    case .sharedQuestion(let name): askShared(name)
    case .menu(let menu): layOut(menu, block.span)
    case .compare(let rows): layOut(rows, block.span)
    case .weigh(let weigh):
      say(weigh.prompt, .weighPrompt)
      let rows = weigh.rows.compactMap { row in
        if case .question(let question)? = names.scope[row.name.text] { question } else { nil }
      }
      for row in rows { ask(row) }
      let lines = weigh.prompt.lines
      addPassage(.ratings(rows), pieces: [], claims: [], lines: lines, also: "ratings")
    case .show(let figures): show(figures)
    case .conditional(let condition, let isUnless, let inside):
      gated(condition, isUnless: isUnless) { $0.layOut(inside) }
    case .go(let target, let condition):
      if let condition {
        gated(condition.condition, isUnless: condition.isUnless) { $0.go(to: target) }
      } else {
        go(to: target)
      }
    case .visit(let target, let condition):
      if let condition {
        gated(condition.condition, isUnless: condition.isUnless) { $0.visit(target) }
      } else {
        visit(target)
      }
    case .comment, .definition, .example, .promise: break
    }
  }

  /// Lays out blocks that depend on a condition.
  private mutating func gated(
    _ condition: ConditionSyntax,
    isUnless: Bool,
    _ inside: (inout GuideLayout) -> Void
  ) {
    let start = next
    let problemsBefore = diagnostics.found.count
    let clause = clause(condition, isUnless: isUnless)
    emit(.leave)
    let count = step.known.count
    if !isUnless { step.known += names.sureOperands(of: condition) }
    countingForSome(inside)
    step.known.removeLast(step.known.count - count)
    guard let clause else {
      replace(start, with: .go(start + 1))
      return
    }
    replace(start, with: .test(clause, otherwise: next))
    if isRouting(from: start + 1), diagnostics.found.count == problemsBefore {
      names.checkRouting(clause, condition.span)
    }
  }

  /// Whether the instructions from an index on do more than show text.
  private func isRouting(from place: Int) -> Bool {
    instructions[(place - declarations.origin.instructions)...].contains { instruction in
      switch instruction {
      case .say, .test: false
      default: true
      }
    }
  }

  /// The checked form of a condition and whether it is `unless`; nil if part of it has an error.
  mutating func clause(_ syntax: ConditionSyntax, isUnless: Bool) -> WhenClause? {
    let tests = names.atoms(of: syntax)
    for (test, written) in zip(tests, syntax.atoms) {
      if let test { observe(test, isUnless: isUnless, written.span) }
    }
    return names.clause(syntax, of: tests, isUnless: isUnless)
  }

  private mutating func observe(_ test: AtomicCondition, isUnless: Bool, _ span: Span) {
    if let question = test.question {
      observations.reads.append(
        Observations.Read(question: question, order: step.order, instruction: next, span: span)
      )
    }
    // Before the first step, only shared questions are laid out, which belong to no step.
    guard step.hasBegun else { return }
    let choice: (question: QuestionID, mask: OptionMask)? =
      switch test {
      case .options(let question, let mask): (question, mask)
      case .isKnown(.question(let question)) where isUnless: (question, [])
      default: nil
      }
    guard let choice else { return }
    observations.tests.append(
      Observations.ChoiceTest(
        question: choice.question,
        mask: choice.mask,
        isUnless: isUnless,
        order: step.order,
        span: span
      )
    )
  }
}

extension Collection<BlockSyntax> {
  /// Whether the first of these blocks, other than a comment, is an item of a list, or may show one first.
  fileprivate var startsList: Bool {
    let first = first { block in
      if case .comment = block.content { false } else { true }
    }
    switch first?.content {
    case .item, .numberedItem: return true
    case .conditional(_, _, let inside): return inside.startsList
    default: return false
    }
  }
}
