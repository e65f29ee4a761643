import GuideSyntax
import SourceText

extension GuideBuilder {
  /// Lays out `->`: forward only, never out of a topic.
  mutating func go(to target: Name) {
    if stepScript.isTopic {
      report(.jumpInTopic(source, target))
      return
    }
    if target.text == "end" {
      jump(to: script.steps.count)
      return
    }
    guard case .step(let step)? = scope[target.text], let order = order(of: step) else {
      if checker.guideNames[target.text] != nil {
        report(.jumpToTopic(source, target, arrow: arrow(before: target), isGuide: true))
      } else {
        let steps = script.steps.filter { !$0.isTopic }.map(\.name.text)
        report(.unknownStep(source, target, among: steps + ["end"]))
      }
      return
    }
    if script.steps[order].isTopic {
      report(.jumpToTopic(source, target, arrow: arrow(before: target), isGuide: false))
    } else if order <= self.order {
      report(.jumpBackward(source, target, step: script.steps[order].span))
    } else {
      jump(to: order)
    }
  }

  /// Where the arrow stands that leads to a name.
  private func arrow(before target: Name) -> Span {
    var end = target.span.start
    while end > 2, source.bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return Span(start: end - 2, end: end)
  }

  private mutating func jump(to order: Int) {
    pendingJumps.append((next, order))
    emit(.go(next + 1))
  }

  /// The order in the script of a step of this guide.
  func order(of step: StepID) -> Int? {
    guard let first = stepIDs.first else { return nil }
    let order = step.index - first.index
    return stepIDs.indices.contains(order) ? order : nil
  }

  /// Lays out `=>`: a topic or a guide, and back.
  mutating func visit(_ target: Name) {
    let entry: Menu.Entry
    let title: String
    if case .step(let step)? = scope[target.text], let order = order(of: step) {
      guard script.steps[order].isTopic else {
        report(.visitToStep(source, target))
        return
      }
      entry = .topic(step)
      title = script.steps[order].title.plain
      openings[order, default: []].append(self.order)
    } else if let guide = checker.guideNames[target.text], guide != .house {
      entry = .guide(guide)
      title =
        checker.content.guides[guide.index - 1].script.header("title")?.value.text ?? target.text
    } else {
      let topics = script.steps.filter(\.isTopic).map(\.name.text)
      report(.unknownTopic(source, target, among: topics + checker.guideNames.keys))
      return
    }
    checker.visits.append(Checker.Visit(from: here, to: entry, source: source, span: target.span))
    let again = passage(.alreadySeen(title), pieces: [], claims: [], lines: [target.span])
    emit(.visit(entry, again: again))
  }

  /// Reports steps and topics that no walk comes to.
  mutating func findUnreachedSteps() {
    var reached = [Bool](repeating: false, count: script.steps.count)
    var fallsThrough = true
    for (order, step) in script.steps.enumerated() where !step.isTopic {
      let isEntered = fallsThrough || reached[order]
      reached[order] = isEntered
      fallsThrough = isEntered
      guard isEntered else { continue }
      for target in jumps(in: step.blocks) {
        if case .step(let found)? = scope[target.text], let next = self.order(of: found) {
          reached[next] = true
        }
      }
      let hasLeft = step.blocks.contains {
        if case .go(_, nil) = $0.content { true } else { false }
      }
      if hasLeft { fallsThrough = false }
    }
    var opened: [Int: [Int]] = [:]
    for (topic, openers) in openings {
      for opener in openers { opened[opener, default: []].append(topic) }
    }
    var pending = script.steps.indices.filter { reached[$0] }
    while let order = pending.popLast() {
      for topic in opened[order] ?? [] where !reached[topic] {
        reached[topic] = true
        pending.append(topic)
      }
    }
    reportUnreached(reached)
  }

  /// Reports a run of steps that nobody comes to once, for one line is to blame.
  private mutating func reportUnreached(_ reached: [Bool]) {
    for isTopic in [false, true] {
      let missed = script.steps.indices.filter {
        !reached[$0] && script.steps[$0].isTopic == isTopic
      }
      guard let first = missed.first else { continue }
      report(
        .unreachedStep(
          source,
          script.steps[first].name,
          isTopic: isTopic,
          others: missed.dropFirst().map { script.steps[$0].name.text }
        )
      )
    }
  }

  private func jumps(in blocks: [BlockSyntax]) -> [Name] {
    var targets: [Name] = []
    for block in blocks {
      switch block.content {
      case .go(let target, _): targets.append(target)
      case .conditional(_, _, let inside): targets += jumps(in: inside)
      case .question(let question):
        for option in question.options { targets += jumps(in: option.replies) }
      default: break
      }
    }
    return targets
  }

  /// Reports conditions that read a question before any walk can have asked it.
  mutating func findEarlyReads() {
    var reported: Set<QuestionID> = []
    for read in reads
    where !reported.contains(read.question) && checker.questions[read.question.index].step != nil {
      guard let asked = asks[read.question], let first = asked.first else { continue }
      let latest = span(of: read.order).last
      let earliest = asked.map { span(of: $0.order).first }.min() ?? 0
      let isLaterInStep =
        asked.count == 1 && first.order == read.order && first.instruction > read.instruction
      if earliest > latest || isLaterInStep {
        reported.insert(read.question)
        report(
          .readBeforeAsked(source, read.span, name: checker.questions[read.question.index].name)
        )
      }
    }
  }

  /// The first and last place in reading order where a step can be: a topic is where it is opened.
  private func span(of order: Int) -> (first: Int, last: Int) {
    guard script.steps[order].isTopic else { return (order, order) }
    var first = Int.max
    var last = -1
    var visited: Set<Int> = [order]
    var pending = [order]
    while let topic = pending.popLast() {
      for opener in openings[topic] ?? [] {
        if script.steps[opener].isTopic {
          if visited.insert(opener).inserted { pending.append(opener) }
        } else {
          first = min(first, opener)
          last = max(last, opener)
        }
      }
    }
    return (first, last)
  }
}
