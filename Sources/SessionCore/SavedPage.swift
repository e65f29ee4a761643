/// A page to be saved in a file.
public struct SavedPage: Hashable, Sendable {
  /// The name of the file, as the person typed it: in the current folder, or with a path.
  public let name: String
  /// The whole text of the file.
  public let text: String
  /// Whether a file that has the name already is replaced.
  public let replacesFile: Bool

  /// Creates a page to be saved.
  public init(name: String, text: String, replacesFile: Bool = false) {
    self.name = name
    self.text = text
    self.replacesFile = replacesFile
  }
}
