import GuideSyntax
import SourceText

extension ResolvedNames {
  /// The promises, with every name resolved.
  mutating func resolvePromises() -> [Promise] {
    var promises: [Promise] = []
    for step in script.steps {
      for block in vows(in: step.blocks) {
        guard case .promise(let syntax) = block.content, let form = form(syntax.form) else {
          continue
        }
        var clause: WhenClause?
        if let condition = syntax.condition {
          clause = self.clause(condition)
          if clause == nil { continue }
        }
        promises.append(
          Promise(
            form: form,
            clause: clause,
            words: source.text(syntax.span),
            source: source,
            span: syntax.span
          )
        )
      }
    }
    return promises
  }

  /// The promises and examples in a list of blocks.
  func vows(in blocks: [BlockSyntax]) -> [BlockSyntax] {
    var vows: [BlockSyntax] = []
    for block in blocks {
      switch block.content {
      case .conditional(_, _, let inside): vows += self.vows(in: inside)
      case .example, .promise: vows.append(block)
      default: break
      }
    }
    return vows
  }

  private mutating func clause(_ condition: Guard) -> WhenClause? {
    let syntax = condition.condition
    let tests = atoms(of: syntax)
    guard let clause = clause(syntax, of: tests, isUnless: condition.isUnless) else { return nil }
    checkRouting(clause, syntax.span)
    return clause
  }

  /// The form of a promise, in which what has to be seen has to be said.
  ///
  /// What must not be seen, or what starts an obligation, can also be a word in a list: that is the safe
  /// side.
  private mutating func form(_ form: PromiseSyntax.Form) -> Promise.Form? {
    switch form {
    case .seeBefore(let first, let second) where first.text == second.text,
      .seeAfter(let first, let second) where first.text == second.text:
      report(.promiseOfItself(source, second))
      return nil
    case .seeBefore(let first, let second):
      let (a, b) = (mention(named: first), mention(named: second))
      return a.flatMap { a in b.map { .seeBefore(a.said, $0) } }
    case .seeAfter(let first, let second):
      let (a, b) = (mention(named: first), mention(named: second))
      return a.flatMap { a in b.map { .seeAfter(a.said, $0) } }
    case .seeBeforeEnd(let name): return mention(named: name).map { .seeBeforeEnd($0.said) }
    case .never(let name): return mention(named: name).map { .never($0) }
    case .atMostMinutes(let number): return .atMostMinutes(Fraction(number))
    case .atMostQuestions(let number): return .atMostQuestions(Fraction(number))
    }
  }
}
