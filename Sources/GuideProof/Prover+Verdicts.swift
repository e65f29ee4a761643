import GuideCheck
import GuideEngine
import SourceText

extension Prover {
  /// The diagnostics for the verdicts.
  ///
  /// A promise of the house that several guides break is one problem, reported for a guide that breaks
  /// it by itself.
  func diagnostics(on proofs: [Proof]) -> [Diagnostic] {
    var found: [(problem: PromiseProblem, isOwn: Bool, diagnostic: Diagnostic)] = []
    var guides: [PromiseProblem: [GuideID]] = [:]
    for proof in proofs {
      let name = library[proof.guide].name
      for (identifier, verdict) in proof.verdicts {
        let promise = library[identifier]
        switch verdict {
        case .kept: break
        case .broken(let broken):
          let isOwn = broken.witness.inputs.first == .began(proof.guide)
          let problem = PromiseProblem(promise: identifier, kind: broken.isSlip ? .slips : .broken)
          found.append((problem, isOwn, diagnostic(on: broken, proof.guide)))
          guides[problem, default: []].append(proof.guide)
        case .refused(let reason):
          let diagnostic = Diagnostic.tooEntangledPromise(
            promise.source,
            promise.span,
            guide: name,
            places(of: entangledConditions[proof.guide.index]?[identifier] ?? []),
            isUntried: reason == .budgetSpent
          )
          let problem = PromiseProblem(promise: identifier, kind: .tooEntangled)
          found.append((problem, false, diagnostic))
          guides[problem, default: []].append(proof.guide)
        }
      }
    }
    var told: Set<PromiseProblem> = []
    return (found.filter(\.isOwn) + found.filter { !$0.isOwn })
      .filter { told.insert($0.problem).inserted }
      .map { $0.diagnostic.concerning(titles(of: guides[$0.problem] ?? [], with: $0.problem)) }
  }

  /// Where the titles of guides are that have a problem with a promise of the house.
  private func titles(of guides: [GuideID], with problem: PromiseProblem) -> [Label] {
    let message =
      switch problem.kind {
      case .broken: "this guide can break it"
      case .slips: "people can slip through it in this guide"
      case .tooEntangled: "not proved for this guide"
      }
    return guides.map { library[$0].source }.filter { $0 != library[problem.promise].source }
      .map { Label(source: $0, span: $0.title, message: message) }
  }

  /// The kinds of problems with a promise.
  private struct PromiseProblem: Hashable {
    enum Kind { case broken, slips, tooEntangled }
    let promise: PromiseID
    let kind: Kind
  }

  private func diagnostic(on broken: BrokenPromise, _ guide: GuideID) -> Diagnostic {
    let promise = broken.promise
    let lines = broken.witness.lines(in: library)
    if broken.isSlip {
      return .promiseSlips(promise.source, promise.span, instead: instead(of: promise), lines)
    }
    let excess = excess(of: broken.witness, over: promise, in: guide.index)
    let name = library[guide].name
    return .brokenPromise(
      promise.source,
      promise.span,
      guide: name,
      excess,
      lines,
      listed: library.onlyListed(promise, in: guide)
    )
  }

  /// What to write so that a promise misses nobody who skips; or, if they may see what it forbids, that it is not about
  /// them.
  private func instead(of promise: Promise) -> String {
    let safe = library.safely(promise).map { "write `\($0)`" } ?? "use `unless` instead"
    guard case .never = promise.form, let clause = promise.clause,
      library.conditions[clause.condition].atoms.count == 1,
      let question = library.conditions[clause.condition].atoms[0].questionAnswered
    else { return safe }
    return "\(safe), or add `and \(library[question].name) is known` if people who skip may see it"
  }
}

extension Library {
  /// The words of a guide that cite what a promise wants to be seen, but do not say it.
  fileprivate func onlyListed(_ promise: Promise, in guide: GuideID) -> [String] {
    let wanted: Mention
    switch promise.form {
    case .seeAfter(let mention, _), .seeBefore(let mention, _), .seeBeforeEnd(let mention):
      wanted = mention
    case .atMostMinutes, .atMostQuestions, .never: return []
    }
    guard let cited = wanted.cited else { return [] }
    return passages.filter { passage in
      self[passage.step].guide == guide && carries(passage, cited) && !carries(passage, wanted)
    }.map { passage in
      let words = passage.pieces.map { if case .text(let words, _) = $0 { words } else { "…" } }
      if case .comparison = passage.kind { return "\(self[passage.step].name): cells of `compare`" }
      return
        "\(self[passage.step].name): \(words.isEmpty ? "a citation without words" : words.joined())"
    }
  }

  /// How to write the condition of a promise so that it misses nobody, if there is a simple way.
  fileprivate func safely(_ promise: Promise) -> String? {
    guard let clause = promise.clause, conditions[clause.condition].atoms.count == 1,
      case .options(let question, let mask) = conditions[clause.condition].atoms[0],
      self[question].domain == .choice
    else { return nil }
    let names = self[question].options.indices
      .filter { !mask.contains(place: $0) }.map { self[question].options[$0].name }
    return names.isEmpty
      ? nil : "unless \(self[question].name) is \(names.joined(separator: " or "))"
  }
}

extension AtomicCondition {
  /// The question of which a test reads the answer.
  fileprivate var questionAnswered: QuestionID? {
    switch self {
    case .options(let question, _), .compares(.question(let question), _, _): question
    default: nil
    }
  }
}

extension SourceFile {
  /// The line with the title of a guide.
  fileprivate var title: Span {
    let starts = lineStarts
    for (number, start) in starts.enumerated() where bytes[start...].starts(with: "title:".utf8) {
      let end = number + 1 < starts.count ? starts[number + 1] - 1 : bytes.count
      return Span(start: start, end: max(start, end))
    }
    return .empty
  }
}

extension Diagnostic {
  /// The same diagnostic, with more places that it concerns.
  fileprivate func concerning(_ more: [Label]) -> Diagnostic {
    with(labels: labels + more, fix: fix)
  }
}
