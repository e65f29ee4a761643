import GuideSyntax
import SourceText

extension GuideLayout {
  /// Lays out `->`: forward only, never out of a topic.
  mutating func go(to target: Name) {
    if script.steps[step.order].isTopic {
      report(.jumpInTopic(source, target))
      return
    }
    if target.text == "end" {
      jump(to: script.steps.count)
      return
    }
    guard let order = declarations.order(ofStepNamed: target.text) else {
      if environment.guides[target.text] != nil {
        report(.jumpToTopic(source, target, arrow: arrow(before: target), isGuide: true))
      } else {
        let steps = script.steps.filter { !$0.isTopic }.map(\.name.text)
        report(.unknownStep(source, target, among: steps + ["end"]))
      }
      return
    }
    if script.steps[order].isTopic {
      report(.jumpToTopic(source, target, arrow: arrow(before: target), isGuide: false))
    } else if order <= step.order {
      report(.jumpBackward(source, target, step: script.steps[order].span))
    } else {
      jump(to: order)
    }
  }

  /// Where the arrow before a name is.
  private func arrow(before target: Name) -> Span {
    var end = target.span.start
    while end > 2, source.bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return Span(start: end - 2, end: end)
  }

  private mutating func jump(to order: Int) {
    pendingJumps.append((next, order))
    emit(.go(next + 1))
  }

  /// Lays out `=>`, a visit to a topic or a guide.
  mutating func visit(_ target: Name) {
    let entry: Menu.Entry
    let title: String
    if let order = declarations.order(ofStepNamed: target.text) {
      guard script.steps[order].isTopic else {
        report(.visitToStep(source, target))
        return
      }
      entry = .topic(declarations.step(at: order))
      title = script.steps[order].title.plain
      observations.openings[order, default: []].append(step.order)
    } else if let guide = environment.guides[target.text], guide != .house {
      entry = .guide(guide)
      title = environment.title(of: guide)
    } else if environment.content.closed.contains(target.text) {
      reportClosed(target)
      return
    } else {
      let topics = script.steps.filter(\.isTopic).map(\.name.text)
      report(.unknownTopic(source, target, among: topics + environment.guides.keys))
      return
    }
    visits.append(Visit(from: here, to: entry, source: source, span: target.span))
    let again = passage(.alreadySeen(title), pieces: [], claims: [], lines: [target.span])
    emit(.visit(entry, again: again))
  }

  /// A guide that goes through a closed one has a problem; the house only leaves it out.
  private mutating func reportClosed(_ name: Name) {
    if declarations.guide != .house { report(.visitToClosed(source, name)) }
  }

  /// Lays out a menu: the topics that follow the step, and the guides it names.
  mutating func layOut(_ menu: MenuSyntax, _ span: Span) {
    if script.steps[step.order].isTopic { report(.menuInTopic(source, span)) }
    var entries: [Menu.Entry] = []
    var must: Set<Menu.Entry> = []
    var topic = step.order + 1
    while topic < script.steps.count, script.steps[topic].isTopic {
      let entry = Menu.Entry.topic(declarations.step(at: topic))
      entries.append(entry)
      observations.openings[topic, default: []].append(step.order)
      visits.append(Visit(from: here, to: entry, source: source, span: span))
      topic += 1
    }
    for entry in menu.entries {
      switch entry {
      case .comment: break
      case .visit(let name):
        if environment.content.closed.contains(name.text) {
          reportClosed(name)
          continue
        }
        guard let guide = environment.guides[name.text], guide != .house else {
          report(.unknownGuide(source, name, among: Array(environment.guides.keys)))
          continue
        }
        entries.append(.guide(guide))
        visits.append(Visit(from: here, to: .guide(guide), source: source, span: name.span))
      case .must(let topics):
        for name in topics {
          guard case .step(let topic)? = names.scope[name.text], entries.contains(.topic(topic))
          else {
            report(.unknownTopic(source, name, among: topicNames(among: entries)))
            continue
          }
          must.insert(.topic(topic))
        }
      }
    }
    if entries.isEmpty { report(.menuWithoutTopics(source, span)) }
    emit(.offer(MenuID(declarations.origin.menus + menus.count)))
    menus.append(Menu(step: stepID, entries: entries, must: must))
  }

  private func topicNames(among entries: [Menu.Entry]) -> [String] {
    entries.compactMap { entry in
      guard case .topic(let topic) = entry else { return nil }
      return declarations.order(of: topic).map { script.steps[$0].name.text }
    }
  }
}
