import GuideSyntax

extension PlacedText.Place {
  /// What this place is called.
  var words: String {
    switch self {
    case .again: "the words before a second try"
    case .cell: "a cell"
    case .label: "a label"
    case .listLine: "a line for a list"
    case .prompt: "a question"
    case .prose: "prose"
    case .rowTitle: "the question of a row"
    case .title: "a title"
    case .why: "the reason for a question"
    }
  }
}
