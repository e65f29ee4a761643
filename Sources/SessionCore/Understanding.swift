import GuideCheck
import GuideEngine
import Phrases

/// What a typed line means at a prompt, before anything is done about it.
enum Understood: Equatable {
  /// A call for help, in any of its words.
  case help
  /// A command, and what came after it.
  case command(CommandWord, String)
  /// An input for the engine.
  case input(Input)
  /// Looking again at something seen.
  case lookAgain(Menu.Entry)
  /// Only Enter.
  case nothing
  /// It does not fit the current prompt; includes the reason, in helpful words.
  case misfit(String)
}

/// Reads typed lines at the current prompt.
struct Understanding {
  let library: Library
  let phrases: any PatientPhrases
  let vocabulary: Vocabulary

  /// Characters that can be around a typed word without changing it.
  private static let signs: Set<Character> = [
    " ", ".", "!", "?", ",", ";", ":", "\"", "'", "(", ")", "\u{201C}", "\u{201D}",
  ]

  func understand(_ line: String, _ prompt: Effect?) -> Understood {
    let typed = line.split(separator: " ").joined(separator: " ")
    if typed.isEmpty { return .nothing }
    let lower = typed.lowercased()
    let bare = lower.trimming(while: { Self.signs.contains($0) })
    let plain = Self.plain(lower)
    if callsForHelp(bare, plain) { return .help }
    // A command is never an answer, because every answer has a number.
    if let command = command(lower, typed) { return command }
    if case .ask(let asking)? = prompt, library[asking.question].domain == .text {
      return isSlipOfHelp(bare) ? .help : answer(inOwnWords: typed, to: asking.question)
    }
    let answer = prompt.flatMap { understood(bare.isEmpty ? lower : bare, lower, $0) }
    if let answer, case .misfit = answer {} else if let answer { return answer }
    if soundsAlarm(plain) || isSlipOfHelp(bare) { return .help }
    return commandPrefix(lower) ?? answer ?? .misfit("")
  }

  /// A line as an answer in the person's own words.
  func answer(inOwnWords line: String, to question: QuestionID) -> Understood {
    .input(.answered(question, .text(line.split(separator: " ").joined(separator: " "))))
  }

  /// Text in the form used for comparison: in lowercase, without apostrophes and punctuation.
  static func plain(_ text: String) -> String {
    var result = ""
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        result.append(character)
      } else if character != "'", character != "\u{2019}", result.last != " " {
        result.append(" ")
      }
    }
    return result.trimming(while: { $0 == " " })
  }

  // MARK: commands

  private func command(_ lower: String, _ typed: String) -> Understood? {
    if let word = vocabulary.commands[lower] { return .command(word, "") }
    let saving = "\(phrases.word(for: .save)) "
    if lower.hasPrefix(saving), Session.form(ofFile: lower) != nil {
      return .command(.save, String(typed.dropFirst(saving.count)))
    }
    for command in [CommandWord.change, .define] {
      let word = phrases.word(for: command)
      if lower.hasPrefix("\(word) ") {
        return .command(command, String(typed.dropFirst(word.count + 1)))
      }
    }
    return nil
  }

  /// The first letters of a command, at least three; commands that end or erase must be typed in full.
  private func commandPrefix(_ lower: String) -> Understood? {
    guard lower.count >= 3 else { return nil }
    let matches = CommandWord.allCases.filter { command in
      ![.forget, .quit, .stop].contains(command) && phrases.word(for: command).hasPrefix(lower)
    }
    return matches.count == 1 ? .command(matches[0], "") : nil
  }

  // MARK: the current prompt

  private func understood(_ bare: String, _ lower: String, _ prompt: Effect) -> Understood? {
    switch prompt {
    case .ask(let asking): answer(bare, lower, asking)
    case .offer(let offer): choice(bare, offer)
    case .pause: bare == "1" ? .input(.readOn) : .misfit(phrases.readOnOrHelp)
    default: nil
    }
  }

  private func choice(_ bare: String, _ offer: Offer) -> Understood {
    var names = offer.unseen.map { (library.name(of: $0), library.title(of: $0)) }
    if offer.canReadOn { names.append(("", phrases.goOn)) }
    switch pick(bare, names) {
    case .one(let place):
      return .input(place < offer.unseen.count ? .opened(offer.unseen[place]) : .readOn)
    case .none(let words):
      let seen = offer.seen.map { (library.name(of: $0), library.title(of: $0)) }
      if Int(bare) == nil, case .one(let place) = pick(bare, seen) {
        return .lookAgain(offer.seen[place])
      }
      if offer.canReadOn, phrases.doneWords.contains(bare) { return .input(.readOn) }
      return .misfit(words)
    }
  }

  enum Picked {
    case one(Int)
    case none(String)
  }

  /// A choice by its number, its name, its words, or first letters that fit only one.
  func pick(_ typed: String, _ choices: [(name: String, label: String)]) -> Picked {
    let count = choices.count
    if let number = Int(typed) {
      if choices.indices.contains(number &- 1) { return .one(number - 1) }
      return .none(phrases.noChoice(String(number.description.prefix(6)), of: count))
    }
    let wanted = Self.plain(typed)
    guard !wanted.isEmpty else { return .none(phrases.typeANumber(of: count)) }
    let labels = choices.map { Self.plain($0.label) }
    if let exact = choices.indices.first(where: {
      choices[$0].name == typed || labels[$0] == wanted
    }) {
      return .one(exact)
    }
    let starting = labels.indices.filter { labels[$0].hasPrefix(wanted) }
    if starting.count == 1 { return .one(starting[0]) }
    // Words from the middle of a label are enough if only one label has them.
    let holding = labels.indices.filter {
      wanted.count >= 3 && " \(labels[$0]) ".contains(" \(wanted) ")
    }
    if starting.isEmpty, holding.count == 1 { return .one(holding[0]) }
    return .none(
      starting.count > 1 ? phrases.severalFit(of: count) : phrases.notAChoice(of: count)
    )
  }
}

extension String {
  /// The text without the characters at its ends for which `isOuter` is true.
  func trimming(while isOuter: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isOuter($0) }),
      let last = lastIndex(where: { !isOuter($0) })
    else { return "" }
    return String(self[first...last])
  }
}
