import GuideCheck

/// Whether what a person types is kept.
public enum RetentionConsent: Sendable {
  /// The person decides before the first screen, and nothing is decided for them.
  case undecided
  /// The decision to keep it was made in advance, and keeping is about to begin.
  case requested
  /// Nothing is kept; the value says whether to ask again at the end.
  case declined(asksAgain: Bool)
  /// It is kept.
  case given(Kept)
  /// It was kept and is erased; a trace of its key may still be on the disk.
  case erased

  /// What is known about a session that is kept.
  public struct Kept: Sendable {
    /// The name the person calls it by.
    public let name: String
    /// What could not be saved, so that it has not taken effect yet.
    var unsaved: Plan?

    /// Creates a session that is kept under a name.
    public init(name: String) { self.name = name }
  }

  /// It is kept under a name.
  public static func given(name: String) -> RetentionConsent { .given(Kept(name: name)) }

  /// What is known about the kept session, if it is kept.
  public var kept: Kept? { if case .given(let kept) = self { kept } else { nil } }

  /// What could not be saved.
  var unsaved: Plan? {
    get { kept?.unsaved }
    set {
      guard case .given(var kept) = self else { return }
      kept.unsaved = newValue
      self = .given(kept)
    }
  }

  /// Whether the person is asked about it before the first screen.
  var isUndecided: Bool { if case .undecided = self { true } else { false } }

  /// Whether the person is asked again at the end.
  var asksAgain: Bool { if case .declined(asksAgain: true) = self { true } else { false } }
}

/// Where the question about keeping is asked.
enum ConsentQuestion: Hashable, Sendable {
  /// Before the first screen; then this guide begins.
  case atStart(GuideID)
  /// At the end, for someone who kept nothing.
  case atEnd
}
