import Documents
import GuideCheck
import GuideEngine
import Phrases

/// How far the person is, and how much is left.
extension Session {
  /// The reply to someone who asks where they are.
  mutating func place(_ attention: Attention) -> Plan {
    let words = remaining(before: nil).map(words(for:)) ?? phrases.placeIsBeforeAGuide
    return asking([.note(RichText(words))], attention)
  }

  /// How far the person is at a pause, before the rest of what they are reading.
  mutating func placeWhileReading(_ pager: Pager) -> String {
    let unread = pager.sections.flatMap { $0.unread.flatMap(\.lines) }
    // The engine is already at the next question; the person is before the first heading still unread.
    for case .title(let step) in library.standing(&walk)
    where !library[step].isTopic && library[step].guide != .house {
      let heading = renderer.lines([.heading(RichText(library[step].title))]).first { !$0.isEmpty }
      guard let heading, let place = unread.firstIndex(of: heading),
        let left = remaining(before: step)
      else { continue }
      let time = Self.readingTime(of: unread[..<place])
      return words(for: left.after(reading: time, isPartBefore: true))
    }
    guard let left = remaining(before: nil) else { return phrases.placeIsBeforeAGuide }
    return words(for: left.after(reading: Self.readingTime(of: unread[...]), isPartBefore: false))
  }

  /// The minutes that lines take at 150 words a minute.
  private static func readingTime(of lines: ArraySlice<String>) -> Fraction {
    let words = lines.reduce(0) { count, line in
      count + line.split(separator: " ").count { $0.contains(where: \.isLetter) }
    }
    return Fraction(words, over: 150) ?? .zero
  }

  /// Says how far the person is, under the heading of a part that begins; a part is a step of a guide.
  ///
  /// Only at a terminal: a program that reads lines does not wait.
  mutating func telling(_ effects: [Effect]) -> [Block] {
    let drawn = screen.blocks(effects)
    guard setting.isTerminal, let step = beginning(effects), let left = remaining(before: step),
      left.partsBegun > 1, left.parts.upperBound > 1,
      let heading = drawn.firstIndex(of: .heading(RichText(library[step].title)))
    else { return drawn }
    let told = Block.note(RichText(words(for: left)))
    return drawn[...heading] + [told] + drawn[(heading + 1)...]
  }

  /// The first step that begins with some effects; nil if none does.
  private func beginning(_ effects: [Effect]) -> StepID? {
    for case .title(let step) in effects
    where !library[step].isTopic && library[step].guide != .house {
      return step
    }
    return nil
  }

  private mutating func remaining(before step: StepID?) -> Remaining? {
    times?.remaining(at: walk, before: step, asksAgain: consent.asksAgain)
  }

  private func words(for left: Remaining) -> String {
    let seconds =
      seconds(
        left.minutes.lowerBound,
        isUp: false
      )...seconds(
        left.minutes.upperBound,
        isUp: true
      )
    if walk.isFinished || left.partsBegun < 1 || left.partsBegun > left.parts.upperBound {
      return phrases.timeLeft(seconds: seconds)
    }
    return phrases.place(part: left.partsBegun, of: left.parts, secondsLeft: seconds)
  }

  private func seconds(_ minutes: Fraction, isUp: Bool) -> Int {
    let whole = minutes.numerator * 60
    return isUp
      ? (whole + minutes.denominator - 1) / minutes.denominator : whole / minutes.denominator
  }
}
