import GuideSyntax
import SourceText

/// A menu as it is written: what it offers, to whom, and what must be read.
private struct MenuDraft {
  var entries: [Menu.Entry] = []
  var must: Set<Menu.Entry> = []
  /// What is only offered, and what must only be read, on a condition.
  var offered: [Menu.Entry: WhenClause] = [:]
  var required: [Menu.Entry: WhenClause] = [:]
  /// The conditions, each once, as it is written first.
  var clauses: [WhenClause] = []

  /// What is offered, and what must be read of it, where these clauses are met or not.
  func menu(where holds: [Bool]) -> (entries: [Menu.Entry], must: Set<Menu.Entry>) {
    func isTrue(_ clause: WhenClause?) -> Bool {
      guard let clause,
        let place = clauses.firstIndex(where: { $0.condition == clause.condition })
      else { return true }
      return holds[place] == (clause.isUnless == clauses[place].isUnless)
    }
    let entries = entries.filter { isTrue(offered[$0]) }
    let must = must.union(required.filter { isTrue($0.value) }.keys)
    return (entries, must.intersection(entries))
  }
}

extension GuideLayout {
  /// A menu can have at most this many different conditions, because it is laid out for each case.
  static let mostMenuConditions = 4

  /// Lays out a menu: the topics that follow the step, and the guides it names.
  ///
  /// If some of them are only for some people, there is a menu for each case, and tests before them: what is offered
  /// is decided when a person reaches the menu.
  mutating func layOut(_ menu: MenuSyntax, _ span: Span) {
    if script.steps[step.order].isTopic { report(.menuInTopic(source, span)) }
    var draft = MenuDraft()
    addTopics(to: &draft, span)
    for entry in menu.entries { add(entry, to: &draft) }
    if draft.entries.isEmpty { report(.menuWithoutTopics(source, span)) }
    if draft.clauses.count > Self.mostMenuConditions {
      report(.menuWithManyConditions(source, span, most: Self.mostMenuConditions))
      draft.clauses.removeLast(draft.clauses.count - Self.mostMenuConditions)
    }
    let first = menus.count
    let start = next
    offer(draft, where: [], first)
    guard !draft.clauses.isEmpty, first < menus.count else { return }
    menus[first].alternatives = Menu.Alternatives(
      place: start..<next,
      entries: draft.entries,
      offered: draft.offered,
      must: draft.must,
      required: draft.required
    )
  }

  /// The topics that follow the step.
  private mutating func addTopics(to draft: inout MenuDraft, _ span: Span) {
    var topic = step.order + 1
    while topic < script.steps.count, script.steps[topic].isTopic {
      let entry = Menu.Entry.topic(declarations.step(at: topic))
      draft.entries.append(entry)
      observations.openings[topic, default: []].append(step.order)
      visits.append(Visit(from: here, to: entry, source: source, span: span))
      topic += 1
    }
  }

  private mutating func add(_ entry: MenuSyntax.Entry, to draft: inout MenuDraft) {
    switch entry {
    case .comment: break
    case .visit(let name, let condition):
      if environment.content.closed.contains(name.text) {
        reportClosed(name)
        return
      }
      guard let guide = environment.guides[name.text], guide != .house else {
        report(.unknownGuide(source, name, among: Array(environment.guides.keys)))
        return
      }
      let isConditional = condition != nil || draft.offered[.guide(guide)] != nil
      if isConditional, draft.entries.contains(.guide(guide)) {
        report(.offeredTwice(source, name))
      }
      draft.entries.append(.guide(guide))
      visits.append(Visit(from: here, to: .guide(guide), source: source, span: name.span))
      if let clause = clause(condition, &draft) { draft.offered[.guide(guide)] = clause }
    case .must(let names, let condition):
      let clause = clause(condition, &draft)
      for topic in topics(names, draft) {
        if draft.required[topic.entry] != nil, clause != nil {
          report(.offeredTwice(source, topic.name))
        }
        if let clause {
          draft.required[topic.entry] = clause
        } else {
          draft.must.insert(topic.entry)
        }
      }
    case .offer(let names, let condition):
      guard condition != nil else {
        if let first = names.first { report(.offerWithoutCondition(source, first)) }
        return
      }
      let clause = clause(condition, &draft)
      for topic in topics(names, draft) {
        if draft.offered[topic.entry] != nil { report(.offeredTwice(source, topic.name)) }
        draft.offered[topic.entry] = clause
      }
    }
  }

  /// The condition of a line, as it is among those of the menu; nil if there is none, or it has a problem.
  private mutating func clause(_ condition: Guard?, _ draft: inout MenuDraft) -> WhenClause? {
    guard let condition,
      let clause = clause(condition.condition, isUnless: condition.isUnless)
    else { return nil }
    names.checkRouting(clause, condition.condition.span)
    let words = names.words(ofCondition: clause.condition)
    if let same = draft.clauses.first(where: { names.words(ofCondition: $0.condition) == words }) {
      return WhenClause(condition: same.condition, isUnless: clause.isUnless)
    }
    draft.clauses.append(clause)
    return clause
  }

  /// The topics of these names.
  private mutating func topics(
    _ names: [Name],
    _ draft: MenuDraft
  ) -> [(name: Name, entry: Menu.Entry)] {
    names.compactMap { name in
      if case .step(let topic)? = self.names.scope[name.text], draft.entries.contains(.topic(topic))
      {
        return (name, .topic(topic))
      }
      report(.unknownTopic(source, name, among: topicNames(among: draft.entries)))
      return nil
    }
  }

  /// Offers the menu for each case of the conditions that come after these.
  private mutating func offer(_ draft: MenuDraft, where holds: [Bool], _ first: Int) {
    guard holds.count == draft.clauses.count else {
      let test = next
      emit(.leave)
      offer(draft, where: holds + [true], first)
      let passed = next
      emit(.leave)
      replace(test, with: .test(draft.clauses[holds.count], otherwise: next))
      offer(draft, where: holds + [false], first)
      replace(passed, with: .go(next))
      return
    }
    let (entries, must) = draft.menu(where: holds)
    // A person to whom nothing is offered goes on.
    if entries.isEmpty && !holds.isEmpty { return }
    emit(.offer(MenuID(declarations.origin.menus + menus.count)))
    menus.append(
      Menu(
        step: stepID,
        entries: entries,
        must: must,
        record: MenuID(declarations.origin.menus + first)
      )
    )
  }

  private func topicNames(among entries: [Menu.Entry]) -> [String] {
    entries.compactMap { entry in
      guard case .topic(let topic) = entry else { return nil }
      return declarations.order(of: topic).map { script.steps[$0].name.text }
    }
  }
}
