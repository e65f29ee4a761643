import GuideSyntax
import SourceText

extension GuideBuilder {
  /// Lays out the guide: its steps in reading order, then its topics.
  ///
  /// Returns where it starts.
  mutating func layOut() -> Int {
    for block in script.preamble {
      if case .question(let question) = block.content,
        case .question(let id)? = scope[question.name.text]
      {
        gateOptions(id, question)
      }
    }
    let entry = next
    emit(.begin(guide))
    for order in script.steps.indices where !script.steps[order].isTopic { layOutStep(order) }
    let end = next
    emit(.leave)
    for order in script.steps.indices where script.steps[order].isTopic {
      layOutStep(order)
      emit(.leave)
    }
    for jump in pendingJumps {
      let target = jump.order < entries.count ? entries[jump.order] : end
      checker.instructions[jump.instruction] = .go(target)
    }
    return entry
  }

  var next: Int { checker.instructions.count }

  mutating func emit(_ instruction: Instruction) { checker.instructions.append(instruction) }

  private mutating func layOutStep(_ order: Int) {
    self.order = order
    entries[order] = next
    fingerprints.removeAll(keepingCapacity: true)
    lastFingerprints.removeAll(keepingCapacity: true)
    stepTests = []
    shown.removeAll()
    emit(.enter(stepIDs[order]))
    let step = script.steps[order]
    layOut(step.blocks)
    let isEmpty = step.blocks.allSatisfy { block in
      switch block.content {
      case .comment, .example, .promise: true
      default: false
      }
    }
    if isEmpty { report(.emptyStep(source, step.name)) }
    checkUnsure()
    checkDisagreements()
  }

  mutating func layOut(_ blocks: [BlockSyntax]) {
    var hasLeft = false
    for block in blocks {
      switch block.content {
      case .comment, .definition, .example, .promise: continue
      default: break
      }
      if hasLeft {
        report(.afterJump(source, block.span))
        return
      }
      layOut(block)
      if case .go(_, nil) = block.content { hasLeft = true }
    }
  }

