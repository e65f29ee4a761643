public import Documents
public import GuideCheck
public import GuideEngine
public import SourceText

/// Where and how a session takes place.
public struct SessionSetting: Sendable {
  /// Whether a staff member is close by.
  public let isKiosk: Bool
  /// Whether a person types at a terminal; otherwise, lines come from a file or a pipe.
  public let isTerminal: Bool
  /// What to add to the commands that a person is told to use later, such as
  /// ` --data FOLDER`.
  public let options: String
  /// How blocks become lines, until the terminal reports its width.
  public let renderer: TerminalRenderer

  /// Today, for the page; nil to leave room for the date.
  public let today: Day?
  /// Returns the fingerprint of the text that the person reads, for a page that is saved; nil if unknown.
  public let fingerprint: @Sendable () -> String?
  /// Returns what knows how much of a guide is left; nil if nothing does.
  public let times: (@Sendable (Library) -> any RemainingTimes)?

  /// Creates a setting.
  public init(
    isKiosk: Bool,
    isTerminal: Bool,
    options: String = "",
    renderer: TerminalRenderer = TerminalRenderer(width: 80),
    today: Day? = nil,
    fingerprint: @escaping @Sendable () -> String? = { nil },
    times: (@Sendable (Library) -> any RemainingTimes)? = nil
  ) {
    self.isKiosk = isKiosk
    self.isTerminal = isTerminal
    self.options = options
    self.renderer = renderer
    self.today = today
    self.fingerprint = fingerprint
    self.times = times
  }
}
