public import Documents
import GuideCheck
import GuideEngine
import Phrases
import Reports
import SourceText

/// The first and last words of a session, and the meanings of words.
extension Session {
  /// The first words of a session.
  func welcome(_ guide: GuideID) -> [Block] {
    let keeping: String? =
      switch consent {
      case .requested, .undecided: nil
      case .declined, .erased, .given: keepingWords
      }
    // If nothing is asked first, the guide's own first step has the title.
    let heading: [Block] =
      consent.isUndecided || guide == .house ? [.heading(RichText(library[guide].title))] : []
    return heading + [
      .note(RichText(phrases.welcome(isKiosk: setting.isKiosk, keeping: keeping)))
    ]
  }

  /// The blocks, with the review of each guide that has just begun before the first question.
  ///
  /// A guide that asks nothing ends before the shelf's heading. If nothing follows it at all, the
  /// page does, and says the same.
  mutating func withReviews(_ blocks: [Block]) -> [Block] {
    var begun: [GuideID] = []
    for place in begunGuides.indices where begunGuides[place] != walk.hasVisited(GuideID(place)) {
      begunGuides[place].toggle()
      if begunGuides[place], GuideID(place) != .house { begun.append(GuideID(place)) }
    }
    if begun.isEmpty { return blocks }
    let lines = begun.compactMap { guide in
      Page.ReadGuide(library[guide], phrases).review(phrases).map {
        Block.note(RichText(phrases.checked($0)))
      }
    }
    let asked = blocks.firstIndex { block in
      switch block {
      case .choice, .prompt: true
      default: false
      }
    }
    guard var place = asked else { return blocks + lines }
    if place > 0, case .heading = blocks[place - 1] { place -= 1 }
    return blocks[..<place] + lines + blocks[place...]
  }

  /// The last words.
  ///
  /// - Parameters:
  ///   - farewell: How the person leaves.
  ///   - loss: What is missing from the kept answers; nil if nothing is.
  /// - Returns: The last words, as blocks.
  func words(of farewell: Plan.Farewell, _ loss: String?) -> [Block] {
    switch farewell {
    case .declined: return closing
    case .leaving: return closing + howToComeBack(loss)
    case .forgotten: return [.note(RichText(phrases.screenStays))] + closing
    case .page:
      guard let kept = consent.kept, isReadHere, !setting.isKiosk else { return closing }
      let command = "beforehand page \(kept.name)\(setting.options)"
      return [.note(RichText(phrases.printPage(command)))] + closing
    case .inputEnded:
      switch consent {
      case .erased, .given: return howToComeBack(loss)
      case .declined, .requested, .undecided:
        return [.note(RichText(phrases.endedWithNothing(isTerminal: setting.isTerminal)))]
      }
    }
  }

  /// How to go on later with a kept session.
  private func howToComeBack(_ loss: String?) -> [Block] {
    switch consent {
    case .given(let kept) where isReadHere:
      let command = "beforehand resume \(kept.name)\(setting.options)"
      return [.note(RichText(phrases.comeBack(command, loss: loss)))]
    case .given(let kept): return [.note(RichText(phrases.keptElsewhere(kept.name, loss: loss)))]
    case .erased: return [.note(RichText(keepingWords))]
    case .declined, .requested, .undecided: return []
    }
  }

  /// The last words of a session that could not be begun, but may be on the disk anyway.
  var leftoverWords: [Block] {
    leftover.map { [.note(RichText(phrases.mayBeLeft($0.name, erase: $0.command)))] } ?? []
  }

  /// Where to turn later.
  var closing: [Block] {
    [.note(RichText(HelpScreen.later(library.locality, phrases)))]
  }

  /// What a word means, or which words are explained.
  func definition(of word: String) -> String {
    let wanted = Understanding.plain(word)
    if wanted.isEmpty { return phrases.wordsExplained(library.terms.map(\.shown)) }
    let found = library.terms.first { term in
      ([term.word] + term.also).contains { Understanding.plain($0) == wanted }
    }
    if let found { return phrases.meaning(of: found.shown, found.meaning) }
    let words = library.terms.flatMap { [$0.word] + $0.also }
    return phrases.notExplained(near: suggestions(for: wanted, among: words))
  }

  /// What the Tab key can complete: the current choices, and the commands.
  public var completions: [String] {
    var words: [String] = []
    if mode == .walk {
      switch asked {
      case .ask(let asking)?:
        let question = library[asking.question]
        words = Screen.offered(asking, question).map { question.options[$0].label.lowercased() }
      case .offer(let offer)?:
        words = library[offer.menu].entries.map { library.title(of: $0).lowercased() }
      default: break
      }
    }
    return words + CommandWord.allCases.map { phrases.word(for: $0) } + [phrases.helpWord]
  }

  /// What is shown when the guides cannot be opened because their text has errors: help still works.
  public static var closed: [Block] {
    let phrases = patientPhrases(in: Locality.builtIn.first?.language)
    return [
      .note(RichText(phrases.guidesHaveErrors)), .note(RichText(phrases.forAuthors)),
    ] + HelpScreen(locality: nil, isKiosk: false, phrases: phrases).blocks.dropLast()
  }
}

extension Term {
  /// The word as shown to people: in capital letters if it is an acronym.
  fileprivate var shown: String { also.first { $0 == $0.uppercased() } ?? word }
}
