import GuideCheck

/// What counts as a call for help, in the words people type.
///
/// A false alarm costs a person one screen, a miss may cost more.
extension Understanding {
  /// The words that open help wherever they stand in a line, unless the line is a choice or an answer in
  /// the person's own words.
  private static let alarms: Set<String> = [
    "help", "988", "911", "sos", "die", "dying", "dead", "suicide", "suicidal", "overdose",
    "overdosed", "unsafe", "crisis",
  ]

  /// The words that open help, wherever they are typed alone.
  private static let helpWords: Set<String> = [
    "help", "help now", "help me", "get help", "crisis", "988", "911", "suicide", "sos",
    "emergency",
  ]

  /// Words and names one letter away from `help` that a person may mean as they are.
  private static let nearHelp: Set<String> = [
    "heap", "hela", "held", "heli", "hell", "helm", "helo", "hemp", "herp", "kelp", "welp", "yelp",
  ]

  /// Whether a line is a call for help whatever is asked: a word for it alone, or a phrase of the list.
  ///
  /// - Parameters:
  ///   - bare: The line in lower case, without the signs around it.
  ///   - lower: The line in lower case.
  /// - Returns: Whether it is.
  func callsForHelp(_ bare: String, _ lower: String) -> Bool {
    Self.helpWords.contains(bare) || isOnPhraseList(lower)
  }

  /// Whether words of the phrase list stand in a line; compared without apostrophes and signs.
  func isOnPhraseList(_ lower: String) -> Bool {
    let phrases = library.locality?.phrases ?? []
    let heard = " \(Self.plain(lower)) "
    return (phrases + HelpScreen.phrases).contains { heard.contains(" \(Self.plain($0)) ") }
  }

  /// Whether a line that fits nothing that stands has a word of alarm in it.
  func soundsAlarm(_ lower: String) -> Bool {
    Self.plain(lower).split(separator: " ").contains { word in
      Self.alarms.contains(String(word)) || word.hasPrefix("suicid")
    }
  }

  /// Whether a word alone is `help` with one slip: two neighbors swapped, a letter left out, a letter
  /// changed, or letters held down too long.
  ///
  /// Letters of other scripts are never a slip of these.
  static func isSlipOfHelp(_ word: String) -> Bool {
    guard word.allSatisfy({ $0.isASCII && $0 != " " }), !nearHelp.contains(word) else {
      return false
    }
    let (help, typed) = (Array("help"), Array(word))
    var released: [Character] = []
    for letter in typed where letter != released.last { released.append(letter) }
    if released == help { return true }
    if typed.count == help.count - 1 {
      return help.indices.contains { left in
        help.indices.filter { $0 != left }.map { help[$0] } == typed
      }
    }
    guard typed.count == help.count else { return false }
    let wrong = help.indices.filter { help[$0] != typed[$0] }
    if wrong.count == 2, wrong[1] == wrong[0] + 1 {
      return typed[wrong[0]] == help[wrong[1]] && typed[wrong[1]] == help[wrong[0]]
    }
    return wrong.count == 1
  }
}
