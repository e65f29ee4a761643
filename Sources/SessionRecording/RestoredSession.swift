public import GuideCheck
public import GuideEngine
public import Journal

/// What was kept of a session: where it began or went on with another text, and what followed.
public struct RestoredSession: Sendable {
  /// The fingerprint of the last text it used.
  public let fingerprint: String
  /// What was typed but not sent.
  public let draft: String
  private let guide: String?
  private let saved: SavedState?
  private let inputs: [RecordedInput]

  /// Creates the result of these events; nil if they do not include a beginning.
  public init?(_ events: [KeptEvent]) {
    var fingerprint: String?
    var guide: String?
    var saved: SavedState?
    var inputs: [RecordedInput] = []
    var draft = ""
    for event in events.map(\.event) {
      switch event {
      case .began(let name, let number, _): (guide, fingerprint) = (name, number)
      case .carriedOver(let state, let number):
        (saved, fingerprint) = (state, number)
        inputs = []
      case .drafted(let text): draft = text
      case .input(let input):
        inputs.append(input)
        draft = ""
      case .finished, .left, .stopped: break
      }
    }
    guard let fingerprint else { return nil }
    self.fingerprint = fingerprint
    self.guide = guide
    self.saved = saved
    self.inputs = inputs
    self.draft = draft
  }

  /// The state as it was left, with the text it used.
  public func replayed(over library: Library) -> State {
    var state = State(of: library)
    if let saved {
      state = library.restored(saved).state
    } else {
      _ = library.advance(&state, .began(guide.flatMap { library.guide(named: $0) } ?? .house))
    }
    for input in inputs.compactMap({ $0.input(in: library) }) { _ = library.advance(&state, input) }
    return state
  }

  /// The state as it was left, with another text: the parts that still fit.
  ///
  /// - Parameters:
  ///   - library: The other text.
  ///   - former: The text it used; nil if that cannot be read anymore.
  /// - Returns: The state, and the questions that are asked again because their wording has changed.
  public func carriedOver(
    to library: Library,
    from former: Library?
  ) -> (state: State, reworded: [QuestionID]) {
    guard let former else { return (replayed(over: library), []) }
    let restored = library.restored(former.saved(replayed(over: former)))
    return (restored.state, restored.reworded)
  }
}
