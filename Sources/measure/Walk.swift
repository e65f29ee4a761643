import GuideCheck
import GuideEngine

/// A walk down the corridor that answers by a fixed rule and reads every word it is shown.
struct Walk {
  let library: Library
  private(set) var state: State
  /// The UTF-8 bytes of all text shown so far: nothing was left uncomposed.
  private(set) var bytes = 0
  private var seed = 12_345
  private var asking: Asking?

  /// A walk up to the first question.
  init(over library: Library) {
    self.library = library
    state = State(of: library)
    read(library.advance(&state, .began(library.guide(named: "corridor") ?? .house)))
  }

  /// Answers the current question; returns false if there is none.
  mutating func answer() -> Bool {
    guard let asking else { return false }
    seed = (seed &* 1_103_515_245 &+ 12_345) & 0x7FFF_FFFF
    var pick = (seed >> 16) % 3
    while !asking.offered.contains(place: pick) { pick = (pick + 1) % 3 }
    let answer = Answer.options(OptionMask(place: pick))
    read(library.advance(&state, .answered(asking.question, answer)))
    return true
  }

  /// Answers this many questions, or fewer if the corridor ends.
  mutating func answer(_ count: Int) {
    for _ in 0..<count where !answer() { return }
  }

  private mutating func read(_ effects: [Effect]) {
    asking = nil
    for effect in effects {
      switch effect {
      case .title(let step): bytes += library.steps[step.index].title.utf8.count
      case .show(_, let composed): bytes += composed.text.utf8.count
      case .ask(let asking):
        self.asking = asking
        let question = library.questions[asking.question.index]
        bytes += question.prompt.utf8.count
        for index in question.options.indices where asking.offered.contains(place: index) {
          bytes += question.options[index].label.utf8.count
        }
      case .affirm, .finish, .offer, .pause, .refuse, .sayAgain, .tellRight: break
      }
    }
  }
}
