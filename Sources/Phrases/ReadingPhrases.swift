/// What the program says while the person reads a long text one screen at a time.
public protocol ReadingPhrases {
  /// The prompt under a screen with more to come.
  var readOnPrompt: String { get }
  /// The choice to keep reading at a pause in the guide.
  var readOn: String { get }
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
  public var readOnPrompt: String { "Type 1 to keep reading > " }

  public var readOn: String { "Keep reading" }

  public var readOnWords: String {
    "Type 1 to keep reading. You can also type back, repeat, menu, define, forget, stop here, quit, or "
      + "help."
  }

  public var readOnFirst: String {
    "First keep reading: type 1. That word works after you have read all of this."
  }

  public var readOnOrHelp: String { "Type 1 to keep reading, or help for help." }

  public func ruleEnds(_ date: String) -> String {
    "This is the rule until \(date). Ask what holds after that day."
  }
}
