public import GuideCheck
import GuideEngine
import Phrases

extension Witness {
  /// What the person does, one action after another, by the names in the script.
  public func words(in library: Library) -> [String] {
    told(over: library) { input, awaiting, _ in
      switch (input, awaiting) {
      case (.began(let guide), _): ["begin `\(library[guide].name)`"]
      case (.answered(let question, .skipped), _): ["skip `\(library[question].name)`"]
      case (.answered(let question, let answer), _):
        ["answer `\(library[question].name)` with \(library.names(in: answer, to: question))"]
      case (.opened(let entry), _): ["open `\(library.name(of: entry))`"]
      case (.readOn, _): ["go on"]
      case (.wentOn(let guide), _): ["go on with `\(library[guide].name)`"]
      default: []
      }
    }
  }

  /// The lines of a transcript with questions and answers, without the text that is read; each answer can be typed as
  /// it is written.
  public func lines(in library: Library) -> [String] {
    told(over: library) { input, awaiting, offered in
      switch (input, awaiting) {
      case (.began(let guide), _):
        ["guide: \(guide == .house ? "shelf" : library[guide].name)"]
      case (.answered(let question, let answer), _):
        [library[question].prompt, "> \(library.typed(answer, to: question, offered))"]
      case (.opened(let entry), .choice(let menu)):
        ["> \(library.typed(entry, in: library[menu]))"]
      case (.readOn, .choice(let menu)):
        ["> \(library.goingOn(from: library[menu]))"]
      case (.readOn, _): ["> Keep reading"]
      case (.wentOn(let guide), _): ["> \(library.phrases.readNext(library[guide].title))"]
      default: []
      }
    }
  }

  /// What to report about each input, about the prompt before it, and about the options offered then.
  private func told(
    over library: Library,
    _ tell: (Input, State.Awaiting, OptionMask) -> [String]
  ) -> [String] {
    var told: [String] = []
    var state = State(of: library)
    var offered: OptionMask = []
    for input in inputs {
      told += tell(input, state.awaiting, offered)
      if case .ask(let asking)? = library.advance(&state, input).last { offered = asking.offered }
    }
    return told
  }
}

extension Library {
  /// An answer by the names in the script.
  fileprivate func names(in answer: Answer, to question: QuestionID) -> String {
    let asked = self[question]
    switch answer {
    case .options(let mask):
      return asked.options(in: mask).map { "`\($0.name)`" }.joined(separator: " and ")
    case .skipped: return "nothing"
    case _ where asked.domain.partition == .whole: return "any \(asked.domain.noun)"
    default: return "`\(NamedAnswer(answer, to: asked).description)`"
    }
  }

  /// An answer as a person can type it: in the words they read or, if they choose several options, by their numbers.
  fileprivate func typed(
    _ answer: Answer,
    to question: QuestionID,
    _ offered: OptionMask
  ) -> String {
    let asked = self[question]
    switch answer {
    case .options(let mask):
      let labels = asked.options(in: mask).map(\.label)
      let others = asked.options(in: offered.subtracting(mask)).map(\.label)
      if labels.count == 1, isPlain(labels[0], among: others) { return labels[0] }
      return offered.places.enumerated().filter { mask.contains(place: $0.element) }
        .map { "\($0.offset + 1)" }.joined(separator: ", ")
    case .skipped: return "skip"
    case .text: return "some \(asked.domain.noun)"
    case .date, .number: return NamedAnswer(answer, to: asked).description
    }
  }

  /// Something in a menu as a person can type it: by its title, or by its number.
  fileprivate func typed(_ entry: Menu.Entry, in menu: Menu) -> String {
    let others = menu.entries.filter { $0 != entry }.map { title(of: $0) }
    let words = title(of: entry)
    if isPlain(words, among: others) { return words }
    return menu.entries.firstIndex(of: entry).map { "\($0 + 1)" } ?? words
  }

  /// Going on from a menu, as a person can type it.
  fileprivate func goingOn(from menu: Menu) -> String {
    let words = self[menu.step].guide == .house ? phrases.iAmDone : phrases.goOn
    let isTitle = menu.entries.contains { title(of: $0).lowercased() == words.lowercased() }
    return isTitle ? phrases.doneKey : words
  }

  /// Whether a label can be typed: it does not begin with a command or a number, and other labels differ from it.
  private func isPlain(_ label: String, among others: [String]) -> Bool {
    let typed = label.lowercased()
    let first = String(typed.prefix { $0 != " " })
    let commands =
      CommandWord.allCases.map { phrases.word(for: $0) } + [
        phrases.helpWord, phrases.doneKey, phrases.goOn, phrases.iAmDone,
      ]
    let isTaken =
      commands.contains { [typed, first].contains($0.lowercased()) }
      || phrases.goingOnWords.contains(typed) || phrases.endingWords.contains(typed)
      || phrases.otherCommandWords[typed] != nil
    return !isTaken && Double(first) == nil && phrases.smallNumbers[first] == nil
      && !others.contains { $0.lowercased() == typed }
  }
}
