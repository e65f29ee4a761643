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
    // Answers with the same label mean the same, and then those with the same name.
    func former(_ option: AnswerOption) -> AnswerOption? {
      if let same = was.options.first(where: { $0.label == option.label }) { return same }
      return was.options.first { other in
        other.name == option.name && !now.options.contains { $0.label == other.label }
      }
    }
    let formers = now.options.map(former)
    for (option, former) in zip(now.options, formers) {
      if let former {
        compare(former.label, option.label, "")
      } else {
        lines.append("a new answer, \u{201C}\(option.label)\u{201D}")
      }
    }
    let kept = formers.compactMap { $0?.name }
    for option in was.options where !kept.contains(option.name) {
      lines.append("no longer an answer, \u{201C}\(option.label)\u{201D}")
    }
    if kept != was.options.map(\.name).filter({ kept.contains($0) }) {
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
