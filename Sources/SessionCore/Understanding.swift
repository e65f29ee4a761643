import GuideCheck
import GuideEngine
import Phrases

/// What a typed line means at a prompt, before anything is done about it.
enum Understood: Equatable {
  /// A call for help, in any of its words.
  case help
  /// A command, and what came after it.
  case command(CommandWord, String)
  /// A line in the person's own words that may be meant as a command.
  ///
  /// `isExact` says whether it is exactly a command, and not only a way to say one.
  case commandOrWords(CommandWord, String, isExact: Bool)
  /// An input for the engine.
  case input(Input)
  /// An input for the engine, and what it was taken for, because the fingers slipped.
  case taken(Input, as: String)
  /// Looking again at something seen.
  case lookAgain(Menu.Entry)
  /// A word that asks for the next thing to read.
  case goingOn
  /// A line that has a reply of its own and says nothing about the prompt.
  case reply(String)
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
    " ", ".", "!", "?", ",", ";", ":", "\"", "'", "(", ")", "[", "]", "#", "*", "\u{201C}",
    "\u{201D}",
  ]

  func understand(_ line: String, _ prompt: Effect?) -> Understood {
    let typed = line.split(separator: " ").joined(separator: " ")
    if typed.isEmpty { return .nothing }
    let lower = typed.lowercased()
    let bare = lower.trimming(while: { Self.signs.contains($0) })
    let plain = Self.plain(lower)
    // A word that is explained here is asked about, and no call.
    let asksForWord =
      lower.hasPrefix("\(phrases.word(for: .define)) ")
      && definition(plain).map(vocabulary.isExplained) ?? false
    if vocabulary.helpWords.contains(bare) { return .help }
    if !asksForWord, !isPlainAnswer(lower, plain), isCall(typed) { return .help }
    let command = command(lower, plain, typed)
    if case .ask(let asking)? = prompt, library[asking.question].domain == .text {
      return ownWords(typed, plain, command, asking.question)
    }
    // A command is never an answer, because every answer has a number.
    if let command { return command }
    let answer = prompt.flatMap { understood(lower, plain, $0) }
    if let answer, case .misfit = answer {} else if let answer { return answer }
    return commandPrefix(plain) ?? reply(plain, isQuestion: lower.hasSuffix("?")) ?? answer
      ?? .misfit("")
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

  private func command(_ lower: String, _ plain: String, _ typed: String) -> Understood? {
    if let word = vocabulary.commands[lower] ?? vocabulary.commands[plain] {
      return .command(word, "")
    }
    if !lower.isEmpty, lower.allSatisfy({ $0 == "?" }) { return .command(.words, "") }
    let saving = "\(phrases.word(for: .save)) "
    if lower.hasPrefix(saving), Session.form(ofFile: lower) != nil {
      return .command(.save, String(typed.dropFirst(saving.count)))
    }
    let change = phrases.word(for: .change)
    if lower.hasPrefix("\(change) ") {
      // Anything else than a number may be what the person wants to say: `change my medicine`.
      let number = String(plain.dropFirst(change.count + 1))
      if Int(number) != nil { return .command(.change, number) }
    }
    return definition(plain).map { .command(.define, $0) }
  }

  /// The word that someone wants explained; nil if the line asks for no word.
  ///
  /// After `define`, any word will do; after `what is`, it has to be one that is explained.
  private func definition(_ plain: String) -> String? {
    for opening in phrases.definitionOpenings where plain.hasPrefix("\(opening) ") {
      var words = plain.dropFirst(opening.count + 1).split(separator: " ")
      if words.count > 1, let ending = words.last,
        phrases.definitionEndings.contains(String(ending))
      {
        words.removeLast()
      }
      if words.count > 1, let article = words.first, phrases.articles.contains(String(article)) {
        words.removeFirst()
      }
      let word = words.joined(separator: " ")
      if opening == phrases.word(for: .define) || vocabulary.isExplained(word) { return word }
    }
    return nil
  }

  /// The first letters of a command, at least three, or a command with a slip of the fingers.
  ///
  /// Commands that end or erase must be typed in full.
  private func commandPrefix(_ plain: String) -> Understood? {
    guard plain.count >= 3 else { return nil }
    let safe = CommandWord.allCases.filter { ![.forget, .quit, .stop].contains($0) }
    let beginning = safe.filter { phrases.word(for: $0).hasPrefix(plain) }
    if beginning.count == 1 { return .command(beginning[0], "") }
    let slips = safe.filter { isSlip(plain, of: phrases.word(for: $0)) }
    return beginning.isEmpty && slips.count == 1 ? .command(slips[0], "") : nil
  }

  // MARK: own words

  /// A line at a question for the person's own words.
  private func ownWords(
    _ typed: String,
    _ plain: String,
    _ command: Understood?,
    _ question: QuestionID
  ) -> Understood {
    switch command {
    case .command(let word, let rest)?:
      // The question itself says that these can be typed, so they are not words for the answer.
      let isSaid = typed.lowercased() == phrases.word(for: word)
      return isSaid && [.same, .skip, .words].contains(word)
        ? .command(word, rest) : .commandOrWords(word, rest, isExact: isSaid || !rest.isEmpty)
    default: break
    }
    // A heart says something, and a dot does not.
    let hasPicture = typed.unicodeScalars.contains { $0.properties.generalCategory == .otherSymbol }
    // The question says how to answer, and is asked again.
    if plain.isEmpty, !hasPicture { return .misfit("") }
    let meansNothing = [
      phrases.noWords, phrases.noneWords, phrases.unsureWords, phrases.goingOnWords,
      phrases.endingWords, phrases.laterWords,
    ]
    if meansNothing.contains(where: { $0.contains(plain) }) {
      return .commandOrWords(.skip, "", isExact: false)
    }
    return answer(inOwnWords: typed, to: question)
  }

  // MARK: the current prompt

  private func understood(_ lower: String, _ plain: String, _ prompt: Effect) -> Understood? {
    switch prompt {
    case .ask(let asking): answer(lower, plain, asking)
    case .offer(let offer): choice(lower, plain, offer)
    case .pause:
      phrases.goingOnWords.contains(plain) || phrases.yesWords.contains(plain)
        ? .input(.readOn) : .misfit(phrases.readOnOrHelp)
    default: nil
    }
  }

  private func choice(_ lower: String, _ plain: String, _ offer: Offer) -> Understood {
    let entries = library[offer.menu].entries
    switch ChoiceReading(entries.map { library.title(of: $0) }, phrases).read(lower) {
    case .choice(let place), .slip(let place):
      let entry = entries[place]
      return offer.seen.contains(entry) ? .lookAgain(entry) : .input(.opened(entry))
    case .noSuchNumber(let number):
      return .misfit(phrases.noChoice(number, of: entries.count))
    case .several: return .misfit(phrases.severalFit(of: entries.count))
    case .inside(let place):
      return .misfit(phrases.ifMeant(library.title(of: entries[place]), number: place + 1))
    case .none: break
    }
    if phrases.endingWords.contains(plain) {
      return offer.canReadOn ? .input(.readOn) : .reply(phrases.someComeFirst)
    }
    if phrases.goingOnWords.contains(plain) { return .goingOn }
    return .misfit(phrases.notATopic(of: entries.count))
  }

  /// The reply to a line that does not fit the prompt but asks for something that can be answered.
  private func reply(_ plain: String, isQuestion: Bool) -> Understood? {
    if phrases.goingOnWords.contains(plain) { return .goingOn }
    if phrases.unsureWords.contains(plain) { return .misfit(phrases.offerToSkip) }
    if phrases.endingWords.contains(plain) { return .reply(phrases.howToEnd) }
    if phrases.otherLanguageWords.contains(plain) { return .reply(phrases.onlyThisLanguage) }
    if phrases.startingOverWords.contains(plain) { return .reply(phrases.howToStartOver) }
    let words = plain.split(separator: " ")
    let asks = words.first.map { phrases.questionWords.contains(String($0)) } ?? false
    return words.count > 2 && (isQuestion || asks) ? .reply(phrases.cannotAnswer) : nil
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
