public import SourceText

/// A statement that was checked against its sources.
public struct Claim: Sendable {
  /// Its name.
  public let name: String
  /// What is claimed.
  public let statement: String
  /// The subjects it is about.
  public let about: [String]
  /// The names of its sources.
  public let sources: [String]
  /// How sure it is, in the words of the record.
  public let certainty: String
  /// The day it was checked; nil if it is not verified.
  public let verified: Day?
  /// What was checked against what.
  public let checked: String?
  /// The claims it disagrees with.
  public let conflicts: [String]
  /// When it should be checked again.
  public let reviewBy: Day?
  /// Who paid for the work it rests on, if a maker did.
  public let sponsor: String?
}

/// A number from the evidence, with all that makes it mean something.
public struct Figure: Sendable {
  /// What is known of one group.
  public struct Arm: Sendable {
    /// The group's name.
    public let name: String
    /// What was counted.
    public let count: Count
  }

  /// What was counted.
  public enum Count: Sendable {
    /// So many of so many people.
    case people(Int, of: Int)
    /// From so many to so many of so many people.
    case range(Int, Int, of: Int)
    /// A share of all people, in percent.
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
  /// The groups.
  public let arms: [Arm]
  /// The range of the true number.
  public let interval: String?
  /// How sure it is.
  public let certainty: String
  /// Who paid.
  public let sponsor: String?
  /// The names of its sources.
  public let sources: [String]
  /// The day it was checked; nil if it is not verified.
  public let verified: Day?
  /// The figures it disagrees with.
  public let conflicts: [String]
  /// Why it differs from those, in words for the person.
  public let note: String?
}

/// A work that claims and figures rest on.
public struct Source: Sendable {
  /// The name claims use.
  public let name: String
  /// What it is called.
  public let title: String
  /// Who wrote it, or the body that did.
  public let authors: String
  /// When it came out.
  public let year: String
  /// Where it can be found: journal, DOI, address.
  public let locator: String

  /// A source as a reference manager holds it.
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

/// What differs from country to country: help, currency.
public struct Locality: Sendable {
  /// What the country is called.
  public let title: String
  /// The language of its words, as a tag such as `en-US`.
  public let language: String
  /// A way to get help.
  public struct HelpContact: Sendable {
    /// Its name.
    public let name: String
    /// What it is for.
    public let title: String
    /// What is said first at a kiosk.
    public let kiosk: [String]
    /// What is said.
    public let say: [String]
    /// Whom to call, text or tell.
    public let lines: [String]
  }

  /// The country, as two letters.
  public let country: String
  /// The sign of its money.
  public let currency: String
  /// The number to call in an emergency.
  public let emergency: String
  /// How its crisis line is reached, such as `call or text 988`; nil if it has none.
  public let crisis: String?
  /// Where a line in another country is found; nil if the place names none.
  public let findALine: String?
  /// The doors of the help screen, in order.
  public let helpContacts: [HelpContact]
  /// What, typed anywhere, opens the help screen.
  public let phrases: [String]
  /// The day it was read last.
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
