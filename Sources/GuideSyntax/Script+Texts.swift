public import SourceText

/// A text of a script that people read, and where they read it.
public struct PlacedText: Sendable {
  /// Where a text is read.
  public enum Place: Equatable, Sendable {
    /// The title of a step or topic.
    case title
    /// A paragraph, or an item of a list.
    case prose
    /// The text of a question.
    case prompt
    /// The label of an answer, or of a row of `weigh`.
    case label
    /// What is said after `why`.
    case why
    /// What is said before the second try of a teach-back.
    case again
    /// The question of a row of `compare`.
    case rowTitle
    /// A cell of `compare`.
    case cell
    /// A line for a list.
    case listLine(ListKind)
  }

  /// Where it is read.
  public let place: Place
  /// The text.
  public let words: InlineText
  /// Who reads it: the conditions and answers that it is under, the outermost first.
  public let readers: [Readers]

  /// A line with a condition or an answer, under which a text can be.
  public struct Readers: Sendable {
    /// Whether it is `unless`.
    public let isUnless: Bool
    /// The condition, or the name of the answer.
    public let span: Span
  }
}

extension Script {
  /// Every text of the guide that people read, in the order written.
  public var texts: [PlacedText] {
    var reader = TextReader()
    reader.read(preamble)
    for step in steps {
      reader.add(.title, step.title)
      reader.read(step.blocks)
    }
    return reader.texts
  }
}

/// Collects the texts of blocks.
private struct TextReader {
  var texts: [PlacedText] = []
  private var readers: [PlacedText.Readers] = []

  mutating func add(_ place: PlacedText.Place, _ words: InlineText) {
    texts.append(PlacedText(place: place, words: words, readers: readers))
  }

  mutating func read(_ blocks: [BlockSyntax]) {
    for block in blocks { read(block.content) }
  }

  private mutating func read(_ blocks: [BlockSyntax], under line: PlacedText.Readers) {
    readers.append(line)
    read(blocks)
    readers.removeLast()
  }

  private mutating func read(_ content: BlockSyntax.Content) {
    switch content {
    case .paragraph(let words), .item(let words): add(.prose, words)
    case .numberedItem(let item): add(.prose, item.words)
    case .listLine(let list, let words): add(.listLine(list), words)
    case .question(let question): read(question)
    case .conditional(let condition, let isUnless, let blocks):
      read(blocks, under: PlacedText.Readers(isUnless: isUnless, span: condition.span))
    case .compare(let rows):
      for row in rows {
        add(.rowTitle, row.title)
        for cell in row.cells { add(.cell, cell.words) }
      }
    case .weigh(let weigh):
      add(.prompt, weigh.prompt)
      for row in weigh.rows { add(.label, row.label) }
    case .comment, .definition, .example, .go, .menu, .promise, .sharedQuestion, .show, .visit:
      break
    }
  }

  private mutating func read(_ question: QuestionSyntax) {
    add(.prompt, question.prompt)
    if let why = question.why { add(.why, why) }
    if let again = question.again { add(.again, again) }
    for option in question.options {
      add(.label, option.label)
      read(option.replies, under: PlacedText.Readers(isUnless: false, span: option.name.span))
    }
  }
}

extension Script {
  /// A choice: its name and its label.
  public struct Choice: Sendable {
    /// Its name.
    public let name: Name
    /// What people read.
    public let label: InlineText
  }

  /// The choices that people see together: the answers of each question, the rows of each `weigh`.
  public var choices: [[Choice]] {
    everyBlock.compactMap { block -> [Choice]? in
      switch block.content {
      case .question(let question):
        question.options.map { Choice(name: $0.name, label: $0.label) }
      case .weigh(let weigh): weigh.rows.map { Choice(name: $0.name, label: $0.label) }
      default: nil
      }
    }
  }

  /// The names of figures that are shown side by side.
  public var shownTogether: [[String]] {
    everyBlock.compactMap { block -> [String]? in
      guard case .show(let names) = block.content, names.count > 1 else { return nil }
      return names.map(\.text)
    }
  }

  /// The names of the claims that its texts cite, and of the figures that it shows.
  public var evidence: [String] {
    let shown = everyBlock.flatMap { block -> [String] in
      if case .show(let names) = block.content { names.map(\.text) } else { [] }
    }
    return texts.flatMap(\.words.citations).map(\.text) + shown
  }

  /// Every block, also those under a condition or an answer.
  private var everyBlock: [BlockSyntax] {
    var found: [BlockSyntax] = []
    func add(_ blocks: [BlockSyntax]) {
      for block in blocks {
        found.append(block)
        switch block.content {
        case .conditional(_, _, let inside): add(inside)
        case .question(let question): for option in question.options { add(option.replies) }
        default: break
        }
      }
    }
    add(preamble)
    for step in steps { add(step.blocks) }
    return found
  }
}
