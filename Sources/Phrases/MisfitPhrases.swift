/// Replies to a line that does not fit the prompt, always with what to do.
public protocol MisfitPhrases {
  /// How to see what can be typed.
  var whatToType: String { get }
  /// After three lines that do not fit, the question is skipped.
  var letUsSkip: String { get }
  /// After three lines that do not fit, the answer that was to be changed stays as it was.
  var answerStays: String { get }
  /// After three lines that do not fit, the session goes on from a prompt that is not a question.
  var letUsGoOn: String { get }
  /// After many lines that change nothing, the session goes on by itself.
  var goesOnByItself: String { get }

  /// The reply to a number that is not one of the choices.
  func noChoice(_ number: String, of count: Int) -> String
  /// Asks for a number.
  func typeANumber(of count: Int) -> String
  /// The reply to words that fit more than one choice.
  func severalFit(of count: Int) -> String
  /// The reply to words that fit none of the choices.
  func notAChoice(of count: Int) -> String
  /// The reply to a line that cannot be read as numbers of choices.
  func typeNumbers(of count: Int) -> String
  /// The reply when an answer that rules out the rest was chosen with others.
  func chooseByItself(_ label: String) -> String
  /// The reply to a line that is not a number.
  func notANumber(_ hint: String) -> String
  /// The reply to a number with more decimal places than the question accepts.
  ///
  /// - Parameters:
  ///   - typed: What was typed.
  ///   - isWhole: Whether the question asks for whole numbers; if not, it allows a few decimal places.
  ///   - hint: How to type an answer.
  /// - Returns: The phrase.
  func notOnStep(_ typed: String, isWhole: Bool, _ hint: String) -> String
  /// The reply to a number outside the range of the question.
  func outsideRange(_ typed: String, _ hint: String) -> String
}

// The protocol above documents each phrase.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public var whatToType: String { "Type ? to see what you can type, or help for help." }

  public var letUsSkip: String {
    "That is all right. Let's skip this one and go on. To come back to it, type back. "
      + "If you need a person now, type help."
  }

  public var answerStays: String {
    "That is all right. Your answer stays as it was. If you need a person now, type help."
  }

  public var letUsGoOn: String {
    "That is all right. Let's go on. If you need a person now, type help."
  }

  public var goesOnByItself: String { "Let's go on." }

  public func noChoice(_ number: String, of count: Int) -> String {
    "There is no choice \(number). \(typeANumber(of: count))"
  }

  public func typeANumber(of count: Int) -> String {
    count == 1 ? "Type 1." : "Type a number from 1 to \(count)."
  }

  public func severalFit(of count: Int) -> String {
    "That fits more than one choice. \(typeANumber(of: count))"
  }

  public func notAChoice(of count: Int) -> String {
    "That is not one of the choices. \(typeANumber(of: count))"
  }

  public func typeNumbers(of count: Int) -> String {
    "Type numbers from 1 to \(count), like 1 3."
  }

  public func chooseByItself(_ label: String) -> String {
    "Choose \u{201C}\(label)\u{201D} by itself, or choose from the others."
  }

  public func notANumber(_ hint: String) -> String {
    "That is not a number the program can read. \(hint)"
  }

  public func notOnStep(_ typed: String, isWhole: Bool, _ hint: String) -> String {
    "\(typed) \(isWhole ? "is not a whole number" : "has too many digits after the decimal point"). \(hint)"
  }

  public func outsideRange(_ typed: String, _ hint: String) -> String {
    "\(typed) is outside the range. \(hint)"
  }
}
