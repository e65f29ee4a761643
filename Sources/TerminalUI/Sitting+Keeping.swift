public import GuideCheck
public import GuideEngine

extension Sitting {
  /// What happens to what a person types.
  public enum Keeping: Hashable, Sendable {
    /// The person decides before the first screen, and nothing is decided for them.
    case undecided
    /// It was decided beforehand that it is to be kept, and is about to be.
    case wished
    /// Nothing is kept; whether that is asked once more at the end.
    case nothing(asksAgain: Bool)
    /// It is kept under this handle.
    case kept(handle: String)
    /// It was kept and is erased; a trace of its key may still be on the disk.
    case erased
  }

  /// A sitting taken up again where it was left.
  public init(
    of library: Library,
    setting: Setting,
    resuming state: State,
    kept handle: String
  ) {
    self.init(of: library, setting: setting, keeping: .kept(handle: handle))
    self.state = state
  }

  /// The first screen of a sitting taken up again, and what has changed since.
  ///
  /// - Parameters:
  ///   - reworded: Questions whose words have changed, asked again.
  ///   - hasChanged: Whether the guides are another text than before.
  /// - Returns: What to show first.
  public mutating func welcomeBack(reworded: [QuestionID], hasChanged: Bool) -> Reply {
    var reply = Reply(showing: [.note("Welcome back. \(keepingWords)")])
    if hasChanged { reply.blocks.append(.note("The guides have changed since you were here.")) }
    if !reworded.isEmpty {
      reply.blocks.append(
        .note("The words of a question you answered have changed, so it is asked again.")
      )
    }
    stand(&reply)
    return reply
  }

  /// Tells the sitting that the person's wish to keep their answers was done.
  public mutating func keep(as handle: String) { keeping = .kept(handle: handle) }

  /// Tells the sitting that what was kept of it is erased, and that its key is not wiped yet.
  public mutating func knowErased(_ reply: inout Reply) {
    keeping = .erased
    page = .forgetting
    reply.blocks.append(
      .note(
        "No one can read your answers any more. A trace of their key may still be on this disk. "
          + "Type forget once more to wipe it."
      )
    )
    askAgain(&reply)
  }

  /// What a person reads about their answers.
  var keepingWords: String {
    switch keeping {
    case .kept(let handle): "Your answers are kept, sealed, as \(handle)."
    case .nothing, .undecided, .wished: "Nothing you type is kept."
    case .erased: "Your answers are erased. A trace of their key may still be on this disk."
    }
  }

  /// How to take a kept sitting up again.
  var howToComeBack: [ScreenBlock] {
    switch keeping {
    case .kept(let handle) where isReadHere:
      [
        .note(
          "\(loss ?? "Your answers are kept.") To go on later: "
            + "beforehand resume \(handle)\(setting.options)"
        )
      ]
    case .kept(let handle):
      [
        .note(
          loss.map { "\($0) Tell your clinic this name: \(handle)." }
            ?? "Your answers are kept, as \(handle)."
        )
      ]
    case .erased: [.note(keepingWords)]
    case .nothing, .undecided, .wished: []
    }
  }

  /// Asks what is to happen to the answers, or at the end asks it once more; there is no default.
  func keepingQuestion(isRepeated: Bool) -> [ScreenBlock] {
    let choices: [ScreenBlock] = [
      .choice("1", "Keep my answers for my counselor"), .choice("2", "Keep nothing"),
    ]
    if isRepeated {
      let words = "Nothing was kept. Do you want to keep your answers after all?"
      return [.prompt(words)] + choices
    }
    let words = "\(readers) Your care does not depend on what you choose."
    return [.prompt("What should happen to your answers?")] + choices + [.note(words)]
  }

  /// Who can read what is kept, for how long, and how it is erased.
  private var readers: String {
    isReadHere
      ? "Kept answers are sealed on this computer. Whoever has its key can read them: here, the "
        + "owner of this account. They stay until they are erased. To erase them, type forget before "
        + "you leave, or beforehand journal erase after that."
      : "Kept answers are sealed. They cannot be read on this computer, only where its key is: ask "
        + "your clinic who has it. They stay until they are erased. To erase them, type forget before "
        + "you leave, or ask your clinic after that."
  }

  /// Takes a line on the page that asks what is to happen to the answers.
  mutating func answerKeeping(_ line: String, then guide: GuideID?, _ reply: inout Reply) {
    let typed = Understanding.plain(line)
    switch typed {
    // At first it is no question for a yes; at the end it is.
    case "yes" where guide == nil, "1", "keep", "keep my answers":
      misfits = 0
      page = .walk
      unanswered = nil
      reply.wishesToKeep = true
      if guide == nil { reply.ends(howItEnds) }
    case "2", "nothing", "keep nothing", "no":
      declineKeeping(then: guide, &reply)
    default:
      misfits += 1
      if misfits >= 3 {
        reply.blocks.append(.note("Nothing will be kept. Let us go on."))
        declineKeeping(then: guide, &reply)
      } else {
        reply.blocks.append(.note("Type 1 to keep your answers, or 2 to keep nothing."))
      }
    }
    if let guide, case .walk = page { apply(.began(guide), &reply) }
  }

  mutating func declineKeeping(then guide: GuideID?, _ reply: inout Reply) {
    misfits = 0
    page = .walk
    unanswered = nil
    keeping = .nothing(asksAgain: guide != nil)
    if guide == nil {
      reply.blocks += closing
      reply.ends(howItEnds)
    }
  }

  /// The last page of someone who keeps nothing: asked once more.
  mutating func askOnceMore(_ reply: inout Reply) {
    page = .choosing(nil)
    unanswered = page
    askAgain(&reply)
  }
}

extension Sitting.Reply {
  /// How a sitting came to its end.
  public enum Ending: Hashable, Sendable {
    /// The walk was walked to its end.
    case finished
    /// The person ended it early, with their lists.
    case stopped
    /// The person left, and may come back.
    case left
  }

  mutating func ends(_ ending: Ending) { self.ending = ending }

  /// Whether the sitting is over.
  public var isOver: Bool { ending != nil }

  /// Whether the journal must know of it before it is shown.
  public var mustBeKept: Bool { !inputs.isEmpty || isOver || erases }
}
