public import Documents

/// Where and how a session is held.
public struct SessionSetting: Sendable {
  /// Whether a staff member is close by.
  public let isKiosk: Bool
  /// Whether a person types at a terminal; else lines come from a file or a pipe.
  public let isTerminal: Bool
  /// What has to be typed again after the commands a person is told to use later, such as
  /// ` --data FOLDER`.
  public let options: String
  /// How blocks become lines, until the terminal says how wide it is.
  public let renderer: TerminalRenderer

  /// A setting.
  public init(
    isKiosk: Bool,
    isTerminal: Bool,
    options: String = "",
    renderer: TerminalRenderer = TerminalRenderer(width: 80)
  ) {
    self.isKiosk = isKiosk
    self.isTerminal = isTerminal
    self.options = options
    self.renderer = renderer
  }
}
