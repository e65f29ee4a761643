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
  mutating func reportClosed(_ name: Name) {
    if declarations.guide != .house { report(.visitToClosed(source, name)) }
  }
}
