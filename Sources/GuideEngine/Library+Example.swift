public import GuideCheck

extension Library {
  /// Walks through a guide as an example says, and returns what is not as expected; empty if everything
  /// is.
  public func problems(with example: Example, in guide: GuideID) -> [String] {
    walked(example, in: guide).problems
  }

  /// Walks through a guide as an example says; returns the inputs, and what is not as expected.
  ///
  /// The questions it names are answered as they are asked, and all others are skipped. At a menu, what
  /// must be read is opened, and then the walk goes on.
  public func walked(
    _ example: Example,
    in guide: GuideID
  ) -> (inputs: [Input], problems: [String]) {
    let walk = walk(from: guide) { asking, _ in
      example.answers.first { $0.question == asking.question }?.answer ?? .skipped
    }
    let state = walk.state
    var problems = walk.refusals.map { refusal in
      "the answer to \u{201C}\(self[refusal.question].name)\u{201D} is not offered there"
    }
    if !state.isFinished { problems.append("the path does not end") }
    for (question, _) in example.answers where state.answers[question.index] == nil {
      problems.append("\u{201C}\(self[question].name)\u{201D} is never asked")
    }
    for mention in example.sees where !sees(mention, state) {
      let isListed = mention.cited.map { sees($0, state) } ?? false
      problems.append(
        "\(name(of: mention)) \(isListed ? "is only listed; no sentence says it" : "is not seen")"
      )
    }
    for mention in example.neverSees where sees(mention, state) {
      problems.append("\(name(of: mention)) is seen")
    }
    return (walk.inputs, problems)
  }

  /// Whether something is on the walk of a state.
  public func sees(_ mention: Mention, _ state: State) -> Bool {
    switch mention {
    case .step(let step): return state.hasVisited(step)
    case .guide(let guide): return state.hasVisited(guide)
    case .question(let question): return state.answers[question.index] != nil
    case .claim, .equation, .figure, .said, .subject:
      return state.walk.contains { footprint in
        guard case .passage(let passage) = footprint else { return false }
        return carries(self[passage], mention)
      }
    }
  }

  /// Whether a passage is what a mention refers to.
  public func carries(_ passage: Passage, _ mention: Mention) -> Bool {
    if passage.isAside { return false }
    switch mention {
    case .claim(let claim): return passage.claims.contains(claim)
    case .equation(let equation):
      return passage.pieces.contains { if case .value(equation) = $0 { true } else { false } }
    case .figure(let figure):
      if case .figure(figure) = passage.kind { return true }
      return false
    case .subject(let subject):
      if case .figure(let figure) = passage.kind {
        return figures[figure].about.contains(subject)
      }
      return passage.claims.contains { claims[$0].about.contains(subject) }
    case .said(.claim(let claim)): return passage.said.contains(claim)
    case .said(.subject(let subject)):
      if case .figure(let figure) = passage.kind {
        return figures[figure].about.contains(subject)
      }
      return passage.said.contains { claims[$0].about.contains(subject) }
    case .guide, .question, .step: return false
    }
  }

  /// Its name in the script.
  private func name(of mention: Mention) -> String {
    switch mention {
    case .step(let step): "\u{201C}\(self[step].name)\u{201D}"
    case .guide(let guide): "\u{201C}\(self[guide].name)\u{201D}"
    case .question(let question): "\u{201C}\(self[question].name)\u{201D}"
    case .equation(let equation): "\u{201C}\(equations[equation.index].name)\u{201D}"
    case .claim(let claim), .said(.claim(let claim)): "\u{201C}\(claims[claim].name)\u{201D}"
    case .figure(let figure): "\u{201C}\(figures[figure].name)\u{201D}"
    case .subject(let subject), .said(.subject(let subject)): "\u{201C}\(subject)\u{201D}"
    }
  }
}
