public import GuideSyntax
public import SourceText

/// A content folder that was read and parsed, but not checked yet.
public struct Content: Sendable {
  /// A guide's name and script.
  public struct Entry: Sendable {
    /// The file's name without its extension.
    public let name: String
    /// The content of the file.
    public let script: Script

    /// A guide with this name.
    public init(name: String, script: Script) {
      self.name = name
      self.script = script
    }
  }

  /// `house.guide`.
  public var house: Script
  /// `guides/*.guide`.
  public var guides: [Entry]
  /// The names of the guides that are closed, because something in them must be fixed first.
  public private(set) var closed: Set<String> = []
  /// The names of the guides in place of which the program's own are read, because something in them must be fixed first.
  public private(set) var standIns: Set<String> = []
  /// `evidence/*.guide`.
  public var evidence: [Script]
  /// `glossary.guide`, if there is one.
  public var glossary: Script?
  /// `clinic.guide`, if there is one.
  public var clinic: Script?
  /// The place file of the country, if there is one.
  public var locality: Script?
  /// `evidence/sources.json`, if it was read; without it, sources are not looked up.
  public var sources: [Source]?
  /// Whether a missing source of a claim is an error; a session can go on without it.
  public var checksSources = true
  /// `signatures.guide`, if there is one.
  public var signatures: Script?
  /// The fingerprint of the text of each guide; a guide without one counts as not signed.
  public var fingerprints: [String: TextFingerprint] = [:]
  /// The names that no guide can have, because they are commands of the program.
  public let reservedNames: Set<String>
  /// Today, to report what is due for review; nil to leave that out.
  public var today: Day?

  /// Content with a house and nothing else.
  ///
  /// - Parameters:
  ///   - house: `house.guide`.
  ///   - reservedNames: The names that no guide can have.
  public init(house: Script, reservedNames: Set<String>) {
    self.house = house
    self.reservedNames = reservedNames
    guides = []
    evidence = []
  }

  /// Closes guides: the house no longer offers them, and what goes through them has a problem.
  public mutating func close(_ names: Set<String>) {
    closed.formUnion(names)
    guides.removeAll { closed.contains($0.name) }
  }

  /// Puts the program's own guide on how to get help in the place of that of the folder.
  public mutating func standInForHelp() {
    guard let place = guides.firstIndex(where: { $0.name == Self.helpGuide }) else { return }
    guides[place] = Entry(name: Self.helpGuide, script: .builtInHelp)
    standIns.insert(Self.helpGuide)
  }

  /// The name of the guide that is never closed.
  public static let helpGuide = "get-help-now"
}
