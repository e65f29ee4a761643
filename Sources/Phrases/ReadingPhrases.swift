/// What is said while a long text is read a screen at a time.
public protocol ReadingPhrases {
  /// The prompt under a screen with more to come.
  var readOnPrompt: String { get }
  /// The choice to read on, at a pause of the guide.
  var readOn: String { get }
  /// What can be typed at a pause.
  var readOnWords: String { get }
  /// A word that works only when everything is read.
  var readOnFirst: String { get }
  /// A line that is no word of a pause.
  var readOnOrHelp: String { get }
}

// Each phrase has its meaning in the protocol above.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public var readOnPrompt: String { "Type 1 to read on > " }

  public var readOn: String { "Read on" }

  public var readOnWords: String {
    "Type 1 to keep reading. You can also type back, repeat, menu, define, forget, stop here, quit or "
      + "help."
  }

  public var readOnFirst: String {
    "First read on: type 1. That word works when all of this is read."
  }

  public var readOnOrHelp: String { "Type 1 to read on, or help for help." }
}
