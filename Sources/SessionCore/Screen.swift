public import Documents
public import GuideCheck
public import GuideEngine
import Phrases

/// How the effects of a library look on the screen.
public struct Screen: Sendable {
  let library: Library
  private let phrases: any PatientPhrases

  /// Creates a screen for a library.
  public init(of library: Library) {
    self.library = library
    phrases = library.phrases
  }

  /// The blocks of some effects, in order; lines that go to the same list have one heading.
  public func blocks(_ effects: some Sequence<Effect>) -> [Block] {
    var blocks: [Block] = []
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
        if kind != list { blocks.append(.note(RichText(announcement(kind)))) }
        blocks.append(.detail(RichText("+ \(words.text)")))
        list = kind
      } else {
        list = nil
        add(effect, to: &blocks)
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

  /// A figure: first in words, and then as a picture.
  ///
  /// Below a figure that it can be compared with, what was counted, where, and when are not repeated.
  private func figureBlocks(_ figure: Figure, below other: Figure?) -> [Block] {
    let words = FigureWords(figure, phrases)
    let isBeside = other.map { figure.isComparable(with: $0) } ?? false
    let heading: [Block] = isBeside ? [] : [.note(RichText(phrases.outcome(words.outcome)))]
    let lines = words.lines.filter { !isBeside || !words.sharedLines.contains($0) }
    return heading + lines.map { .detail(RichText($0)) } + picture(words)
  }

  /// The picture of a figure; nothing if its numbers are not out of 100 people.
  func picture(_ words: FigureWords) -> [Block] {
    guard !words.arms.isEmpty,
      words.arms.allSatisfy({ $0.share.people == 100 && $0.share.isOfMany })
    else { return [] }
    let groups = words.arms.map { arm in
      let (low, high) = (arm.share.had.lowerBound, arm.share.had.upperBound)
      let number = low == high ? "\(low)" : phrases.range("\(low)", "\(high)")
      return Picture.Group(
        caption: phrases.arm(arm.name, number),
        filled: low,
        maybe: high - low
      )
    }
    let picture = Picture(groups: groups) { filled, maybe, empty in
      phrases.legend(groups: groups.count, filled: filled, maybe: maybe, empty: empty)
    }
    return [.picture(picture)]
  }

  private func announcement(_ list: Passage.List) -> String {
    switch list {
    case .ask: phrases.addedToQuestions
    case .tell: phrases.addedToTell
    case .flag, .aside: phrases.addedForCounselor
    }
  }

  private func add(_ effect: Effect, to blocks: inout [Block]) {
    switch effect {
    case .title(let step): blocks.append(.heading(RichText(library[step].title)))
    case .show(let passage, let words): blocks += self.blocks(library[passage], words)
    case .ask(let asking): ask(asking, &blocks)
    case .offer(let offer): menu(offer, &blocks)
    case .sayAgain(let question):
      blocks.append(.paragraph(RichText(phrases.onceMore(library[question].again ?? ""))))
    case .affirm: blocks.append(.paragraph(RichText(phrases.thatIsRight)))
    case .tellRight(let question):
      let right = library.words(for: .options(library[question].right), to: question)
      blocks.append(.paragraph(RichText(phrases.rightAnswer(right))))
      blocks.append(.note(RichText(announcement(.ask))))
      blocks.append(.detail(RichText("+ \(library.questionAfterMiss(of: question))")))
    case .finish, .pause, .refuse: break
    }
  }

  private func blocks(_ passage: Passage, _ words: Composed) -> [Block] {
    switch passage.kind {
    case .paragraph, .weighPrompt: [.paragraph(words.richText)]
    case .disagreement: [.paragraph(RichText(phrases.nextDisagrees(words.text)))]
    case .ruleEnds(let day): [.note(RichText(phrases.ruleEnds(phrases.date(day))))]
    case .item: [.item(words.richText)]
    case .numberedItem(let written): [.numberedItem(words.number ?? written, words.richText)]
    case .listLine: []
    case .figure(let figure): figureBlocks(library.figures[figure], below: nil)
    case .ratings: weighed(words.ratings)
    case .comparison(let rows): comparison(rows, passage)
    case .alreadySeen(let title): [.note(RichText(phrases.alreadySeen(title)))]
    }
  }

  /// The person's ratings, and nothing that ranks a treatment.
  private func weighed(_ ratings: [Rating]) -> [Block] {
    guard ratings.contains(where: { $0.value != nil }) else {
      return [.note(RichText(phrases.nothingRated))]
    }
    let bars = ratings.map { rating in
      Block.Bar(
        label: rating.label,
        value: rating.value,
        most: rating.most,
        words: phrases.rating(rating.value, most: rating.most)
      )
    }
    return [
      .note(RichText(phrases.yourRatings)), .bars(bars), .note(RichText(phrases.ratingsAreYours)),
    ]
  }

  private func comparison(_ rows: [ComparisonRow], _ passage: Passage) -> [Block] {
    let heads = library[library[passage.step].guide].options.map(\.label)
    return [.heads(heads)]
      + rows.map { row in
        .row(row.title, zip(heads, row.cells).map { Block.Cell(head: $0, text: $1) })
      }
  }

  // MARK: asking

  private func ask(_ asking: Asking, _ blocks: inout [Block]) {
    let question = library[asking.question]
    blocks.append(.prompt(RichText(question.prompt)))
    if let hint = library.howToAnswer(question) { blocks.append(.note(RichText(hint))) }
    if let previous = asking.previous, previous != .skipped {
      let said = isolated(library.words(for: previous, to: asking.question))
      blocks.append(.note(RichText(phrases.before(said))))
    }
    for (number, index) in Self.offered(asking, question).enumerated() {
      blocks.append(.choice(String(number + 1), RichText(question.options[index].label)))
    }
  }

  /// The options of a question, with their numbers.
  static func offered(_ asking: Asking, _ question: Question) -> [Int] {
    question.options.indices.filter { asking.offered.contains(place: $0) }
  }

  private func menu(_ offer: Offer, _ blocks: inout [Block]) {
    for (number, entry) in library[offer.menu].entries.enumerated() {
      let title = library.title(of: entry)
      let isMust = library[offer.menu].must.contains(entry)
      let label =
        offer.seen.contains(entry)
        ? phrases.alreadyRead(title) : isMust ? phrases.mustRead(title) : title
      blocks.append(.choice(String(number + 1), RichText(label)))
    }
    if offer.canReadOn {
      let isShelf = library[library[offer.menu].step].guide == .house
      blocks.append(
        .choice(phrases.doneKey, RichText(isShelf ? phrases.iAmDone : phrases.goOn))
      )
    }
  }
}

extension Composed {
  /// The text with its styles.
  fileprivate var richText: RichText {
    if strong.isEmpty { return RichText(text) }
    var runs: [RichText.Run] = []
    var start = 0
    func add(to end: Int, isStrong: Bool) {
      guard end > start else { return }
      let range =
        text.utf8.index(
          text.startIndex,
          offsetBy: start
        )..<text.utf8.index(
          text.startIndex,
          offsetBy: end
        )
      runs.append(RichText.Run(String(text[range]), isStrong: isStrong))
      start = end
    }
    for range in strong {
      add(to: range.lowerBound, isStrong: false)
      add(to: range.upperBound, isStrong: true)
    }
    add(to: text.utf8.count, isStrong: false)
    return RichText(runs)
  }
}
