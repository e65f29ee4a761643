import GuideCheck

/// What changed about a question with the same name.
struct QuestionChanges {
  /// One line for each change.
  private(set) var lines: [String] = []

  init(from was: Question, to now: Question) {
    compare(was.prompt, now.prompt, "")
    compare(was.why ?? "", now.why ?? "", "why: ")
    if was.isTeachBack != now.isTeachBack {
      lines.append(now.isTeachBack ? "now a teach-back" : "no longer a teach-back")
    }
    if !was.domain.hasOptions || !now.domain.hasOptions || was.domain != now.domain {
      compare(was.domain.description, now.domain.description, "the answer: ")
    }
    compareOptions(was, now)
    if was.isTeachBack, now.isTeachBack {
      compare(was.labels(was.right), now.labels(now.right), "right: ")
    }
    compare(was.again ?? "", now.again ?? "", "after a wrong answer: ")
  }

  private mutating func compare(_ was: String, _ now: String, _ lead: String) {
    if was != now { lines.append(lead + wordDifference(from: was, to: now)) }
  }

  private mutating func compareOptions(_ was: Question, _ now: Question) {
    for option in now.options {
      guard let other = was.options.first(where: { $0.name == option.name }) else {
        lines.append("a new answer, \u{201C}\(option.label)\u{201D}")
        continue
      }
      compare(other.label, option.label, "")
    }
    for option in was.options where now.option(named: option.name) == nil {
      lines.append("no longer an answer, \u{201C}\(option.label)\u{201D}")
    }
    let common = now.options.map(\.name).filter { was.option(named: $0) != nil }
    if common != was.options.map(\.name).filter({ now.option(named: $0) != nil }) {
      lines.append("the answers are in another order")
    }
    let (alone, before) = (now.labels(now.exclusive), was.labels(was.exclusive))
    if now.domain == .ticks, was.domain == .ticks { compare(before, alone, "only alone: ") }
  }
}

extension Question {
  fileprivate var isTeachBack: Bool { if case .check = role { true } else { false } }

  fileprivate func labels(_ mask: OptionMask) -> String {
    options(in: mask).map { "\u{201C}\($0.label)\u{201D}" }.joined(separator: " and ")
  }
}
