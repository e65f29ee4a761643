import GuideCheck
import Phrases

/// What the program itself asks, on top of what the engine asks.
indirect enum Mode: Hashable, Sendable {
  /// What is under a page of the program itself.
  enum Ground: Hashable, Sendable {
    /// The engine's prompt.
    case walk
    /// The question about keeping.
    case consent(ConsentQuestion)
    /// The question whether to go on with a guide that was left unfinished.
    case returning(GuideID)
  }

  /// Nothing, so that the engine's question or menu is current.
  case walk
  /// The question about keeping.
  case consent(ConsentQuestion)
  /// Whether to go on with a guide that was left unfinished, or to start new.
  case returning(GuideID)
  /// The person's answers and lines; the page comes after it if `atEnd`.
  case review(atEnd: Bool, over: Ground)
  /// Which questions matter most; the page comes after it.
  case prioritizing(over: Ground)
  /// How and where to save the page; then the session goes on in the other mode.
  case saving(Session.SavingStep, over: Mode)
  /// A pause.
  case paused(over: Ground)
  /// Whether everything is to be erased.
  case confirmingErasure(over: Ground)
  /// Whether to go on, now that everything is erased.
  case erased(over: Ground)
  /// Whether the answers are to be kept after all, including those given so far.
  case confirmingKeeping(over: Ground)
  /// Whether to leave, although nothing is kept.
  case leaving(over: Ground)
  /// Whether a line was meant as a command or as an answer in the person's own words.
  case asking(Meaning)
  /// Nothing, because the session is over.
  case over(SessionEnding)

  /// A line that can be meant in two ways.
  struct Meaning: Hashable, Sendable {
    /// The line.
    let line: String
    /// The command that it is.
    let command: CommandWord
    /// What came after the command.
    let rest: String
  }

  /// What is current after the pages of the program itself are closed.
  var ground: Ground {
    switch self {
    case .walk, .over, .asking: .walk
    case .consent(let question): .consent(question)
    case .returning(let guide): .returning(guide)
    case .review(_, let ground), .prioritizing(let ground), .paused(let ground),
      .confirmingErasure(let ground), .erased(let ground), .confirmingKeeping(let ground),
      .leaving(let ground):
      ground
    case .saving(_, let mode): mode.ground
    }
  }

  /// The mode to go on in after the page is saved.
  var underSaving: Mode { if case .saving(_, let mode) = self { mode } else { self } }

  /// How the session ended; nil while it goes on.
  var ending: SessionEnding? { if case .over(let ending) = self { ending } else { nil } }
}

extension Mode.Ground {
  /// The mode after everything on top of it is closed.
  var mode: Mode {
    switch self {
    case .walk: .walk
    case .consent(let question): .consent(question)
    case .returning(let guide): .returning(guide)
    }
  }
}
