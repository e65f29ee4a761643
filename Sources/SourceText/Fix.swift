/// A way to mend what a diagnostic found, which can be applied.
public struct Fix: Hashable, Sendable {
  /// What the fix does, in the imperative, such as "change it to `morning`".
  public let summary: String

  /// The changes, made all or none.
  public let edits: [Edit]

  /// A fix that makes `edits`.
  public init(summary: String, edits: [Edit]) {
    self.summary = summary
    self.edits = edits
  }
}
