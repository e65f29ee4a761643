public import SourceText

/// Someone who read a guide as it stands, on paper, and put their name to it.
public struct Signature: Hashable, Sendable {
  /// Who.
  public let name: String
  /// What they are, such as `psychiatrist`.
  public let role: String
  /// When.
  public let day: Day
}

/// What tells the text of a guide from any other, in three parts, so that it can be said what changed.
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
