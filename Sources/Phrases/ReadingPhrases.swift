/// What the program says while the person reads a long text one screen at a time.
public protocol ReadingPhrases {
  /// The prompt under a screen with more to come.
  var readOnPrompt: String { get }
  /// Words for the page before.
  var pageBeforeWords: Set<String> { get }
  /// What can be typed at a pause.
  var readOnWords: String { get }
  /// The reply to a word that works only after everything is read.
  var readOnFirst: String { get }
  /// The reply to a line that does nothing at a pause.
  var readOnOrHelp: String { get }
  /// The rule above has a last day.
  func ruleEnds(_ date: String) -> String
}

// The protocol above documents each phrase.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public var readOnPrompt: String { "Press Enter to keep reading > " }

  public var pageBeforeWords: Set<String> {
    ["b", "page before", "previous page", "up", "page up"]
  }

  public var readOnWords: String {
    "Press Enter to keep reading, or type b for the page before. You can also type back, repeat, "
      + "menu, define, where am i, keep, forget, stop here, quit, or help."
  }

  public var readOnFirst: String {
    "First keep reading: press Enter. That word works after you have read all of this."
  }

  public var readOnOrHelp: String { "Press Enter to keep reading, or type help for help." }

  public func ruleEnds(_ date: String) -> String {
    "This is the rule until \(date). Ask what holds after that day."
  }
}
