/// What is said of a line that does not fit the prompt, always with what to do.
public protocol MisfitPhrases {
  /// How to see what can be typed.
  var whatToType: String { get }
  /// After three lines that fit nothing, the question is skipped.
  var letUsSkip: String { get }
  /// After three lines that fit nothing, the answer that was to be changed stays.
  var answerStays: String { get }
  /// After three lines that fit nothing, something else goes on.
  var letUsGoOn: String { get }
  /// After many lines that lead nowhere, the session goes on by itself.
  var goesOnByItself: String { get }

  /// There is no choice of that number.
  func noChoice(_ number: String, of count: Int) -> String
  /// A line with nothing in it to compare.
  func typeANumber(of count: Int) -> String
  /// More than one choice begins so.
  func severalFit(of count: Int) -> String
  /// No choice is called that.
  func notAChoice(of count: Int) -> String
  /// A line that cannot be read as ticks.
  func typeNumbers(of count: Int) -> String
  /// An answer that excludes the others was chosen with others.
  func chooseByItself(_ label: String) -> String
  /// A line that is no number.
  func notANumber(_ hint: String) -> String
  /// A number between the steps of the question.
  ///
  /// - Parameters:
  ///   - typed: What was typed.
  ///   - isWhole: Whether the question asks for whole numbers; else for few decimals.
  ///   - hint: How an answer is typed.
  /// - Returns: The phrase.
  func notOnStep(_ typed: String, isWhole: Bool, _ hint: String) -> String
  /// A number outside the range of the question.
  func outsideRange(_ typed: String, _ hint: String) -> String
}

// Each phrase has its meaning in the protocol above.
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
    "That is all right. Let us go on. If you need a person now, type help."
  }

  public var goesOnByItself: String { "Let us go on." }

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
    "\(typed) \(isWhole ? "is not a whole number" : "has too many digits after the point"). \(hint)"
  }

  public func outsideRange(_ typed: String, _ hint: String) -> String {
    "\(typed) is outside the range. \(hint)"
  }
}
