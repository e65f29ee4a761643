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
  let names: VersionNames

  init(old: Library, new: Library, before: GuideID, after: GuideID) {
    (self.old, self.new, self.before, self.after) = (old, new, before, after)
    names = VersionNames(from: (old, before), to: (new, after))
  }

  /// A person in words, with the prompts of the new version.
  func words(for person: Person) -> String {
    let answers = person.answers.sorted { $0.key < $1.key }
    let asked = Set(person.pasts.compactMap(\.question))
    let said = answers.filter { !asked.contains($0.key) }.map { name, answer in
      "answers \(words(for: answer, to: name))"
    }
    let left = person.unopened.map { quoted($0.title) }.joined(separator: " or ")
    let topics = left.isEmpty ? "" : ", without opening \(left)"
    let before = person.pasts.compactMap { past in
      past.question == nil ? words(for: past) : nil
    }
    let all = before + asked.sorted().map { words(forAsked: $0, person) } + said
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

  private func words(for past: Past) -> String? {
    switch past {
    case .guide(let name):
      let title = new.title(ofGuide: name) ?? old.title(ofGuide: name) ?? name
      return "has gone through \(quoted(title)) before"
    case .claim(let name): return "has read the claim \(name) before"
    case .figure(let name): return "has seen the figure \(name) before"
    case .subject(let name): return "has read about \(name) before"
    case .asked, .differs: return nil
    }
  }

  private func words(forAsked name: String, _ person: Person) -> String {
    if let answer = person.answers[name] {
      return "answered \(words(for: answer, to: name)) before"
    }
    return "skipped \(quoted(question(named: name)?.prompt ?? name)) before"
  }

  private func question(named name: String) -> Question? {
    new.question(named: name, in: after)
      ?? old.question(named: names.former(ofQuestion: name), in: before)
  }

  private func quoted(_ words: String) -> String { "\u{201C}\(words)\u{201D}" }

  /// What changed about the questions, and for whom; who is asked which question is reported by itself.
  func questions(_ people: inout PeopleComparison) -> [String] {
    var lines: [String] = []
    for name in new.questionNames(in: after) {
      guard let was = old.question(named: names.former(ofQuestion: name), in: before),
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
    wordChanges.compactMap { step, change in
      let text = PeopleSight.StepText(step: step, text: change.new ?? change.old ?? "")
      // What is only written otherwise, such as twice under two conditions, is the same for everyone.
      if people.isReadAlike(text) { return nil }
      let whom = people.example(reading: text, inNew: change.new != nil)
      return "\(step): \(change.line)\(suffix(whom))"
    }
  }

  /// The changes to the words of each step.
  var wordChanges: [(step: String, change: WordChanges.Change)] {
    let (was, now) = (texts(0), texts(1))
    let steps =
      now.map(\.step) + was.map(\.step).filter { name in !now.contains { $0.step == name } }
    return steps.flatMap { name in
      let first = was.first { $0.step == name }?.texts ?? []
      let second = now.first { $0.step == name }?.texts ?? []
      return WordChanges(first, second).changes.filter { $0.old != $0.new }.map { (name, $0) }
    }
  }

  /// Words of the old version that are gone, and what they are in the new.
  var reworded: [String: String] {
    let (was, now) = (Set(texts(0).flatMap(\.texts)), Set(texts(1).flatMap(\.texts)))
    var found: [String: String] = [:]
    for (_, change) in wordChanges {
      guard let old = change.old, let new = change.new, found[old] == nil, !now.contains(old),
        !was.contains(new), !found.values.contains(new)
      else { continue }
      found[old] = new
    }
    return found
  }

  /// The text of each step of a version, without questions.
  private func texts(_ number: Int) -> [(step: String, texts: [String])] {
    let (library, guide) = version(number)
    return library[guide].steps.map { step in
      let texts = library.passages.filter { $0.step == step }.flatMap { library.texts(of: $0) }
      return (name(of: step, number), [library[step].title] + texts)
    }
  }

  /// The totals that people read, and that are calculated in another way.
  func totals() -> [String] {
    let was = old.printed(in: before)
    return new.printed(in: after).compactMap { name, equation -> String? in
      guard let other = was[name] else { return nil }
      func formulas(isSorted: Bool) -> (old: String, new: String) {
        (
          old.formula(other, isSorted: isSorted) { self.name(of: $0, 0) },
          new.formula(equation, isSorted: isSorted) { self.name(of: $0, 1) }
        )
      }
      let terms = old.terms(of: other) { self.name(of: $0, 0) }
      if terms != nil, terms == new.terms(of: equation, named: { self.name(of: $0, 1) }) {
        return nil
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

  /// What a person reads of a passage.
  func texts(of passage: Passage) -> [String] {
    switch passage.kind {
    case .paragraph, .item, .numberedItem, .listLine, .weighPrompt: [words(of: passage)]
    case .disagreement: [phrases.nextDisagrees(words(of: passage))]
    case .ruleEnds(let day): [phrases.ruleEnds(phrases.date(day))]
    case .comparison(let rows): rows.flatMap { [$0.title] + $0.cells }
    case .figure(let figure):
      [FigureWords(figures[figure], phrases).outcome]
        + FigureWords(figures[figure], phrases).lines
    case .alreadySeen, .ratings: []
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
      case .counted(let equation, _): return "count of \(equations[equation.index].name)"
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
