public import GuideCheck
public import GuideEngine
import SourceText

/// What a person sees of a library's effects.
public struct Screen: Sendable {
  let library: Library

  /// A screen for a library.
  public init(of library: Library) { self.library = library }

  /// The blocks of some effects, in order; lines that go to one list are announced once.
  public func blocks(_ effects: [Effect]) -> [ScreenBlock] {
    var blocks: [ScreenBlock] = []
    var list: Passage.List?
    var above: Figure?
    for effect in effects {
      let figure = figure(effect)
      defer { above = figure }
      if let figure {
        list = nil
        blocks += figureBlocks(figure, below: above)
        continue
      }
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

  private func figure(_ effect: Effect) -> Figure? {
    if case .show(let passage, _) = effect, case .figure(let figure) = library[passage].kind {
      library.figures[figure]
    } else {
      nil
    }
  }

  /// A figure: first its words, then the same as a picture.
  ///
  /// Below one that may be compared with it, what was counted, where and when is not said again.
  private func figureBlocks(_ figure: Figure, below other: Figure?) -> [ScreenBlock] {
    let words = FigureWords(figure)
    let isBeside = other.map { figure.isComparable(with: $0) } ?? false
    let heading: [ScreenBlock] = isBeside ? [] : [.note("\(words.outcome):")]
    let lines = words.lines.filter { !isBeside || $0 != words.setting }
    let picture: [ScreenBlock] = Picture(words).map { [.picture($0)] } ?? []
    return heading + lines.map { .detail($0) } + picture
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
      [
        .paragraph("The answer: \(rightWords(question))"), .note(Self.announcement(.ask)),
        .detail("+ \(library.questionAfterMiss(of: question))"),
      ]
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
    case .figure(let figure): figureBlocks(library.figures[figure], below: nil)
    case .ratings: weighed(words.ratings)
    case .comparison(let rows): comparison(rows, passage)
    case .alreadySeen(let title): [.note("(You have looked at \u{201C}\(title)\u{201D} already.)")]
    }
  }

  /// The person's ratings, and nothing that ranks a treatment.
  private func weighed(_ ratings: [Rating]) -> [ScreenBlock] {
    guard ratings.contains(where: { $0.value != nil }) else {
      return [.note("You rated none of these. That is all right.")]
    }
    return [
      .note("What matters to you, by your own numbers:"), .bars(ratings),
      .note("These numbers are yours. They do not say which choice is better."),
    ]
  }

  private func comparison(_ rows: [ComparisonRow], _ passage: Passage) -> [ScreenBlock] {
    let options = library[library[passage.step].guide].options
    let heads = options.map(\.label)
    return [.heads(heads)]
      + rows.map { row in
        .row(row.title, zip(heads, row.cells).map { Cell(head: $0, text: $1) })
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
      blocks.append(.note("Before, you said: \(isolated(said)). Type same to keep it."))
    }
    return blocks
  }

  /// The options of a question as they are numbered.
  static func offered(_ asking: Asking, _ question: Question) -> [Int] {
    question.options.indices.filter { asking.offered.contains(place: $0) }
  }

  /// How an answer is typed, where a number before a choice does not say it.
  func hint(_ question: Question, _ asking: Asking) -> String? {
    switch question.domain {
    case .choice: return nil
    case .ticks: return "Type the numbers of all that fit, like 1 3. Type skip to leave this out."
    case .text: return "Type a line in your own words. Type skip to leave this out."
    case .number(let numbers):
      let range = numbers.range
      switch numbers.kind {
      case .plain(let unit):
        return "Type a number \(words(range))\(unit.map { " (\($0))" } ?? "")."
      case .amount:
        let (least, most) = (library.money(range.lowerBound), library.money(range.upperBound))
        return "Type an amount from \(least) to \(most)."
      case .scale(let low, let high):
        let ends = [
          low.map { "\(range.lowerBound) is \($0)" }, high.map { "\(range.upperBound) is \($0)" },
        ].compactMap { $0 }.joined(separator: ", ")
        return "Type a number \(words(range))\(ends.isEmpty ? "" : ": \(ends)")."
      }
    }
  }

  private func words(_ range: ClosedRange<Fraction>) -> String {
    "from \(range.lowerBound) to \(range.upperBound)"
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
      blocks.append(
        .note("Looked at already: \(titles.asSentence) Type a title to look again.")
      )
    }
    return blocks
  }

  private func readOnWords(_ offer: Offer) -> String {
    library[library[offer.menu].step].guide == .house ? "I am done" : "Go on"
  }
}
