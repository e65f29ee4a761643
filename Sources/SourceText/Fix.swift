/// A change to the source that fixes the problem in a diagnostic.
public struct Fix: Hashable, Sendable {
  /// What the fix does, as a command, such as "change it to `morning`".
  public let summary: String

  /// The edits.
  ///
  /// Either all of them are made or none.
  public let edits: [Edit]

  /// Creates a fix that makes `edits`.
  public init(summary: String, edits: [Edit]) {
    self.summary = summary
    self.edits = edits
  }
}
