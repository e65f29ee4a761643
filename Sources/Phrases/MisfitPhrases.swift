import SourceText

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
  /// The reply to words that are in one of the choices, but not at its beginning.
  func ifMeant(_ label: String, number: Int) -> String
  /// Asks for a number.
  func typeANumber(of count: Int) -> String
  /// The reply to words that fit more than one choice.
  func severalFit(of count: Int) -> String
  /// The reply to words that fit none of the choices.
  func notAChoice(of count: Int) -> String
  /// The reply to words that fit none of the topics of a menu.
  func notATopic(of count: Int) -> String
  /// What a line was taken for, although it had a slip of the fingers.
  func takenAs(_ label: String) -> String
  /// The reply to someone who does not know the answer, when the choices have none for that.
  var offerToSkip: String { get }
  /// The reply to a word that goes on, at a question.
  var answerOrSkip: String { get }
  /// The reply to a word that goes on, where the person chooses what to read.
  var chooseOrEnd: String { get }
  /// The reply to someone who wants to finish, where that is not one of the choices.
  var howToEnd: String { get }
  /// The reply to someone who asks for another language.
  var onlyThisLanguage: String { get }
  /// The reply to someone who wants to begin again.
  var howToStartOver: String { get }
  /// The reply to a question that the program cannot answer.
  var cannotAnswer: String { get }
  /// Asks whether a line was meant as a command or as the person's own words.
  func whichWasMeant(_ line: String) -> String
  /// The choice that it was meant as a command.
  func meantAsCommand(_ explanation: String) -> String
  /// The choice that it was meant as the person's own words.
  var meantAsWords: String { get }
  /// The reply to a line that cannot be read as numbers of choices.
  func typeNumbers(of count: Int) -> String
  /// The reply when an answer that rules out the rest was chosen with others.
  func chooseByItself(_ label: String) -> String
  /// The reply to a number that is not one of the choices, where several can be chosen.
  func noTick(_ number: String, of count: Int) -> String
  /// The reply to a line without a number in it.
  ///
  /// - Parameters:
  ///   - example: A number that would be an answer.
  ///   - hint: How to type an answer.
  /// - Returns: The phrase.
  func notANumber(like example: String, _ hint: String) -> String
  /// The reply to a line with several numbers in it.
  func onlyOneNumber(like example: String, _ hint: String) -> String
  /// The reply to a range.
  func lowerOfRange(_ low: String, _ hint: String) -> String
  /// The reply to a number among words that may change what it means.
  func onlyTheNumber(_ number: String, _ hint: String) -> String
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

  public func ifMeant(_ label: String, number: Int) -> String {
    "If you mean \"\(label)\", type \(number)."
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

  public func notATopic(of count: Int) -> String { notAChoice(of: count) }

  public func takenAs(_ label: String) -> String {
    "Taken as: \(label.asSentence) If that is wrong, type back."
  }

  public var offerToSkip: String { "That is all right. To leave this out, type skip." }

  public var answerOrSkip: String {
    "This is a question. Type your answer, or type skip to leave it out."
  }

  public var chooseOrEnd: String {
    "You choose what to read. Type a number, or type done when you have read enough."
  }

  public var howToEnd: String {
    "To end here and get your page, type stop here. To leave, type quit."
  }

  public var onlyThisLanguage: String {
    "This program is only in English so far. Solo est\u{E1} en ingl\u{E9}s. Para pedir ayuda, escriba help."
  }

  public var howToStartOver: String {
    "Your answers are still here. To see them and change them, type review. To go back one step, "
      + "type back."
  }

  public var cannotAnswer: String {
    "This program cannot answer questions. Write it down for your team. To see what a word means, "
      + "type define and the word."
  }

  public func whichWasMeant(_ line: String) -> String {
    "Is \u{201C}\(line)\u{201D} your answer, or do you want the program to do something?"
  }

  public func meantAsCommand(_ explanation: String) -> String {
    "I want to \(explanation)"
  }

  public var meantAsWords: String { "It is my answer" }

  public func noTick(_ number: String, of count: Int) -> String {
    let parts = number.map { String($0) }
    let digits = parts.compactMap { Int($0) }
    guard parts.count > 1, digits.count == parts.count,
      digits.allSatisfy({ (1...count).contains($0) })
    else { return "There is no choice \(number). \(typeNumbers(of: count))" }
    return "There is no choice \(number). Put a space between the numbers, like "
      + "\(parts.joined(separator: " "))."
  }

  public func typeNumbers(of count: Int) -> String {
    count == 1
      ? "Type 1, or type skip." : "Type numbers from 1 to \(count), like 1 \(min(count, 3))."
  }

  public func chooseByItself(_ label: String) -> String {
    "Choose \u{201C}\(label)\u{201D} by itself, or choose from the others."
  }

  public func notANumber(like example: String, _ hint: String) -> String {
    "Type just the number, like \(example). \(hint)"
  }

  public func onlyOneNumber(like example: String, _ hint: String) -> String {
    "Type one number, like \(example). \(hint)"
  }

  public func lowerOfRange(_ low: String, _ hint: String) -> String {
    "For a range, type the lower number: \(low). \(hint)"
  }

  public func onlyTheNumber(_ number: String, _ hint: String) -> String {
    "If you mean \(number), type just \(number). \(hint)"
  }

  public func notOnStep(_ typed: String, isWhole: Bool, _ hint: String) -> String {
    "\(typed) \(isWhole ? "is not a whole number" : "has too many digits after the decimal point"). \(hint)"
  }

  public func outsideRange(_ typed: String, _ hint: String) -> String {
    "\(typed) is outside the range. \(hint)"
  }
}
