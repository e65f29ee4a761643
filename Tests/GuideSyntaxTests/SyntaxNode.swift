/// A node of a syntax tree, as it is drawn: its kind, what it says, where it is, and what is in it.
struct SyntaxNode {
  /// Every kind of node, named as the trees name it.
  enum Kind: String, CaseIterable {
    case script, comment
    case headerLine = "header line"
    case step, topic, title
    case record, field

    case paragraph, item, numberedItem, question, check
    case sharedQuestion = "shared question"
    case menu, compare, weigh, show, ask, tell, flag, aside, definition, conditional, go, visit
    case promise, example

    case text
    case softText = "soft text"
    case strongText = "strong text"
    case value, citation

    case mustEntry = "must entry"
    case offerEntry = "offer entry"
    case visitEntry = "visit entry"
    case compareRow = "row"
    case cell
    case weighRow = "rated row"

    case prompt, why, again
    case fieldLine = "field line"
    case option, label
    case guardedOptions = "guarded options"
    case choice, ticks
    case numberField = "number field"
    case amountField = "amount field"
    case scaleField = "scale field"
    case textField = "text field"
    case dateField = "date field"

    case condition, `guard`, `is`, includes
    case isAtLeast = "is at least"
    case isAtMost = "is at most"
    case isEqual = "is equal"
    case isLessThan = "is less than"
    case isMoreThan = "is more than"
    case isKnown = "is known"
    case isSkipped = "is skipped"
    case isAnsweredWithout = "is answered without"
    case isTrue = "is true"
    case seen

    case number, name, plus, minus, times
    case dividedBy = "divided by"
    case count = "count of"
    case sum = "sum of"
    case low = "low of"
    case high = "high of"
    case truth

    case seeBefore = "see before"
    case seeAfter = "see after"
    case seeBeforeEnd = "see before end"
    case never
    case atMostQuestions = "at most questions"
    case atMostMinutes = "at most minutes"

    case answer, skipped, sees
    case neverSees = "never sees"
  }

  let kind: Kind
  /// What it says, in written order: words, numbers, and names with their places.
  let details: [String]
  /// Its own place; text over several lines has one for each line.
  let places: [String]
  let children: [SyntaxNode]

  init(
    _ kind: Kind,
    _ details: [String] = [],
    places: [String] = [],
    children: [SyntaxNode] = []
  ) {
    self.kind = kind
    self.details = details
    self.places = places
    self.children = children
  }

  /// The node and everything in it, a line each, two columns deeper for each level.
  var text: String { lines(indent: "").joined(separator: "\n") }

  /// The kinds of the node and of everything in it.
  var kinds: Set<Kind> { children.reduce(into: [kind]) { $0.formUnion($1.kinds) } }

  private func lines(indent: String) -> [String] {
    let line = indent + ([kind.rawValue] + details + places).joined(separator: " ")
    return [line] + children.flatMap { $0.lines(indent: indent + "  ") }
  }
}
