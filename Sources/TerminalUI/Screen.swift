public import GuideCheck
public import GuideEngine

/// What a person sees of a library's effects.
public struct Screen: Sendable {
  let library: Library

  /// A screen for a library.
  public init(of library: Library) { self.library = library }

  /// The blocks of some effects, in order; lines that go to one list are announced once.
  public func blocks(_ effects: [Effect]) -> [ScreenBlock] {
    var blocks: [ScreenBlock] = []
    var list: Passage.List?
    for effect in effects {
      if case .show(let passage, let words) = effect,
        case .listLine(let kind) = library[passage].kind
      {
        if kind == .aside { continue }
        if kind != list { blocks.append(.note(Self.announcement(kind))) }
        blocks.append(.detail("+ \(words.text)"))
        list = kind
      } else {
        list = nil
        blocks += self.blocks(effect)
      }
    }
    return blocks
  }

  private static func announcement(_ list: Passage.List) -> String {
    switch list {
    case .ask: "Added to your list of questions:"
    case .tell: "Added to your list of things to tell your team:"
    case .flag: "For your counselor, if you leave it on your page:"
    case .aside: ""
    }
  }

  private func blocks(_ effect: Effect) -> [ScreenBlock] {
    switch effect {
    case .title(let step): [.heading(library[step].title)]
    case .show(let passage, let words): blocks(library[passage], words)
    case .ask(let asking): ask(asking)
    case .offer(let offer): menu(offer)
    case .sayAgain(let question):
      [.paragraph("Let us look at that once more. \(library[question].again ?? "")")]
    case .affirm: [.paragraph("Yes, that is right.")]
    case .tellRight(let question):
      [.paragraph("The answer: \(rightWords(question))")]
    case .pause: [.choice("1", "Read on")]
    case .finish, .refuse: []
    }
  }

  private func rightWords(_ question: QuestionID) -> String {
    library.words(for: .options(library[question].right), to: question)
  }

  private func blocks(_ passage: Passage, _ words: Composed) -> [ScreenBlock] {
    switch passage.kind {
    case .paragraph, .weighPrompt: [.paragraph(words)]
    case .item: [.item(words)]
    case .listLine: []
    case .figure(let figure): FigureWords(library.figures[figure]).blocks
    case .comparison(let rows): comparison(rows, passage)
    case .passedOver(let title): [.note("(You have looked at \u{201C}\(title)\u{201D} already.)")]
    }
  }

  private func comparison(_ rows: [ComparisonRow], _ passage: Passage) -> [ScreenBlock] {
    let options = library[library[passage.step].guide].options
    return rows.flatMap { row -> [ScreenBlock] in
      [.paragraph(row.title)]
        + zip(options, row.cells).map { option, cell in .item("\(option.label): \(cell)") }
    }
  }

  // MARK: asking

  private func ask(_ asking: Asking) -> [ScreenBlock] {
    let question = library[asking.question]
    var blocks: [ScreenBlock] = [.prompt(question.prompt)]
    for (number, index) in Self.offered(asking, question).enumerated() {
      blocks.append(.choice(String(number + 1), question.options[index].label))
    }
    if let hint = hint(question, asking) { blocks.append(.note(hint)) }
    if let previous = asking.previous, previous != .skipped {
      let said = library.words(for: previous, to: asking.question)
      blocks.append(.note("Before, you said: \(said). Type same to keep it."))
    }
    return blocks
  }

  /// The options of a question as they are numbered.
  static func offered(_ asking: Asking, _ question: Question) -> [Int] {
    question.options.indices.filter { asking.offered & (1 << UInt64($0)) != 0 }
  }

  /// How an answer is typed, where a number before a choice does not say it.
  func hint(_ question: Question, _ asking: Asking) -> String? {
    switch question.form {
    case .choice: return nil
    case .ticks: return "Type the numbers of all that fit, like 1 3. Type skip to leave this out."
    case .number(let range, let unit):
      return "Type a number \(words(range))\(unit.map { " (\($0))" } ?? "")."
    case .amount(let range):
      return "Type an amount \(words(range, sign: library.locality?.currency ?? ""))."
    case .scale(let range, let low, let high):
      let ends = [
        low.map { "\(range.lowerBound) is \($0)" }, high.map { "\(range.upperBound) is \($0)" },
      ].compactMap { $0 }.joined(separator: ", ")
      return "Type a number \(words(range))\(ends.isEmpty ? "" : ": \(ends)")."
    case .text: return "Type a line in your own words. Type skip to leave this out."
    }
  }

  private func words(_ range: ClosedRange<Fraction>, sign: String = "") -> String {
    "from \(sign)\(range.lowerBound) to \(sign)\(range.upperBound)"
  }

  private func menu(_ offer: Offer) -> [ScreenBlock] {
    var blocks: [ScreenBlock] = []
    for (number, entry) in offer.unseen.enumerated() {
      let must = library[offer.menu].must.contains(entry) ? " (before you go on)" : ""
      blocks.append(.choice(String(number + 1), library.title(of: entry) + must))
    }
    if offer.canReadOn {
      blocks.append(.choice(String(offer.unseen.count + 1), readOnWords(offer)))
    }
    if !offer.seen.isEmpty {
      let titles = offer.seen.map { library.title(of: $0) }.joined(separator: "; ")
      blocks.append(.note("Looked at already: \(titles). Type a title to look again."))
    }
    return blocks
  }

  private func readOnWords(_ offer: Offer) -> String {
    library[library[offer.menu].step].guide == .house ? "I am done" : "Go on"
  }
}
