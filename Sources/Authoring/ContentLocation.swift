public import ContentFolder

/// Where the author's content is, as they named it, and which names its guides cannot have.
///
/// The folder is searched for only when it is needed; a command that names other folders does not need
/// it.
public struct ContentLocation: Sendable {
  private let named: String?
  private let environment: [String: String]
  /// The names that a guide cannot have, such as those of the program's commands.
  let reservedNames: Set<String>

  /// A location.
  ///
  /// - Parameters:
  ///   - named: The folder that was named, if any.
  ///   - environment: The environment of the process, which can have `BEFOREHAND_CONTENT`.
  ///   - reservedNames: The names that a guide cannot have.
  public init(named: String?, environment: [String: String] = [:], reservedNames: Set<String>) {
    self.named = named
    self.environment = environment
    self.reservedNames = reservedNames
  }

  /// Returns the folder, which exists.
  ///
  /// - Throws: ``AuthoringError/content(_:)``, with what is missing or which places were searched.
  public func folder() throws(AuthoringError) -> Folder {
    do {
      return try Folder.found(named: named, environment: environment)
    } catch {
      throw .content(error)
    }
  }

  /// Returns the path of the folder for transcripts, which might not exist.
  ///
  /// - Throws: ``AuthoringError/content(_:)`` if there is no content folder.
  public func transcripts() throws(AuthoringError) -> String { try folder().transcripts }

  /// The same location with another folder.
  func moved(to folder: String) -> ContentLocation {
    ContentLocation(named: folder, environment: environment, reservedNames: reservedNames)
  }
}

extension Folder {
  /// The path of its folder for transcripts.
  var transcripts: String { path + "/transcripts" }
}
