public import GuideCheck
import Phrases

extension Library {
  /// The words of a passage, with values filled in.
  func compose(_ passage: PassageID, _ state: inout State) -> Composed {
    told(passage, &state).words
  }

  /// The place of an item in its numbered list: how many of it were on the walk so far, with this one.
  ///
  /// The list begins with the last item that is written with a 1. Nil for anything but such an item.
  func number(of passage: PassageID, in state: State) -> Int? {
    guard case .numberedItem = passages[passage.index].kind else { return nil }
    var number = 0
    var isCounting = false
    for case .passage(let earlier) in state.walk.reversed() {
      isCounting = isCounting || earlier == passage
      let other = passages[earlier.index]
      guard isCounting, case .numberedItem(let written) = other.kind,
        other.step == passages[passage.index].step
      else { continue }
      number += 1
      if written == 1 { break }
    }
    return number
  }

  /// The words of a passage with its number, and the hash of the words.
  func told(_ passage: PassageID, _ state: inout State) -> (words: Composed, hash: UInt64) {
    var (words, hash) = filled(passage, &state)
    words.number = number(of: passage, in: state)
    return (words, hash)
  }

  private func filled(
    _ passage: PassageID,
    _ state: inout State
  ) -> (words: Composed, hash: UInt64) {
    let pieces = passages[passage.index].pieces
    var hash = RenderedHash()
    if pieces.isEmpty, case .ratings(let rows) = passages[passage.index].kind {
      let ratings = ratings(of: rows, state)
      let phrases = phrases
      let text = ratings.map { "\($0.label): \(phrases.rating($0.value, most: $0.most))" }
        .joined(separator: "; ")
      hash.add(text)
      return (Composed(text: text, strong: [], ratings: ratings), hash.value)
    }
    if pieces.count == 1, case .text(let text, false) = pieces[0] {
      return (Composed(text: text, strong: []), hash.value)
    }
    var text = ""
    text.reserveCapacity(240)
    var strong: [Range<Int>] = []
    for piece in pieces {
      switch piece {
      case .text(let words, let isStrong):
        let start = text.utf8.count
        text += words
        if isStrong { strong.append(start..<text.utf8.count) }
      case .answer(let question):
        guard let answer = state.answers[question.index] else { continue }
        let words = words(for: answer, to: question)
        text += words
        hash.add(words)
      case .value(let equation):
        guard case .number(let value) = value(of: equation, &state) else { continue }
        let words = equations[equation.index].isAmount ? money(value) : number(value)
        text += words
        hash.add(words)
      }
    }
    return (Composed(text: text, strong: strong), hash.value)
  }

  /// The current value of an equation in words; nil if a part of it is missing.
  public func words(forValueOf equation: EquationID, in state: State) -> String? {
    var state = state
    return switch value(of: equation, &state) {
    case .missing: nil
    case .truth(let isTrue): phrases.truth(isTrue)
    case .number(let value): equations[equation.index].isAmount ? money(value) : number(value)
    }
  }
}
