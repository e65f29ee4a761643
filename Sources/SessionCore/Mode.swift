/// What the program itself asks, over what the engine asks.
enum Mode: Hashable, Sendable {
  /// What a page of the program's own is open over.
  enum Ground: Hashable, Sendable {
    /// What the engine asks.
    case walk
    /// The question about keeping.
    case consent(ConsentQuestion)
  }

  /// Nothing: the engine's question or menu stands.
  case walk
  /// The question about keeping.
  case consent(ConsentQuestion)
  /// The person's answers and lines; the page comes after it if `atEnd`.
  case review(atEnd: Bool, over: Ground)
  /// A pause.
  case paused(over: Ground)
  /// Whether everything is to be erased.
  case confirmingErasure(over: Ground)
  /// Nothing: the session is over.
  case over(SessionEnding)

  /// What stands once the pages of the program's own are closed.
  var ground: Ground {
    switch self {
    case .walk, .over: .walk
    case .consent(let question): .consent(question)
    case .review(_, let ground), .paused(let ground), .confirmingErasure(let ground): ground
    }
  }

  /// How the session ended; nil as long as it goes on.
  var ending: SessionEnding? { if case .over(let ending) = self { ending } else { nil } }
}

extension Mode.Ground {
  /// The mode in which nothing is open over it.
  var mode: Mode {
    switch self {
    case .walk: .walk
    case .consent(let question): .consent(question)
    }
  }
}
