import GuideCheck
import GuideEngine
import GuideProof

extension Breach {
  /// The conversation as it is typed: a transcript that fails until it has been recorded and read.
  func transcript(over library: Library) -> String {
    var typed: [String] = []
    var state = State(of: library)
    var effects: [Effect] = []
    var guide = "shelf"
    for input in conversation.inputs {
      switch input {
      case .began(let start): if start != .house { guide = library[start].name }
      case .answered(let answer): typed.append(words(for: answer, after: effects, library))
      case .opened(let entry): typed.append(library.title(of: entry))
      case .readOn: typed.append("1")
      default: break
      }
      effects = library.advance(&state, input)
    }
    return
      (["# Breaks the promise: \(promise.words)", "guide: \(guide)", ""] + typed.map { "> \($0)" })
      .joined(separator: "\n") + "\n"
  }

  /// An answer as somebody types it: options by their places among those offered.
  private func words(for answer: Answer, after effects: [Effect], _ library: Library) -> String {
    switch answer {
    case .skipped: return "skip"
    case .number(let number): return number.description
    case .text(let words): return words
    case .options(let mask):
      let offered = effects.reduce(UInt64.max) { offered, effect in
        if case .ask(let asking) = effect { asking.offered } else { offered }
      }
      var places: [String] = []
      var place = 0
      for option in 0..<64 where offered & (1 << UInt64(option)) != 0 {
        place += 1
        if mask & (1 << UInt64(option)) != 0 { places.append(String(place)) }
      }
      return places.joined(separator: " ")
    }
  }
}
