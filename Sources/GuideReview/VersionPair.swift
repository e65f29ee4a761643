import GuideCheck
import GuideEngine
import GuideProof
import Phrases

/// Two versions of a guide.
struct VersionPair {
  let old: Library
  let new: Library
  let before: GuideID
  let after: GuideID

  /// The name of a question of the old version, which has the number 0, or of the new.
  func name(of question: QuestionID, _ version: Int) -> String {
    version == 0 ? old.name(of: question, in: before) : new.name(of: question, in: after)
  }

  /// A person in words, with the prompts of the new version.
  func words(for person: Person, opensAll: Bool) -> String {
    let answers = person.answers.sorted { $0.key < $1.key }
    let said = answers.filter { !person.pasts.contains(.asked($0.key)) }.map { name, answer in
      "answers \(words(for: answer, to: name))"
    }
    let topics = opensAll ? "" : ", opening only the topics that must be read"
    let all = person.pasts.map { words(for: $0, person) } + said
    if all.isEmpty { return "a person who skips every question\(topics)" }
    let rest = said.isEmpty ? "every question" : "the rest"
    return "a person who \(all.joined(separator: " and ")), and skips \(rest)\(topics)"
  }

  private func words(for answer: Person.Said, to name: String) -> String {
    guard let question = question(named: name) else { return name }
    let prompt = quoted(question.prompt)
    switch answer {
    case .options(let names):
      let labels = names.map { name in
        quoted(question.options.first { $0.name == name }?.label ?? name)
      }
      return "\(labels.joined(separator: " and ")) to \(prompt)"
    case .number(let number): return "\(number) to \(prompt)"
    case .anything: return prompt
    }
  }

  private func words(for past: Past, _ person: Person) -> String {
    switch past {
    case .guide(let name):
      return
        "has gone through \(quoted(new.title(ofGuide: name) ?? old.title(ofGuide: name) ?? name)) before"
    case .claim(let name): return "has read the claim \(name) before"
    case .figure(let name): return "has seen the figure \(name) before"
    case .subject(let name): return "has read about \(name) before"
    case .asked(let name):
      if let answer = person.answers[name] {
        return "answered \(words(for: answer, to: name)) before"
      }
      return "skipped \(quoted(question(named: name)?.prompt ?? name)) before"
    }
  }

  private func question(named name: String) -> Question? {
    new.question(named: name, in: after) ?? old.question(named: name, in: before)
  }

  private func quoted(_ words: String) -> String { "\u{201C}\(words)\u{201D}" }

  /// What changed about the questions, and for whom; who is asked which question is reported by itself.
  func questions(_ people: inout PeopleComparison) -> [String] {
    var lines: [String] = []
    for name in new.questionNames(in: after) {
      guard let was = old.question(named: name, in: before),
        let now = new.question(named: name, in: after)
      else { continue }
      let changes = QuestionChanges(from: was, to: now).lines
      let whom = changes.isEmpty ? nil : people.example(asked: name)
      lines += changes.map { "\(name): \($0)\(suffix(whom))" }
    }
    return lines
  }

  private func suffix(_ whom: String?) -> String { whom.map { " (for example, for \($0))" } ?? "" }

  /// The changes to the words of each step, and for whom.
  func words(_ people: inout PeopleComparison) -> [String] {
    let (was, now) = (old.texts(of: before), new.texts(of: after))
    let names =
      now.map(\.step) + was.map(\.step).filter { name in !now.contains { $0.step == name } }
    var lines: [String] = []
    for name in names {
      let first = was.first { $0.step == name }?.texts ?? []
      let second = now.first { $0.step == name }?.texts ?? []
      for change in WordChanges(first, second).changes where change.old != change.new {
        let text = PeopleComparison.StepText(step: name, text: change.new ?? change.old ?? "")
        let whom = people.example(reading: text, inNew: change.new != nil)
        lines.append("\(name): \(change.line)\(suffix(whom))")
      }
    }
    return lines
  }

