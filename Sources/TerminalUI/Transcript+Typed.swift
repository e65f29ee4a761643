public import GuideCheck
public import GuideEngine

extension Transcript {
  /// The transcript of somebody who sends these inputs; nil if they cannot be typed.
  ///
  /// - Parameters:
  ///   - inputs: What is sent; first that a guide begins.
  ///   - library: The library it is held over.
  ///   - comments: What stands over it, line by line.
  public init?(of inputs: [Input], over library: Library, comments: [String] = []) {
    guard case .began(let start)? = inputs.first else { return nil }
    var sitting = Sitting(of: library, setting: Sitting.Setting(isKiosk: false, isTerminal: false))
    sitting.sources = library.sources
    var reply = sitting.begin(at: start)
    var typed: [String] = []
    for input in inputs.dropFirst() {
      // Where nobody sits at a terminal, pauses read on by themselves.
      if input == .readOn, reply.inputs.dropFirst().contains(.readOn) { continue }
      guard let words = sitting.words(for: input) else { return nil }
      typed.append(words)
      reply = sitting.take(words)
      guard reply.inputs.first == input else { return nil }
    }
    if case .review(atEnd: true) = sitting.page { typed.append("1") }
    let guide = start == .house ? "shelf" : library[start].name
    self.init(
      guide: guide,
      width: 80,
      drawing: .words,
      typed: typed,
      lines: [],
      preface: comments.map { "# \($0)" } + ["guide: \(guide)"]
    )
  }
}

extension Sitting {
  /// What somebody types to send an input to what stands; nil if that cannot be typed.
  fileprivate func words(for input: Input) -> String? {
    switch (input, prompt) {
    case (.wentBack, _): return "back"
    case (.answered(_, .skipped), _): return "skip"
    case (.answered(_, .number(let number)), _): return number.description
    case (.answered(_, .text(let words)), _): return words
    case (.answered(_, .options(let mask)), .ask(let asking)?):
      let offered = Screen.offered(asking, library[asking.question])
      let chosen = offered.indices.filter { mask.contains(place: offered[$0]) }
      return chosen.map { String($0 + 1) }.joined(separator: " ")
    case (.opened(let entry), .offer(let offer)?):
      return offer.unseen.firstIndex(of: entry).map { String($0 + 1) }
    case (.readOn, .offer(let offer)?): return String(offer.unseen.count + 1)
    default: return nil
    }
  }
}
