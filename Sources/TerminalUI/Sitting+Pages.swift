import GuideCheck
import GuideEngine
import Reports
import SourceText

extension Sitting {
  /// The first words of a sitting.
  func welcome(_ guide: GuideID) -> [ScreenBlock] {
    let first =
      "No one reads this as you type. If you need help now, \(helpLine) "
      + "\(keepingNote)This is for learning. It is not medical advice."
    let heading: [ScreenBlock] = guide == .house ? [.heading(library[guide].title)] : []
    let how =
      "Answer with a number, or with the first letters of a choice. Type ? to see what you can type."
    return heading + [.note(first), .note(how)]
  }

  /// The blocks with, before the first question, when each guide that has just begun was reviewed.
  ///
  /// A guide that asks nothing ends before the shelf's heading. If nothing follows it at all, the
  /// page does, and says the same.
  func withReviews(_ blocks: [ScreenBlock], since before: State) -> [ScreenBlock] {
    let begun = library.guides.indices.map { GuideID($0) }
      .filter { $0 != .house && state.hasVisited($0) && !before.hasVisited($0) }
    let lines = begun.flatMap { reviewed($0) }
    let asked = blocks.firstIndex { block in
      switch block {
      case .choice, .prompt: true
      default: false
      }
    }
    guard var place = asked else { return blocks }
    if place > 0, case .heading = blocks[place - 1] { place -= 1 }
    return blocks[..<place] + lines + blocks[place...]
  }

  /// When a guide was read last, when it will be read again, who wrote it and who paid.
  private func reviewed(_ guide: GuideID) -> [ScreenBlock] {
    Reports.Page.ReadGuide(library[guide]).reviewed.map { [.note("(Checked \($0))")] } ?? []
  }

  private var keepingNote: String {
    switch keeping {
    case .undecided, .wished: ""
    case .nothing, .kept, .erased: "\(keepingWords) "
    }
  }

  private var helpLine: String {
    setting.isKiosk ? "tell a staff member, or type help." : "type help."
  }

  /// The last words of a sitting.
  var closing: [ScreenBlock] {
    [.note(helpNumbers)]
  }

  private var helpNumbers: String {
    guard let locality = library.locality, locality.country == "US" else {
      return "If you need help later: call your emergency number, or see findahelpline.com."
    }
    return "If you need help later: call or text 988. In an emergency, call \(locality.emergency)."
  }

  // MARK: the end

  /// The walk is over: first the answers and lines, to look over and change, then the page.
  mutating func finish(_ reply: inout Reply) {
    if reviewable.isEmpty && listed.isEmpty {
      end(&reply)
    } else {
      page = .review(atEnd: true)
      askAgain(&reply)
    }
  }

  // MARK: words and claims

  /// What a word means, or which words are explained.
  func definition(of word: String) -> String {
    let wanted = Understanding.plain(word)
    if wanted.isEmpty {
      let words = library.terms.map(\.shown).joined(separator: ", ")
      return "Type define and a word. The words explained here: \(words)."
    }
    let found = library.terms.first { term in
      ([term.word] + term.also).contains { Understanding.plain($0) == wanted }
    }
    if let found { return "\(found.shown.firstUppercased): \(found.meaning)" }
    let near = suggestions(for: wanted, among: library.terms.flatMap { [$0.word] + $0.also })
    let offer =
      near.isEmpty
      ? "Type define alone to see the words." : "Did you mean \(near.joined(separator: " or "))?"
    return "That word is not explained here. \(offer)"
  }

  /// The claims behind what was read since the last decision.
  func claimsInView() -> [Claim] {
    var claims: [Claim] = []
    var seen: Set<Int> = []
    for effect in library.standing(state) {
      guard case .show(let passage, _) = effect else { continue }
      for claim in library[passage].claims where seen.insert(claim).inserted {
        claims.append(library.claims[claim])
      }
    }
    return claims
  }
}

extension Sitting {
  /// What is shown when the guides cannot be opened because their text has errors: help still works.
  public static var refusal: [ScreenBlock] {
    [
      .note("The guides cannot be opened: their text has errors. Tell a staff member."),
      .note("For authors: beforehand check says what is wrong, and where."),
    ] + HelpScreen(locality: nil, isKiosk: false).blocks.dropLast()
  }
}

extension Sitting {
  /// The last words when the input ends, or the terminal is gone.
  public var ending: Reply {
    var reply = Reply()
    switch keeping {
    case .kept, .erased: reply.blocks = howToComeBack
    case .nothing, .undecided, .wished:
      let words =
        setting.isTerminal ? "Nothing was kept." : "The input has ended. Nothing was kept."
      reply.blocks = [.note(words)]
    }
    reply.ends(.left)
    return reply
  }
}

extension Term {
  /// The word as people read it: in capitals where it is an acronym.
  var shown: String { also.first { $0 == $0.uppercased() } ?? word }
}
