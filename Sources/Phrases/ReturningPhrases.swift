public import SourceText

/// What the program asks a person who starts a guide that they left unfinished.
public protocol ReturningPhrases {
  /// Asks whether to go on with a guide.
  ///
  /// - Parameters:
  ///   - title: The title of the guide; nil for the shelf.
  ///   - day: The day it was begun; nil if that is not known.
  /// - Returns: The phrase.
  func leftUnfinished(_ title: String?, began day: Day?) -> String
  /// The choice to go on.
  var goOnWhereLeft: String { get }
  /// The choice to start new.
  var startNew: String { get }
  /// What happens to kept answers if the person starts new.
  var keptStaysKept: String { get }
  /// The program starts new by itself.
  var startsNew: String { get }
  /// The reply to a command that works after the choice.
  var firstChoose: String { get }
  /// How to erase what was kept.
  var goOnToErase: String { get }
  /// Why this is asked.
  var whyReturning: String { get }
}

// The protocol above documents each phrase.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public func leftUnfinished(_ title: String?, began day: Day?) -> String {
    let since = day.map { " on \(date($0))" } ?? ""
    let what = title.map { "\"\($0)\"" } ?? "reading"
    return "Someone began \(what) on this computer\(since) and did not finish it. "
      + "If that was you, would you like to go on?"
  }

  public var goOnWhereLeft: String { "Go on where I left" }

  public var startNew: String { "Start new" }

  public var keptStaysKept: String { "If you start new, what was kept stays kept." }

  public var startsNew: String { "Let's start new. What was kept stays kept." }

  public var firstChoose: String {
    "First choose: go on or start new. That word works afterward."
  }

  public var goOnToErase: String {
    "To erase what was kept, first go on: type 1. Then type forget."
  }

  public var whyReturning: String {
    "You can go on with the answers that were kept, or start new without them."
  }
}
