public import GuideCheck
import SourceText

/// Where a walk waits: the instruction, and where it goes on after each visit that it is in.
public struct Position: Hashable, Sendable {
  /// The instruction that waits for the person.
  public let counter: Int
  /// Where the walk goes on after each visit that it is in, from the outermost to the innermost.
  public let returns: [Int]

  /// A place of a walk.
  public init(counter: Int, returns: [Int]) {
    self.counter = counter
    self.returns = returns
  }
}

extension State {
  /// Where the walk waits; it costs as much as the visits are deep.
  public var position: Position {
    var returns: [Int] = []
    var frame = frame
    while frame >= 0 {
      returns.append(frames[frame].counter)
      frame = frames[frame].parent
    }
    return Position(counter: counter, returns: returns.reversed())
  }

  /// The number of decisions on the walk.
  public var decisionCount: Int { decisions.count }

  /// A number for everything that was decided up to a decision of the walk: two states of a library have
  /// the same number for the same decisions, and for others, as good as never.
  public func mark(ofDecision place: Int) -> UInt64 { decisions[place].mark }

  /// The instruction that waited for a decision.
  public func counter(ofDecision place: Int) -> Int { decisions[place].counter }

  /// How much was on the walk when a decision was made.
  public func walkCount(beforeDecision place: Int) -> Int { decisions[place].walk }

  /// Whether a passage was read, on this walk or before.
  public func hasRead(_ passage: PassageID) -> Bool { hasShown(passage) }

  /// Whether a passage with this mention is on the walk.
  public func hasSeen(_ mention: MentionID) -> Bool { mentions[mention.index] > 0 }

  /// Whether something that lies ahead was read or answered before, so that it is not read or asked again:
  /// after an answer was changed, for example.
  public var isPartlyRead: Bool {
    guard hasTurnedBack else { return false }
    var onWalk = [Bool](repeating: false, count: shown.count)
    for footprint in walk {
      if case .passage(let passage) = footprint { onWalk[passage.index] = true }
    }
    return shown.indices.contains { shown[$0] != 0 && !onWalk[$0] }
      || kept.indices.contains { kept[$0]?.stands == true && answers[$0] == nil }
  }

  /// The answers that are not on the walk, and are offered where their questions are asked again.
  public var answersToOffer: [(question: QuestionID, answer: Answer)] {
    guard hasTurnedBack else { return [] }
    return kept.indices.compactMap { index in
      guard answers[index] == nil, let kept = kept[index], kept.answer != .skipped else {
        return nil
      }
      return (QuestionID(index), kept.answer)
    }
  }

  /// The mark of a decision that is about to be made.
  func mark(after decision: Decision.Kind) -> UInt64 {
    var mark = decisions.last?.mark ?? UInt64(truncatingIfNeeded: start.index &+ 1)
    func add(_ value: UInt64) {
      mark = (mark ^ value) &* 0x9E37_79B9_7F4A_7C15
      mark ^= mark >> 29
    }
    switch decision {
    case .opened(let menu, .guide(let guide)):
      add(UInt64(menu.index) << 34 | UInt64(guide.index) << 2 | 1)
    case .opened(let menu, .topic(let step)):
      add(UInt64(menu.index) << 34 | UInt64(step.index) << 2 | 2)
    case .readOn(let menu): add(UInt64(menu.index) << 34 | 3)
    case .wentOn(let guide): add(UInt64(guide.index) << 34 | 4)
    case .answered(let question):
      add(UInt64(question.index) << 2)
      switch kept[question.index]?.answer {
      case .options(let mask)?: add(mask.rawValue)
      case .number(let value)?:
        add(UInt64(bitPattern: Int64(value.numerator)))
        add(UInt64(bitPattern: Int64(value.denominator)))
      case .date(let day)?: add(UInt64(bitPattern: Int64(day.daysSinceEpoch)))
      case .text(let words)?: for byte in words.utf8 { add(UInt64(byte) | 0x100) }
      case .skipped?, nil: add(.max)
      }
    }
    return mark
  }
}
