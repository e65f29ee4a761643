import GuideSyntax
import SourceText

extension InlineText {
  /// The citations of claims that these words say, and do not only list.
  ///
  /// Words say what they cite if they are a full sentence, or if the words up to the citation are. A word
  /// in a list, such as `Pregnancy`, and the words before a list, such as `Tell your team about these.`, do
  /// not.
  ///
  /// - Parameter introducingList: Whether a list comes next, so that the last sentence only introduces it.
  /// - Returns: The citations, in order.
  func citationsSaid(introducingList: Bool) -> [Name] {
    if plain.endsSentence, !introducingList { return citations }
    var said: [Name] = []
    // The citations after the last sentence so far.
    var latest: [Name] = []
    var words = ""
    for run in runs {
      switch run.content {
      case .text(let text):
        words += text
        if text.contains(where: { !$0.isWhitespace }) {
          said += latest
          latest = []
        }
      case .value(let name): words += name.text
      case .citation(let names): if words.endsSentence { latest += names }
      }
    }
    return introducingList ? said : said + latest
  }
}