  /// The totals that people read, and that are calculated in another way.
  func totals() -> [String] {
    let was = old.printed(in: before)
    return new.printed(in: after).compactMap { name, equation -> String? in
      guard let other = was[name] else { return nil }
      func formulas(isSorted: Bool) -> (old: String, new: String) {
        (
          old.formula(other, isSorted: isSorted) { old.name(of: $0, in: before) },
          new.formula(equation, isSorted: isSorted) { new.name(of: $0, in: after) }
        )
      }
      // The same parts in another order are the same total.
      let (first, second) = formulas(isSorted: true)
      if first == second { return nil }
      let (was, now) = formulas(isSorted: false)
      return "\(name): \(wordDifference(from: was, to: now))"
    }.sorted()
  }
}

extension Library {
  fileprivate func title(ofGuide name: String) -> String? {
    guide(named: name).map { self[$0].title }
  }

  /// The names of the questions that a guide asks, each once.
  func questionNames(in guide: GuideID) -> [String] {
    var names: Set<String> = []
    for case .ask(let question) in instructions(of: guide) {
      names.insert(name(of: question, in: guide))
    }
    return names.sorted()
  }

  /// The text of each step of a guide, without questions.
  fileprivate func texts(of guide: GuideID) -> [(step: String, texts: [String])] {
    self[guide].steps.map { step in
      let texts = passages.filter { $0.step == step }.flatMap { self.texts(of: $0) }
      return (self[step].name, [self[step].title] + texts)
    }
  }

  /// What a person reads of a passage.
  func texts(of passage: Passage) -> [String] {
    switch passage.kind {
    case .paragraph, .item, .listLine, .weighPrompt: [words(of: passage)]
    case .disagreement: [phrases.nextDisagrees(words(of: passage))]
    case .ruleEnds(let day): [phrases.ruleEnds(phrases.date(day))]
    case .comparison(let rows): rows.flatMap { [$0.title] + $0.cells }
    case .figure(let figure):
      [FigureWords(figures[figure], phrases).outcome]
        + FigureWords(figures[figure], phrases).lines
    case .alreadySeen, .ratings: []
    }
  }

  /// The texts and questions of a guide in reading order.
  func sequence(in guide: GuideID) -> [PeopleComparison.StepText] {
    self[guide].steps.flatMap { step in
      let name = self[step].name
      return instructions(of: step).flatMap { instruction -> [String] in
        switch instruction {
        case .say(let passage): texts(of: self[passage])
        case .ask(let question): [self[question].prompt]
        case .begin, .enter, .go, .leave, .offer, .test, .visit: []
        }
      }.map { PeopleComparison.StepText(step: name, text: $0) }
    }
  }

  /// The equations that a guide prints, by name.
  fileprivate func printed(in guide: GuideID) -> [String: EquationID] {
    var found: [String: EquationID] = [:]
    for case .say(let passage) in instructions(of: guide) {
      for case .value(let equation) in self[passage].pieces {
        found[equations[equation.index].name] = equation
      }
    }
    return found
  }

  /// How an equation is calculated, with the equations it reads written out as far as that stays short.
  ///
  /// `isSorted` if what can be in any order is in the order of its words.
  fileprivate func formula(
    _ equation: EquationID,
    isSorted: Bool,
    _ name: (QuestionID) -> String
  ) -> String {
    func words(_ expression: Equation.Expression, _ depth: Int) -> String {
      func both(_ a: Equation.Expression, _ mark: String, _ b: Equation.Expression) -> String {
        let parts = [words(a, depth), words(b, depth)]
        let isFree = isSorted && (mark == "+" || mark == "*")
        return "(\((isFree ? parts.sorted() : parts).joined(separator: " \(mark) ")))"
      }
      switch expression {
      case .constant(let number): return number.description
      case .question(let question): return name(question)
      case .ticked(let question): return "count of \(name(question))"
      case .counted(let equation): return "count of \(equations[equation.index].name)"
      case .equation(let equation):
        if depth > 8 { return equations[equation.index].name }
        return words(equations[equation.index].expression, depth + 1)
      case .sum(let a, let b): return both(a, "+", b)
      case .difference(let a, let b): return both(a, "-", b)
      case .product(let a, let b): return both(a, "*", b)
      case .quotient(let a, let b): return both(a, "/", b)
      case .truth(let condition): return self.words(forCondition: condition)
      }
    }
    return words(equations[equation.index].expression, 0)
  }
}
