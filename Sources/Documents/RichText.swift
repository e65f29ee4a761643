/// Text, parts of which can be strong.
public struct RichText: Hashable, Sendable {
  /// Text in one style.
  public struct Run: Hashable, Sendable {
    /// The text.
    public let text: String
    /// Whether it is strong: bold if the page or the terminal can show that.
    public let isStrong: Bool

    /// Creates text in a style.
    public init(_ text: String, isStrong: Bool = false) {
      self.text = text
      self.isStrong = isStrong
    }
  }

  /// The runs, in order.
  public let runs: [Run]

  /// Creates text from runs.
  public init(_ runs: [Run]) { self.runs = runs }

  /// Creates text in the normal style.
  public init(_ text: String) { runs = [Run(text)] }

  /// The text without styles.
  public var text: String { runs.count == 1 ? runs[0].text : runs.map(\.text).joined() }

  /// Whether any of the text is strong.
  public var hasStrong: Bool { runs.contains(where: \.isStrong) }
}

extension RichText: ExpressibleByStringInterpolation {
  /// Creates text in the normal style.
  public init(stringLiteral text: String) { self.init(text) }
}
