public import ContentFolder

/// Where the content is that somebody works on, as they named it, and which names its guides may not have.
///
/// The folder is looked for only when it is needed: who names other folders needs none here.
public struct ContentLocation: Sendable {
  private let named: String?
  private let environment: [String: String]
  /// The names that no guide may have, such as those of the program's commands.
  let reservedNames: Set<String>

  /// A location.
  ///
  /// - Parameters:
  ///   - named: The folder that was named; nil if none was.
  ///   - environment: The variables of the process; `BEFOREHAND_CONTENT` counts.
  ///   - reservedNames: The names that no guide may have.
  public init(named: String?, environment: [String: String] = [:], reservedNames: Set<String>) {
    self.named = named
    self.environment = environment
    self.reservedNames = reservedNames
  }

  /// Returns the folder, which is there.
  ///
  /// - Throws: ``AuthoringError/content(_:)`` with what is missing, or where was looked.
  public func folder() throws(AuthoringError) -> Folder {
    do {
      return try Folder.found(named: named, environment: environment)
    } catch {
      throw .content(error)
    }
  }

  /// Returns the folder where the transcripts are, whether it is there or not.
  ///
  /// - Throws: ``AuthoringError/content(_:)`` if there is no content folder.
  public func transcripts() throws(AuthoringError) -> String { try folder().transcripts }

  /// The same, but for another folder.
  func moved(to folder: String) -> ContentLocation {
    ContentLocation(named: folder, environment: environment, reservedNames: reservedNames)
  }
}

extension Folder {
  /// Where its transcripts are.
  var transcripts: String { path + "/transcripts" }
}
