import GuideCheck
import GuideEngine

/// A word that works at every prompt.
enum CommandWord: String, CaseIterable {
  case back
  case change
  case define
  case forget
  case menu
  case pause
  case quit
  case `repeat`
  case review
  case same
  case skip
  case sources
  case stop = "stop here"
  case why
  case words = "?"

  /// What it does, for the list that `?` shows.
  var explanation: String {
    switch self {
    case .back: "go back one step"
    case .change: "change an answer, like: change 2"
    case .define: "what a word means, like: define ketamine"
    case .forget: "erase everything from this sitting"
    case .menu: "go back to the menu"
    case .pause: "take a break"
    case .quit: "leave"
    case .repeat: "read this again"
    case .review: "see your answers, and the lines on your page"
    case .same: "keep the answer you gave before"
    case .skip: "leave this question out"
    case .sources: "where the facts come from"
    case .stop: "end here, with your page"
    case .why: "why this is asked"
    case .words: "this list"
    }
  }
}

/// What a typed line means at a prompt, before anything is done about it.
enum Understood: Equatable {
  /// A call for help, in any of its words.
  case help
  /// A word that works everywhere, and what stood behind it.
  case command(CommandWord, String)
  /// Something the engine takes.
  case input(Input)
  /// Looking again at something seen.
  case lookAgain(Menu.Entry)
  /// Enter alone.
  case nothing
  /// It fits nothing that stands; why, in words that help.
  case misfit(String)
}

/// Reads typed lines against what stands.
struct Understanding {
  let library: Library

  /// What may stand around a typed word without changing it.
  private static let signs: Set<Character> = [
    " ", ".", "!", "?", ",", ";", ":", "\"", "'", "(", ")", "\u{201C}", "\u{201D}",
  ]

  func understand(_ line: String, _ prompt: Effect?) -> Understood {
    let typed = line.split(separator: " ").joined(separator: " ")
    let lower = typed.lowercased()
    if typed.isEmpty { return .nothing }
    let bare = lower.trimming(while: { Self.signs.contains($0) })
    if callsForHelp(bare, lower) { return .help }
    // A word that works everywhere is never an answer; an answer always has its number.
    if let command = command(lower, typed) { return command }
    if case .ask(let asking)? = prompt, library[asking.question].domain == .text {
      return Self.isSlipOfHelp(bare) ? .help : answer(inOwnWords: typed, to: asking.question)
    }
    let answer = prompt.flatMap { understood(bare.isEmpty ? lower : bare, lower, $0) }
    if let answer, case .misfit = answer {} else if let answer { return answer }
    if soundsAlarm(lower) || Self.isSlipOfHelp(bare) { return .help }
    return commandPrefix(lower) ?? answer ?? .misfit("")
  }

  /// A line as an answer in the person's own words.
  func answer(inOwnWords line: String, to question: QuestionID) -> Understood {
    .input(.answered(question, .text(line.split(separator: " ").joined(separator: " "))))
  }

