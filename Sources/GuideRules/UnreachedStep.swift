import GuideCheck
import GuideSyntax
import SourceText

/// Every step and every topic can be reached.
enum UnreachedStep: GuideRule {
  static let id = "unreached-step"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    let script = guide.script
    var reached = [Bool](repeating: false, count: script.steps.count)
    // Most guides have no jumps and need no such table.
    lazy var orders = Dictionary(
      script.steps.indices.map { (script.steps[$0].name.text, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var fallsThrough = true
    for (order, step) in script.steps.enumerated() where !step.isTopic {
      let isEntered = fallsThrough || reached[order]
      reached[order] = isEntered
      fallsThrough = isEntered
      guard isEntered else { continue }
      for target in jumps(in: step.blocks) {
        if let next = orders[target.text] { reached[next] = true }
      }
      let hasLeft = step.blocks.contains {
        if case .go(_, nil) = $0.content { true } else { false }
      }
      if hasLeft { fallsThrough = false }
    }
    var opened: [Int: [Int]] = [:]
    for (topic, openers) in guide.observations.openings {
      for opener in openers { opened[opener, default: []].append(topic) }
    }
    var pending = script.steps.indices.filter { reached[$0] }
    while let order = pending.popLast() {
      for topic in opened[order] ?? [] where !reached[topic] {
        reached[topic] = true
        pending.append(topic)
      }
    }
    return unreached(reached, in: guide)
  }

  /// One line is to blame for a run of unreached steps, so the run is reported once.
  private static func unreached(_ reached: [Bool], in guide: ResolvedGuide) -> [Diagnostic] {
    [false, true].compactMap { isTopic in
      let steps = guide.script.steps
      let missed = steps.indices.filter { !reached[$0] && steps[$0].isTopic == isTopic }
      guard let first = missed.first else { return nil }
      return .unreachedStep(
        guide.source,
        steps[first].name,
        isTopic: isTopic,
        others: missed.dropFirst().map { steps[$0].name.text }
      )
    }
  }

  private static func jumps(in blocks: [BlockSyntax]) -> [Name] {
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
}

extension Diagnostic {
  /// A step or topic that nothing leads to.
  static func unreachedStep(
    _ source: SourceFile,
    _ name: Name,
    isTopic: Bool,
    others: [String]
  ) -> Diagnostic {
    let also = others.isEmpty ? [] : ["also never reached: \(listed(others))"]
    return Diagnostic(
      title: "`\(name.text)` is never reached",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: isTopic
            ? "there is no `menu` above this topic, and nothing visits it"
            : "every path leaves before it, and nothing jumps to it"
        )
      ],
      notes: also + ["as written, no patient would see it"],
      consequenceOf: [.unreadLine, .unknownName, .wrongJump]
    )
  }
}
