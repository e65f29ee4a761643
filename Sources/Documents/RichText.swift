/// Words, some of them strong.
public struct RichText: Hashable, Sendable {
  /// Words in one style.
  public struct Run: Hashable, Sendable {
    /// The words.
    public let text: String
    /// Whether they are strong: bold where the page or the terminal can show it.
    public let isStrong: Bool

    /// Words in a style.
    public init(_ text: String, isStrong: Bool = false) {
      self.text = text
      self.isStrong = isStrong
    }
  }

  /// The runs, in order.
  public let runs: [Run]

  /// Words in their styles.
  public init(_ runs: [Run]) { self.runs = runs }

  /// Words in the common style.
  public init(_ text: String) { runs = [Run(text)] }

  /// The words without their styles.
  public var text: String { runs.count == 1 ? runs[0].text : runs.map(\.text).joined() }

  /// Whether any of the words is strong.
  public var hasStrong: Bool { runs.contains(where: \.isStrong) }
}

extension RichText: ExpressibleByStringInterpolation {
  /// Words in the common style.
  public init(stringLiteral text: String) { self.init(text) }
}
