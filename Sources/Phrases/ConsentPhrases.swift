/// What is said about keeping answers, and about what was kept.
public protocol ConsentPhrases {
  /// What is asked before the first screen.
  var whatShouldHappen: String { get }
  /// What is asked of someone who kept nothing, at the end.
  var keepAfterAll: String { get }
  /// The choice to keep.
  var keepMyAnswers: String { get }
  /// The choice to keep nothing.
  var keepNothing: String { get }
  /// What may be typed for the choice to keep.
  var keepWords: Set<String> { get }
  /// What may be typed for the choice to keep nothing.
  var keepNothingWords: Set<String> { get }
  /// A word for yes, where the question is whether to keep the answers after all.
  var yesWords: Set<String> { get }
  /// Who can read what is kept, how long it stays, and how it is erased.
  ///
  /// - Parameter isReadHere: Whether the key that opens it is on this computer.
  /// - Returns: The phrase.
  func whoCanRead(isReadHere: Bool) -> String
  /// Why it is asked.
  var whyConsent: String { get }
  /// A line that is not one of the two choices.
  var howToConsent: String { get }
  /// After three lines that are neither.
  var nothingWillBeKept: String { get }

  /// Answers are being kept under a name.
  func keptAs(_ name: String) -> String
  /// Nothing is being kept.
  var nothingIsKept: String { get }
  /// What was kept is erased, and a trace of its key may be left.
  var erasedWithTrace: String { get }

  /// Asks for the word once more before erasing.
  var forgetOnceMore: String { get }
  /// The choice not to erase.
  var eraseNothing: String { get }
  /// The choice to go on when what was kept is erased.
  var goOnErased: String { get }
  /// The person chose not to erase.
  var nothingWasErased: String { get }
  /// Everything is erased.
  var hasForgotten: String { get }
  /// Everything is erased, and a trace of the key may be left to wipe.
  var forgetToWipe: String { get }

  /// How to go on later with what is kept.
  ///
  /// - Parameters:
  ///   - command: What to type.
  ///   - loss: What is missing of the answers; nil if nothing is.
  /// - Returns: The phrase.
  func comeBack(_ command: String, loss: String?) -> String
  /// What is kept is read elsewhere.
  ///
  /// - Parameters:
  ///   - name: The name of the session.
  ///   - loss: What is missing of the answers; nil if nothing is.
  /// - Returns: The phrase.
  func keptElsewhere(_ name: String, loss: String?) -> String
  /// How to print the page of what is kept.
  func printPage(_ command: String) -> String
}

// Each phrase has its meaning in the protocol above.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public var whatShouldHappen: String { "What should happen to your answers?" }

  public var keepAfterAll: String {
    "Nothing was kept. Do you want to keep your answers after all?"
  }

  public var keepMyAnswers: String { "Keep my answers for my counselor" }

  public var keepNothing: String { "Keep nothing" }

  public var keepWords: Set<String> { ["keep", "keep my answers"] }

  public var keepNothingWords: Set<String> { ["nothing", "keep nothing", "no"] }

  public var yesWords: Set<String> { ["yes"] }

  public func whoCanRead(isReadHere: Bool) -> String {
    let readers =
      isReadHere
      ? "Kept answers are sealed on this computer. Anyone with its key can read them: here, the "
        + "owner of this account. They stay until they are erased. To erase them, type forget before "
        + "you leave, or beforehand journal erase after that."
      : "Kept answers are sealed. They cannot be read on this computer, only where its key is: ask "
        + "your clinic who has it. They stay until they are erased. To erase them, type forget before "
        + "you leave, or ask your clinic after that."
    return "\(readers) Your care does not depend on what you choose."
  }

  public var whyConsent: String {
    "These are your answers, so nothing is decided for you."
  }

  public var howToConsent: String { "Type 1 to keep your answers, or 2 to keep nothing." }

  public var nothingWillBeKept: String { "Nothing will be kept. Let us go on." }

  public func keptAs(_ name: String) -> String { "Your answers are kept, sealed, as \(name)." }

  public var nothingIsKept: String { "Nothing you type is kept." }

  public var erasedWithTrace: String {
    "Your answers are erased. A trace of their key may still be on this disk."
  }

  public var forgetOnceMore: String {
    "Type forget once more to erase everything from this session and end it."
  }

  public var eraseNothing: String { "Go on, and erase nothing" }

  public var goOnErased: String { "Go on; nothing more is kept" }

  public var nothingWasErased: String { "Nothing was erased." }

  public var hasForgotten: String {
    "The program has forgotten your answers. What is on this screen stays until the window is closed."
  }

  public var forgetToWipe: String {
    "No one can read your answers any more. A trace of their key may still be on this disk. "
      + "Type forget once more to wipe it."
  }

  public func comeBack(_ command: String, loss: String?) -> String {
    "\(loss ?? "Your answers are kept.") To go on later: \(command)"
  }

  public func keptElsewhere(_ name: String, loss: String?) -> String {
    loss.map { "\($0) Tell your clinic this name: \(name)." }
      ?? "Your answers are kept, as \(name)."
  }

  public func printPage(_ command: String) -> String { "To print this page: \(command)" }
}
