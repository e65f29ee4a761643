public import CallsForHelp
public import SourceText

/// A statement that was checked against its sources.
public struct Claim: Sendable {
  /// Its name.
  public let name: String
  /// The text of the claim.
  public let statement: String
  /// The subjects it is about.
  public let about: [String]
  /// The names of its sources.
  public let sources: [String]
  /// The certainty, in the words of the record.
  public let certainty: String
  /// The date it was checked; nil if it is not verified.
  public let verified: Day?
  /// What was checked against what.
  public let checked: String?
  /// The claims it disagrees with.
  public let conflicts: [String]
  /// The date when it should be checked again.
  public let reviewBy: Day?
  /// The last day on which it is true, for a rule with an end; nil if no end is known.
  public let ends: Day?
  /// Who paid for the work it is based on, if a maker did.
  public let sponsor: String?
}

/// A number from the evidence, with everything needed to understand it.
public struct Figure: Sendable {
  /// What is known about one group.
  public struct Arm: Sendable {
    /// The group's name.
    public let name: String
    /// What was counted.
    public let count: Count
  }

  /// What was counted.
  public enum Count: Sendable {
    /// A number of people out of another number of people.
    case people(Int, of: Int)
    /// A range of numbers of people out of another number of people.
    case range(Int, Int, of: Int)
    /// A percentage of all people.
    case percent(Fraction)
  }

  /// Its name.
  public let name: String
  /// What was counted, in words.
  public let outcome: String
  /// The subjects it is about.
  public let about: [String]
  /// Who the people were.
  public let population: String
  /// When it was counted.
  public let horizon: String
  /// What it is compared with.
  public let comparedWith: String?
  /// The groups whose people were counted.
  public let arms: [Arm]
  /// The range of the true number.
  public let interval: String?
  /// The certainty.
  public let certainty: String
  /// Who paid.
  public let sponsor: String?
  /// The names of its sources.
  public let sources: [String]
  /// The date it was checked; nil if it is not verified.
  public let verified: Day?
  /// The date when it should be checked again.
  public let reviewBy: Day?
  /// The figures it disagrees with.
  public let conflicts: [String]
  /// Why it differs from those, in words for patients.
  public let note: String?
  /// Why there is no number for people who did not get it, in words for patients.
  public let missing: String?
  /// The numbers, if they do not count people; then `arms` is empty.
  public let measurement: Measurement?
  /// Whether a guide shows it beside a figure whose numbers are out of 1,000 people: then its own are, too, because what
  /// is side by side has one denominator.
  var isBesideOutOfThousand = false

  /// Whether its numbers are out of 1,000 people: out of 100, one of them would be less than one.
  public var isOutOfThousand: Bool {
    isBesideOutOfThousand || arms.contains(where: \.count.isBelowOneOfHundred)
  }
}

extension Figure.Count {
  /// Whether fewer than one in a hundred people had it, but some, or fewer than one did not.
  var isBelowOneOfHundred: Bool {
    let parts: [(part: Int, whole: Int)] =
      switch self {
      case .people(let part, let whole): [(part, whole)]
      case .range(let low, let high, let whole): [(low, whole), (high, whole)]
      case .percent(let percent): [(percent.numerator, percent.denominator * 100)]
      }
    // In twice the width, no product overflows, no matter what the record says.
    return parts.contains { part, whole in
      let (some, rest) = (UInt128(part) * 100, UInt128(whole - part) * 100)
      return some > 0 && some < UInt128(whole) || rest > 0 && rest < UInt128(whole)
    }
  }
}

/// A work that claims and figures cite.
public struct Source: Sendable {
  /// The name that claims use.
  public let name: String
  /// Its name.
  public let title: String
  /// Its author, a person or an organization.
  public let authors: String
  /// When it was published.
  public let year: String
  /// Where to find it: journal, DOI, address.
  public let locator: String

  /// A source, as stored by a reference manager.
  public init(name: String, title: String, authors: String, year: String, locator: String) {
    self.name = name
    self.title = title
    self.authors = authors
    self.year = year
    self.locator = locator
  }
}

/// A word and its plain meaning.
public struct Term: Sendable {
  /// The word.
  public let word: String
  /// Other forms of it.
  public let also: [String]
  /// What it means.
  public let meaning: String
}

/// What differs between countries: help and currency.
public struct Locality: Sendable {
  /// The name of the country.
  public let title: String
  /// The language of its text, as a tag such as `en-US`.
  public let language: String
  /// A way to get help.
  public struct HelpContact: Sendable {
    /// Its name.
    public let name: String
    /// What it is for.
    public let title: String
    /// The line that comes first at a kiosk.
    public let kiosk: [String]
    /// The text.
    public let say: [String]
    /// Who to call, text, or tell.
    public let lines: [String]
  }

  /// The country, as two letters.
  public let country: String
  /// The symbol of its currency.
  public let currency: String
  /// The number to call in an emergency.
  public let emergency: String
  /// How to reach its crisis line, such as `call or text 988`; nil if it has none.
  public let crisis: String?
  /// Where to find a crisis line in another country; nil if the place file does not say.
  public let findALine: String?
  /// The doors of the help screen, in order.
  public let helpContacts: [HelpContact]
  /// What makes a typed line a call for help, read when it is first needed: that takes longer than the
  /// first words of a session may.
  public var calls: CallPatterns { callRecords.patterns }
  /// The records that `calls` is read from.
  public internal(set) var callRecords: CallRecords
  /// The date of its last review.
  public let reviewed: Day?
}

extension Locality {
  /// The numbers of its emergency and crisis lines, such as `911`.
  public var numbersToCall: [String] {
    [emergency, crisis ?? ""].flatMap { text in
      text.split { !$0.isNumber }.map(String.init).filter { $0.count >= 3 }
    }
  }
}
