import GuideCheck
import GuideEngine

// The steps of the guide, as its instructions lay them out.
extension LogicDocument {
  mutating func addStep(_ step: StepID) {
    let title = library[step].title
    add(.heading(library[step].isTopic ? 3 : 2), title)
    let kind = library[step].isTopic ? "topic, opened from a menu or a visit" : "step"
    add(.note, "(\(library[step].name): \(kind))")
    addBody(library[step].entry + 1..<library.instructions.count, depth: 0)
  }

  private mutating func addBody(_ range: Range<Int>, depth: Int) {
    var place = range.lowerBound
    while place < range.upperBound {
      switch library.instructions[place] {
      case .begin, .enter, .leave: return
      case .say(let passage): addPassage(library[passage], depth)
      case .ask(let question): addQuestion(question, depth)
      case .offer(let menu): addMenu(library[menu], depth)
      case .go(let target):
        if target != place + 1 { add(.note, words(forGoingTo: target), depth: depth) }
      case .visit(let entry, let again):
        add(
          .note,
          "Here comes \u{201C}\(library.title(of: entry))\u{201D}, and the walk comes back.",
          depth: depth
        )
        addPassage(library[again], depth)
      case .test(let clause, let otherwise):
        useEquations(in: clause.condition)
        add(.condition, sentence(clause) + ":", depth: depth)
        addBody(place + 1..<max(otherwise, place + 1), depth: depth + 1)
        place = max(otherwise, place + 1)
        continue
      }
      place += 1
    }
  }

  private func words(forGoingTo target: Int) -> String {
    guard library.instructions.indices.contains(target),
      case .enter(let step) = library.instructions[target]
    else { return "The guide ends here." }
    return "The walk goes on at \u{201C}\(library[step].title)\u{201D}."
  }

  private func sentence(_ clause: WhenClause) -> String {
    let words = library.words(for: clause)
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private mutating func useEquations(in condition: Int) {
    for atom in library.conditions[condition].atoms {
      switch atom {
      case .isTrue(let equation), .compares(.equation(let equation), _, _),
        .isKnown(.equation(let equation)):
        use(equation)
      default: break
      }
    }
  }

  // MARK: what is read

  private mutating func addPassage(_ passage: Passage, _ depth: Int) {
    for piece in passage.pieces { if case .value(let equation) = piece { use(equation) } }
    let words = library.words(of: passage)
    switch passage.kind {
    case .paragraph, .weighPrompt: add(.paragraph, words, depth: depth)
    case .item: add(.item, words, depth: depth)
    case .listLine(let list): add(.item, "\(name(of: list)): \(words)", depth: depth)
    case .figure(let index):
      let figure = FigureWords(library.figures[index], library.phrases)
      show(index)
      add(.paragraph, "\(figure.outcome):", depth: depth)
      for line in figure.lines { add(.item, line, depth: depth) }
      add(.note, library.figures[index].note ?? "", depth: depth)
      add(.note, "Figure: \(library.figures[index].name)", depth: depth)
    case .comparison(let rows):
      for row in rows {
        add(.paragraph, row.title, depth: depth)
        for (option, cell) in zip(guide.options, row.cells) {
          add(.item, "\(option.label): \(cell)", depth: depth)
        }
      }
    case .ratings:
      add(.note, "The person's own ratings are given back, and nothing is ranked.", depth: depth)
    case .alreadySeen(let title):
      add(
        .note,
        "If it was looked at before: (You have looked at \u{201C}\(title)\u{201D} already.)",
        depth: depth
      )
    }
    for claim in passage.claims { cite(claim) }
    let names = passage.claims.map { library.claims[$0].name }.joined(separator: ", ")
    if !names.isEmpty { add(.note, "Rests on: \(names)", depth: depth) }
  }

  private func name(of list: Passage.List) -> String {
    switch list {
    case .ask: "Added to the person's questions"
    case .tell: "Added to what the person tells the team"
    case .flag: "For the counselor, if the person leaves it on the page"
    case .aside: "For the counselor's eyes, in a walk together"
    }
  }

  // MARK: what is asked

  private mutating func addQuestion(_ identifier: QuestionID, _ depth: Int) {
    let question = library[identifier]
    add(.paragraph, "Question: \(question.prompt)", depth: depth)
    var remarks = ["(\(question.name): \(words(for: question.domain)))"]
    if question.step == nil { remarks.append("Shared by all guides; asked once in a sitting.") }
    if case .check = question.role { remarks.append("A check of understanding; no score.") }
    add(.note, remarks.joined(separator: " "), depth: depth)
    if let why = question.why { add(.item, "Why we ask: \(why)", depth: depth) }
    for (index, option) in question.options.enumerated() {
      var words = option.label
      if question.right.contains(place: index) { words += " (right)" }
      if question.exclusive.contains(place: index) { words += " (excludes the others)" }
      if let clause = option.condition {
        useEquations(in: clause.condition)
        words += " (offered only \(library.words(for: clause)))"
      }
      add(.item, words, depth: depth + 1)
    }
    guard let again = question.again else { return }
    add(.item, "After a first miss: Let us look at that once more. \(again)", depth: depth)
    add(.item, "After a second: \(library.questionAfterMiss(of: identifier))", depth: depth)
  }

  private func words(for domain: AnswerDomain) -> String {
    switch domain {
    case .choice: return "one answer"
    case .ticks: return "any number of answers"
    case .text: return "the person's own words; nothing depends on them"
    case .number(let numbers):
      let range = "from \(numbers.range.lowerBound) to \(numbers.range.upperBound)"
      switch numbers.kind {
      case .plain(let unit): return "a number \(range)\(unit.map { " \($0)" } ?? "")"
      case .amount: return "an amount \(range)"
      case .scale(let low, let high):
        let ends = [low, high].compactMap { $0 }.joined(separator: " to ")
        return "a place \(range)\(ends.isEmpty ? "" : ", \(ends)")"
      }
    }
  }

  private mutating func addMenu(_ menu: Menu, _ depth: Int) {
    add(.paragraph, "Offered, in any order:", depth: depth)
    for entry in menu.entries {
      let must = menu.must.contains(entry) ? " (before you go on)" : ""
      add(.item, library.title(of: entry) + must, depth: depth)
    }
  }

  mutating func addValues() {
    if equations.isEmpty { return }
    add(.heading(2), "Values")
    for equation in equations.map({ library.equations[$0.index] }) {
      add(.item, "\u{201C}\(equation.name)\u{201D}: \(library.words(for: equation.expression))")
    }
    add(.note, "If a part of a value is missing, the value is missing.")
  }
}
