public import GuideSyntax
public import SourceText

/// A content folder, read and parsed, before it is checked.
public struct Content: Sendable {
  /// A guide's name and script.
  public struct Entry: Sendable {
    /// The file's name without its ending.
    public let name: String
    /// What stands in it.
    public let script: Script

    /// A guide of this name.
    public init(name: String, script: Script) {
      self.name = name
      self.script = script
    }
  }

  /// `house.guide`.
  public var house: Script
  /// `guides/*.guide`.
  public var guides: [Entry]
  /// `evidence/*.guide`.
  public var evidence: [Script]
  /// `glossary.guide`, if there is one.
  public var glossary: Script?
  /// The country's place file, if there is one.
  public var locality: Script?
  /// `evidence/sources.json`, if it was read; without it, sources are not looked up.
  public var sources: [Source]?
  /// Whether a claim must name sources that are there; a session is not closed for one that is not.
  public var checksSources = true
  /// `signatures.guide`, if there is one.
  public var signatures: Script?
  /// What tells the text of each guide from any other; a guide that is not here counts as not signed.
  public var fingerprints: [String: TextFingerprint] = [:]
  /// The names that no guide may have: those of the program's commands, which open no guide.
  public let reservedNames: Set<String>
  /// Today, for what is due to be read again; nil to leave that out.
  public var today: Day?

  /// Content with a house and nothing else.
  ///
  /// - Parameters:
  ///   - house: `house.guide`.
  ///   - reservedNames: The names that no guide may have.
  public init(house: Script, reservedNames: Set<String>) {
    self.house = house
    self.reservedNames = reservedNames
    guides = []
    evidence = []
  }
}
