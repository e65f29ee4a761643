public import SourceText

/// Someone who read the current text of a guide on paper and signed it.
public struct Signature: Hashable, Sendable {
  /// The name of the person.
  public let name: String
  /// Their role, such as `psychiatrist`.
  public let role: String
  /// The date.
  public let day: Day
}

/// The fingerprint of the text of a guide, in three parts, so that the program can say what changed.
public struct TextFingerprint: Hashable, Sendable {
  /// Of the guide's own file.
  public let guide: String
  /// Of the claims and figures it names.
  public let evidence: String
  /// Of what all guides share: the house and the glossary.
  public let house: String

  /// A fingerprint of these parts.
  public init(guide: String, evidence: String, house: String) {
    self.guide = guide
    self.evidence = evidence
    self.house = house
  }
}
