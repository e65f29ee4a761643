import Documents
public import GuideCheck
public import GuideEngine
import Phrases

extension Transcript {
  /// The transcript of someone who sends these inputs; nil if they cannot be typed.
  ///
  /// - Parameters:
  ///   - inputs: The inputs; the first begins a guide.
  ///   - library: The library.
  ///   - comments: The comments above it, line by line.
  public init?(of inputs: [Input], over library: Library, comments: [String] = []) {
    guard case .began(let start)? = inputs.first else { return nil }
    var session = Session(
      at: start,
      of: library,
      setting: SessionSetting(isKiosk: false, isTerminal: false)
    )
    _ = session.handle(.began)
    var typed: [String] = []
    var taken = session.history[...]
    for input in inputs.dropFirst() {
      // Without a terminal, pauses go on by themselves.
      if input == .readOn, taken.dropFirst().contains(.readOn) { continue }
      let count = session.history.count
      let isTyped = session.ways(toType: input).contains { words in
        var next = session
        _ = next.handle(.line(words, isCut: false))
        guard next.history.dropFirst(count).first == input else { return false }
        session = next
        typed.append(words)
        return true
      }
      if !isTyped { return nil }
      taken = session.history[count...]
    }
    if case .review(atEnd: true, _) = session.mode { typed.append("1") }
    let guide = start == .house ? "shelf" : library[start].name
    self.init(
      guide: guide,
      width: 80,
      glyphs: .words,
      typed: typed,
      lines: [],
      preface: comments.map { "# \($0)" } + ["guide: \(guide)"]
    )
  }
}

extension Session {
  /// What can be typed to send an input at the current prompt, the shortest first; a title can have the same words.
  fileprivate func ways(toType input: Input) -> [String] {
    switch (input, mode == .walk ? asked : nil) {
    case (.wentBack, _): return [phrases.word(for: .back)]
    case (.answered(_, .skipped), _): return [phrases.word(for: .skip)]
    case (.answered(_, .options(let mask)), .ask(let asking)?):
      let offered = Screen.offered(asking, library[asking.question])
      let chosen = offered.indices.filter { mask.contains(place: offered[$0]) }
      return [chosen.map { String($0 + 1) }.joined(separator: " ")]
    case (.answered(let question, let answer), _):
      return [NamedAnswer(answer, to: library[question]).description]
    case (.opened(let entry), .offer(let offer)?):
      return library[offer.menu].entries.firstIndex(of: entry).map { [String($0 + 1)] } ?? []
    case (.readOn, .offer?): return [phrases.doneKey, phrases.goOn, phrases.iAmDone]
    case (.wentOn(let guide), _): return [phrases.readNext(library[guide].title)]
    default: return []
    }
  }
}