  private mutating func layOut(_ block: BlockSyntax) {
    switch block.content {
    case .paragraph(let words): say(words, .paragraph)
    case .item(let words): say(words, .item)
    case .listLine(let list, let words):
      say(words, .listLine(Passage.List(rawValue: list.rawValue) ?? .ask))
    case .question(let question): layOut(question)
    case .sharedQuestion(let name): askShared(name)
    case .menu(let menu): layOut(menu, block.span)
    case .compare(let rows): layOut(rows, block.span)
    case .weigh(let weigh):
      say(weigh.prompt, .weighPrompt)
      let rows = weigh.rows.compactMap { row in
        if case .question(let question)? = scope[row.name.text] { question } else { nil }
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

  /// Lays out what is there only if a condition holds.
  private mutating func gated(
    _ condition: ConditionSyntax,
    isUnless: Bool,
    _ inside: (inout GuideBuilder) -> Void
  ) {
    let start = next
    let routesBefore = checker.diagnostics.count
    let clause = clause(condition, isUnless: isUnless, routes: false)
    emit(.leave)
    let count = known.count
    if !isUnless { known += sureOperands(of: condition) }
    inside(&self)
    known.removeLast(known.count - count)
    guard let clause else {
      checker.instructions[start] = .go(start + 1)
      return
    }
    checker.instructions[start] = .test(clause, otherwise: next)
    let guardsOnlyWords = checker.instructions[(start + 1)...].allSatisfy { instruction in
      switch instruction {
      case .say, .test: true
      default: false
      }
    }
    if !guardsOnlyWords, checker.diagnostics.count == routesBefore {
      checkRouting(clause, condition.span)
    }
  }

  private mutating func layOut(_ syntax: QuestionSyntax) {
    guard case .question(let identifier)? = scope[syntax.name.text] else { return }
    gateOptions(identifier, syntax)
    ask(identifier)
    for (index, option) in syntax.options.enumerated() where !option.replies.isEmpty {
      let condition = add(
        Condition(
          atoms: [.options(identifier, OptionMask(place: index))],
          isAll: true,
          words: "\(syntax.name.text) is \(option.name.text)",
          span: nil
        )
      )
      let start = next
      emit(.leave)
      known.append(.question(identifier))
      layOut(option.replies)
      known.removeLast()
      checker.instructions[start] = .test(
        WhenClause(condition: condition, isUnless: false),
        otherwise: next
      )
    }
  }

  mutating func ask(_ question: QuestionID) {
    asks[question, default: []].append((order, next))
    emit(.ask(question))
  }

  private mutating func askShared(_ name: Name) {
    if let question = checker.shared[name.text] {
      ask(question)
    } else {
      report(.unknownSharedQuestion(source, name, among: Array(checker.shared.keys)))
    }
  }

  private mutating func layOut(_ menu: MenuSyntax, _ span: Span) {
    if stepScript.isTopic { report(.menuInTopic(source, span)) }
    var entries: [Menu.Entry] = []
    var must: Set<Menu.Entry> = []
    var topic = order + 1
    while topic < script.steps.count, script.steps[topic].isTopic {
      entries.append(.topic(stepIDs[topic]))
      openings[topic, default: []].append(order)
      checker.visits.append(
        Checker.Visit(from: here, to: .topic(stepIDs[topic]), source: source, span: span)
      )
      topic += 1
    }
    for entry in menu.entries {
      switch entry {
      case .comment: break
      case .visit(let name):
        guard let guide = checker.guideNames[name.text], guide != .house else {
          report(.unknownGuide(source, name, among: Array(checker.guideNames.keys)))
          continue
        }
        entries.append(.guide(guide))
        checker.visits.append(
          Checker.Visit(from: here, to: .guide(guide), source: source, span: name.span)
        )
      case .must(let names):
        for name in names {
          guard case .step(let step)? = scope[name.text], entries.contains(.topic(step)) else {
            let topics = entries.map { entry -> String in
              if case .topic(let step) = entry { checker.steps[step.index].name } else { "" }
            }
            report(.unknownTopic(source, name, among: topics))
            continue
          }
          must.insert(.topic(step))
        }
      }
    }
    if entries.isEmpty { report(.menuWithoutTopics(source, span)) }
    emit(.offer(MenuID(checker.menus.count)))
    checker.menus.append(Menu(step: stepIDs[order], entries: entries, must: must))
  }

  /// The guide or topic being laid out, as something that visits.
  var here: Menu.Entry { stepScript.isTopic ? .topic(stepIDs[order]) : .guide(guide) }

  private mutating func layOut(_ rows: [CompareRowSyntax], _ span: Span) {
    var checked: [ComparisonRow] = []
    var citations: [Name] = []
    for row in rows {
      var cells: [String: String] = [:]
      for cell in row.cells {
        if !decisionOptions.contains(where: { $0.name == cell.option.text }) {
          report(.unknownDecisionOption(source, cell.option, among: decisionOptions.map(\.name)))
        }
        if let first = row.cells.first(where: { $0.option.text == cell.option.text }),
          first.option.span != cell.option.span
        {
          report(.duplicateCell(source, cell.option, first: first.option.span))
        }
        cells[cell.option.text] = cell.words.plain
        citations += cell.words.citations
      }
      let missing = decisionOptions.map(\.name).filter { cells[$0] == nil }
      if !missing.isEmpty { report(.cellMissing(source, row.name, options: missing)) }
      checked.append(
        ComparisonRow(
          name: row.name.text,
          title: row.title.plain,
          cells: decisionOptions.map { cells[$0.name] ?? "" }
        )
      )
    }
    if decisionOptions.isEmpty { report(.compareWithoutDecision(source, span)) }
    addPassage(.comparison(checked), pieces: [], claims: claims(citations), lines: [span])
  }
}
