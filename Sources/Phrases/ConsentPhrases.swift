/// What the program says about keeping answers, and about the answers it kept.
public protocol ConsentPhrases {
  /// The question before the first screen: what should happen to the answers.
  var whatShouldHappen: String { get }
  /// The question at the end for someone who chose to keep nothing.
  var keepAfterAll: String { get }
  /// The choice to keep.
  var keepMyAnswers: String { get }
  /// The choice to keep nothing.
  var keepNothing: String { get }
  /// What can be typed for the choice to keep.
  var keepWords: Set<String> { get }
  /// What can be typed for the choice to keep nothing.
  var keepNothingWords: Set<String> { get }
  /// Words for yes, when the question is whether to keep the answers after all.
  var yesWords: Set<String> { get }
  /// Who can read kept answers, how long they stay, and how to erase them.
  ///
  /// - Parameter isReadHere: Whether the key that opens them is on this computer.
  /// - Returns: The phrase.
  func whoCanRead(isReadHere: Bool) -> String
  /// Why the program asks for consent.
  var whyConsent: String { get }
  /// The reply to a line that is not one of the two choices.
  var howToConsent: String { get }
  /// The reply to the third line that is not one of the choices.
  var nothingWillBeKept: String { get }

  /// Answers are being kept under a name.
  func keptAs(_ name: String) -> String
  /// Nothing is being kept.
  var nothingIsKept: String { get }
  /// Kept answers were erased, and a trace of their key may be left.
  var erasedWithTrace: String { get }

  /// Asks the person to type `forget` again before anything is erased.
  var forgetOnceMore: String { get }
  /// The choice not to erase.
  var eraseNothing: String { get }
  /// The choice to go on after kept answers were erased.
  var goOnErased: String { get }
  /// The person chose not to erase.
  var nothingWasErased: String { get }
  /// Everything is erased.
  var hasForgotten: String { get }
  /// Everything is erased, but a trace of the key may still have to be wiped.
  var forgetToWipe: String { get }

  /// How to go on later with kept answers.
  ///
  /// - Parameters:
  ///   - command: What to type.
  ///   - loss: What is missing of the answers; nil if nothing is.
  /// - Returns: The phrase.
  func comeBack(_ command: String, loss: String?) -> String
  /// Answers are kept, and can be read only on another computer.
  ///
  /// - Parameters:
  ///   - name: The name of the session.
  ///   - loss: What is missing of the answers; nil if nothing is.
  /// - Returns: The phrase.
  func keptElsewhere(_ name: String, loss: String?) -> String
  /// How to print the page of a kept session.
  func printPage(_ command: String) -> String
}

// The protocol above documents each phrase.
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
      ? "Kept answers are sealed on this computer. Anyone with the key can read them: here, the "
        + "owner of this account. They stay until they are erased. To erase them, type forget before "
        + "you leave, or beforehand journal erase after that."
      : "Kept answers are sealed. They cannot be read on this computer, only where the key is. Ask "
        + "your clinic who has it. They stay until they are erased. To erase them, type forget before "
        + "you leave, or ask your clinic after that."
    return "\(readers) Your care does not depend on what you choose."
  }

  public var whyConsent: String {
    "These are your answers, so nothing is decided for you."
  }

  public var howToConsent: String { "Type 1 to keep your answers, or 2 to keep nothing." }

  public var nothingWillBeKept: String { "Nothing will be kept. Let's go on." }

  public func keptAs(_ name: String) -> String { "Your answers are kept, sealed, as \(name)." }

  public var nothingIsKept: String { "Nothing you type is kept." }

  public var erasedWithTrace: String {
    "Your answers are erased. A trace of their key may still be on this disk."
  }

  public var forgetOnceMore: String {
    "Type forget once more to erase everything from this session and end it."
  }

  public var eraseNothing: String { "Go on without erasing anything" }

  public var goOnErased: String { "Go on (nothing more will be kept)" }

  public var nothingWasErased: String { "Nothing was erased." }

  public var hasForgotten: String {
    "The program has forgotten your answers. What is on this screen stays until the window is closed."
  }

  public var forgetToWipe: String {
    "No one can read your answers anymore. A trace of their key may still be on this disk. "
      + "Type forget once more to wipe it."
  }

  public func comeBack(_ command: String, loss: String?) -> String {
    "\(loss ?? "Your answers are kept.") To go on later: \(command)"
  }

  public func keptElsewhere(_ name: String, loss: String?) -> String {
    loss.map { "\($0) Tell your clinic this name: \(name)." }
      ?? "Your answers are kept as \(name)."
  }

  public func printPage(_ command: String) -> String { "To print this page: \(command)" }
}
