/// What the program says about keeping answers, and about the answers it kept.
public protocol ConsentPhrases {
  /// The question before the first screen: what should happen to the answers.
  var whatShouldHappen: String { get }
  /// The question at the end for someone who chose to keep nothing.
  var keepAfterAll: String { get }
  /// The question to someone who wants the answers kept that were given so far, too.
  var keepTheseToo: String { get }
  /// The choice to keep.
  ///
  /// - Parameter isReadHere: Whether the key that opens them is on this computer.
  /// - Returns: The phrase.
  func keepMyAnswers(isReadHere: Bool) -> String
  /// The choice to keep nothing.
  var keepNothing: String { get }
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

  /// Answers are already being kept under a name.
  func keptAlready(_ name: String) -> String
  /// Answers are being kept under a name.
  func keptAs(_ name: String) -> String
  /// Nothing is being kept.
  var nothingIsKept: String { get }
  /// Kept answers were erased, and a trace of their key may be left.
  var erasedWithTrace: String { get }

  /// Asks the person to type `forget` again before anything is erased.
  var forgetOnceMore: String { get }
  /// The question to someone who leaves although nothing is kept.
  var nothingWasKept: String { get }
  /// The choice to see the page before leaving.
  var showMyPageFirst: String { get }
  /// The choice to leave.
  var leaveNow: String { get }
  /// The choice not to erase.
  var eraseNothing: String { get }
  /// The choice to go on after kept answers were erased.
  var goOnErased: String { get }
  /// The choice to end after everything was erased.
  var endNow: String { get }
  /// What is on the screen stays there.
  var screenStays: String { get }
  /// The person chose not to erase.
  var nothingWasErased: String { get }
  /// A file in which the page was saved is still there.
  func fileStays(_ path: String) -> String
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
  public var whatShouldHappen: String { "Do you want this computer to keep your answers?" }

  public var keepAfterAll: String {
    "Nothing was kept. Do you want to keep your answers after all?"
  }

  public var keepTheseToo: String { "Keep your answers, and those you have given so far?" }

  public func keepMyAnswers(isReadHere: Bool) -> String {
    isReadHere ? "Keep my answers" : "Keep my answers for my counselor"
  }

  public var keepNothing: String { "Keep nothing" }

  public func whoCanRead(isReadHere: Bool) -> String {
    let readers =
      isReadHere
      ? "If you keep your answers, you can go on another day. They are locked in a file here. Anyone "
        + "who uses this account can open it."
      : "If you keep your answers, your counselor can read them. They are locked: no one can read "
        + "them on this computer, only where your clinic has the key."
    return "\(readers) They stay until someone erases them. You can change your mind at any time: "
      + "type keep or forget. Your care does not depend on it, and you get your page either way."
  }

  public var whyConsent: String {
    "These are your answers, so nothing is decided for you."
  }

  public var howToConsent: String { "Type 1 to keep your answers, or 2 to keep nothing." }

  public var nothingWillBeKept: String {
    "Nothing will be kept. To change that, type keep. Let's go on."
  }

  public func keptAlready(_ name: String) -> String {
    "Your answers are kept already. Their name is \(name). To erase them, type forget."
  }

  public func keptAs(_ name: String) -> String {
    "Your answers are kept. Their name is \(name). It helps to find them again."
  }

  public var nothingIsKept: String { "Nothing you type is kept." }

  public var erasedWithTrace: String {
    "Your answers are erased. A trace of their key may still be on this disk."
  }

  public var forgetOnceMore: String {
    "Type forget once more to erase everything that is kept of this session."
  }

  public var nothingWasKept: String { "Nothing is kept. Do you want your page before you leave?" }

  public var showMyPageFirst: String { "Show my page" }

  public var leaveNow: String { "Leave now" }

  public var endNow: String { "End here" }

  public var screenStays: String { "What is on this screen stays until the window is closed." }

  public var eraseNothing: String { "Go on without erasing anything" }

  public var goOnErased: String { "Go on, with nothing kept" }

  public var nothingWasErased: String { "Nothing was erased." }

  public func fileStays(_ path: String) -> String {
    "The page that you saved is still in \(path). If you do not want it, delete that file."
  }

  public var hasForgotten: String {
    "Nothing of this session is kept. Your answers are only in this window, until you leave. What is on "
      + "this screen stays until the window is closed."
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
