/// What the program says around the phone numbers in the place file when someone needs help now.
///
/// Who to call is up to the place file alone: there are no numbers here.
public protocol HelpPhrases {
  /// The heading of the help screen.
  var helpNow: String { get }
  /// What comes first where a staff member is close by.
  var tellStaffNow: String { get }
  /// The numbers to call, in one short line.
  ///
  /// - Parameters:
  ///   - crisis: The crisis line of the place, and how to reach it; nil if it has none.
  ///   - emergency: The number to call in danger.
  /// - Returns: The phrase.
  func whomToCall(crisis: String?, emergency: String) -> String
  /// What comes first when the country is not known.
  ///
  /// - Parameters:
  ///   - home: The emergency number of one country, and which country that is.
  ///   - elsewhere: The numbers of other countries, and which ones.
  /// - Returns: The phrase.
  func inDanger(_ home: (number: String, country: String), elsewhere: String) -> String
  /// Who to tell nearby.
  var tellSomeone: String { get }
  /// Reassurance that the person is not in trouble.
  var notInTrouble: String { get }
  /// Where to turn in another country.
  func outside(_ country: String, findALine: String) -> String
  /// A title above lines.
  func title(_ title: String) -> String
  /// A note that the person can continue the guide.
  var youCanGoOn: String { get }
  /// A note that the words that opened help were not saved.
  var notWrittenDown: String { get }
  /// What is said to someone for whom something is hard, but who does not call for help.
  var thatSoundsHard: String { get }
  /// Where to turn later.
  ///
  /// - Parameters:
  ///   - crisis: The crisis line of the place, and how to reach it.
  ///   - emergency: The number to call in an emergency.
  /// - Returns: The phrase.
  func helpLater(crisis: String, emergency: String) -> String
  /// Where to turn later, when the country is not known.
  func helpLater(findALine: String) -> String
  /// The title above where to turn, on a page for any country.
  var ifYouNeedHelp: String { get }
  /// Where to turn, on a page for any country.
  func callOrFind(findALine: String) -> String

  /// The word that opens help.
  var helpWord: String { get }
}

// The protocol above documents each phrase.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public var helpNow: String { "Help now" }

  public var tellStaffNow: String { "Tell a staff member now." }

  public func whomToCall(crisis: String?, emergency: String) -> String {
    let danger = "In danger: call \(emergency)."
    guard let crisis, let first = crisis.first else { return danger }
    return "\(first.uppercased())\(crisis.dropFirst()). \(danger)"
  }

  public func inDanger(
    _ home: (number: String, country: String),
    elsewhere: String
  ) -> String {
    "In danger: call \(home.number) in \(named(home.country)), \(elsewhere)."
  }

  public var tellSomeone: String { "Tell staff or someone near you." }

  public var notInTrouble: String { "You are not in trouble." }

  public func outside(_ country: String, findALine: String) -> String {
    "Outside \(named(country)): your emergency number, or \(findALine)."
  }

  private func named(_ country: String) -> String {
    country.hasPrefix("United ") ? "the \(country)" : country
  }

  public func title(_ title: String) -> String { "\(title):" }

  public var youCanGoOn: String {
    "You can go on with the guide after this. Type help at any time."
  }

  public var notWrittenDown: String {
    "What you typed was not written down. If it is your answer, type send."
  }

  public var thatSoundsHard: String {
    "That sounds hard. You can go on, take a break (pause), or see who to call (help)."
  }

  public func helpLater(crisis: String, emergency: String) -> String {
    "If you need help later: \(crisis). In an emergency, call \(emergency)."
  }

  public func helpLater(findALine: String) -> String {
    "If you need help later: call your emergency number, or see \(findALine)."
  }

  public var ifYouNeedHelp: String { "If you need help" }

  public func callOrFind(findALine: String) -> String {
    "Call your emergency number, or find a line near you at \(findALine)."
  }

  public var helpWord: String { "help" }
}