  /// Words as they are compared: in lower case, without apostrophes and signs.
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
    if let word = CommandWord(rawValue: lower) { return .command(word, "") }
    switch lower {
    case "stop": return .command(.stop, "")
    case "exit", "bye", "leave", ":q": return .command(.quit, "")
    case "words", "commands": return .command(.words, "")
    case "again": return .command(.repeat, "")
    default: break
    }
    for word in [CommandWord.change, .define] where lower.hasPrefix("\(word.rawValue) ") {
      return .command(word, String(typed.dropFirst(word.rawValue.count + 1)))
    }
    return nil
  }

  /// The first letters of one command, three at least; what ends or erases is typed whole.
  private func commandPrefix(_ lower: String) -> Understood? {
    guard lower.count >= 3 else { return nil }
    let matches = CommandWord.allCases.filter { word in
      ![.forget, .quit, .stop].contains(word) && word.rawValue.hasPrefix(lower)
    }
    return matches.count == 1 ? .command(matches[0], "") : nil
  }

  // MARK: answers

  private func understood(_ bare: String, _ lower: String, _ prompt: Effect) -> Understood? {
    switch prompt {
    case .ask(let asking): answer(bare, lower, asking)
    case .offer(let offer): choice(bare, offer)
    case .pause: bare == "1" ? .input(.readOn) : .misfit("Type 1 to read on.")
    default: nil
    }
  }

  private func answer(_ bare: String, _ lower: String, _ asking: Asking) -> Understood {
    let question = library[asking.question]
    let offered = Screen.offered(asking, question)
    switch question.domain {
    case .choice:
      switch pick(bare, offered.map { (question.options[$0].name, question.options[$0].label) }) {
      case .one(let place):
        return .input(.answered(asking.question, .options(OptionMask(place: offered[place]))))
      case .none(let words): return .misfit(words)
      }
    case .ticks: return ticks(lower, asking, question, offered)
    case .number(let numbers): return number(lower, numbers, asking, question)
    case .text: return .input(.answered(asking.question, .text(lower)))
    }
  }

  private func ticks(
    _ lower: String,
    _ asking: Asking,
    _ question: Question,
    _ offered: [Int]
  ) -> Understood {
    let names = offered.map { (question.options[$0].name, question.options[$0].label) }
    var mask: OptionMask = []
    let whole = pick(lower, names)
    if case .one(let place) = whole {
      mask = OptionMask(place: offered[place])
    } else {
      for part in lower.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ";" })
      where part != "and" {
        guard case .one(let place) = pick(String(part), names) else {
          return .misfit("Type numbers from 1 to \(offered.count), like 1 3.")
        }
        mask.formUnion(OptionMask(place: offered[place]))
      }
    }
    if !mask.isDisjoint(with: question.exclusive), mask.count > 1 {
      let alone = question.exclusive.places.first ?? 0
      return .misfit(
        "\u{201C}\(question.options[alone].label)\u{201D} stands alone. Choose it, or the others."
      )
    }
    return mask.isEmpty
      ? .misfit("Type numbers from 1 to \(offered.count).")
      : .input(.answered(asking.question, .options(mask)))
  }

  private func number(
    _ lower: String,
    _ numbers: NumberDomain,
    _ asking: Asking,
    _ question: Question
  ) -> Understood {
    let hint = Screen(of: library).hint(question, asking) ?? ""
    guard let value = Self.fraction(lower, currency: library.locality?.currency ?? "") else {
      return .misfit("That is not a number the program can read. \(hint)")
    }
    guard numbers.isOnStep(value) else {
      let fault =
        numbers.stepsPerUnit == 1
        ? "is not a whole number" : "has too many digits after the point"
      return .misfit("\(lower) \(fault). \(hint)")
    }
    guard numbers.range.contains(value) else {
      return .misfit("\(lower) is outside the range. \(hint)")
    }
    return .input(.answered(asking.question, .number(value)))
  }

  /// A number as people type it: digits, groups of three with commas, a point, the sign of money.
  static func fraction(_ text: String, currency: String) -> Fraction? {
    var digits = text
    if !currency.isEmpty, digits.hasPrefix(currency) { digits.removeFirst(currency.count) }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty, whole.count <= 12 else {
      return nil
    }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard groups[0].count <= 3, !groups[0].isEmpty,
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    let decimals = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || (1...4).contains(decimals.count) else { return nil }
    let joined = groups.joined() + decimals
    guard joined.count <= 15, joined.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let numerator = Int(joined)
    else { return nil }
    return Fraction(numerator, over: [1, 10, 100, 1000, 10_000][decimals.count])
  }

  private func choice(_ bare: String, _ offer: Offer) -> Understood {
    var names = offer.unseen.map { (library.name(of: $0), library.title(of: $0)) }
    if offer.canReadOn { names.append(("go on", "Go on")) }
    switch pick(bare, names) {
    case .one(let place):
      return .input(place < offer.unseen.count ? .opened(offer.unseen[place]) : .readOn)
    case .none(let words):
      let seen = offer.seen.map { (library.name(of: $0), library.title(of: $0)) }
      if Int(bare) == nil, case .one(let place) = pick(bare, seen) {
        return .lookAgain(offer.seen[place])
      }
      if offer.canReadOn, ["done", "i am done", "next"].contains(bare) { return .input(.readOn) }
      return .misfit(words)
    }
  }

  private enum Picked {
    case one(Int)
    case none(String)
  }

  /// A choice by its number, its name, its words, or the first letters of only one.
  private func pick(_ typed: String, _ choices: [(name: String, label: String)]) -> Picked {
    let range = choices.count == 1 ? "1" : "a number from 1 to \(choices.count)"
    if let number = Int(typed) {
      if choices.indices.contains(number &- 1) { return .one(number - 1) }
      return .none("There is no choice \(number.description.prefix(6)). Type \(range).")
    }
    let wanted = Self.plain(typed)
    guard !wanted.isEmpty else { return .none("Type \(range).") }
    let labels = choices.map { Self.plain($0.label) }
    if let exact = choices.indices.first(where: {
      choices[$0].name == typed || labels[$0] == wanted
    }) {
      return .one(exact)
    }
    let starting = labels.indices.filter { labels[$0].hasPrefix(wanted) }
    if starting.count == 1 { return .one(starting[0]) }
    // Words from the middle of a label will do, if only one label has them.
    let holding = labels.indices.filter {
      wanted.count >= 3 && " \(labels[$0]) ".contains(" \(wanted) ")
    }
    if starting.isEmpty, holding.count == 1 { return .one(holding[0]) }
    if starting.count > 1 { return .none("That fits more than one choice. Type \(range).") }
    return .none("That is not one of the choices. Type \(range).")
  }
}

extension String {
  /// The text without characters at its ends for which `isOuter` holds.
  func trimming(while isOuter: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isOuter($0) }),
      let last = lastIndex(where: { !isOuter($0) })
    else { return "" }
    return String(self[first...last])
  }
}
