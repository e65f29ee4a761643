import GuideCheck
import GuideEngine
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
  func withReviews(_ blocks: [ScreenBlock], since before: State) -> [ScreenBlock] {
    let begun = library.guides.indices.map { GuideID($0) }
      .filter { $0 != .house && state.hasVisited($0) && !before.hasVisited($0) }
    let lines = begun.flatMap { reviewed($0) }
    let place = blocks.firstIndex { block in
      switch block {
      case .choice, .prompt: true
      default: false
      }
    }
    guard let place else { return blocks + lines }
    return blocks[..<place] + lines + blocks[place...]
  }

  /// When a guide was read last, when it will be read again, who wrote it and who paid.
  private func reviewed(_ guide: GuideID, titled: Bool = false) -> [ScreenBlock] {
    let header = library[guide].header
    guard let reviewBy = library[guide].reviewBy, let reviewed = header["reviewed"] else {
      return []
    }
    let day = Day(reviewed)?.longForm ?? reviewed
    let title = titled ? "\(library[guide].title): checked" : "Checked"
    let author =
      header["author"].map { author in
        author == "not yet reviewed by a clinician"
          ? " No clinician has reviewed it yet." : " Author: \(author)."
      } ?? ""
    let funding =
      header["funding"].map { $0 == "none" ? " No one paid for it." : " Paid for by \($0)." } ?? ""
    return [
      .note("(\(title) \(day); next check by \(reviewBy.longForm).\(author)\(funding))")
    ]
  }

  private var keepingNote: String {
    if case .undecided = keeping { "" } else { "\(keepingWords) " }
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

  /// The walk is over: first the answers, to look over and change, then the lists.
  mutating func finish(_ reply: inout Reply) {
    if reviewable.isEmpty || isReviewed {
      end(&reply)
    } else {
      page = .review(atEnd: true)
      askAgain(&reply)
    }
  }

  mutating func end(_ reply: inout Reply) {
    reply.blocks += takeHome
    let next = library[state.start].next.filter { !state.hasVisited($0) }
    if !next.isEmpty {
      let titles = next.map { library[$0].title }.joined(separator: "; ")
      reply.blocks.append(.note("Another guide that may help: \(titles)."))
    }
    reply.blocks += library.guides.indices.map { GuideID($0) }
      .filter { state.hasVisited($0) && $0 != .house }.flatMap { reviewed($0, titled: true) }
    if case .nothing(asksAgain: true) = keeping {
      askOnceMore(&reply)
      return
    }
    reply.blocks += closing
    reply.ends(.finished)
  }

  /// The person's lists, from the walk as it stands.
  var takeHome: [ScreenBlock] {
    let lines = library.summary(of: state).lines
    var blocks: [ScreenBlock] = []
    func list(_ kind: Passage.List, _ title: String) {
      var said: Set<String> = []
      let items = lines.filter { $0.list == kind && said.insert($0.text).inserted }.map(\.text)
      guard !items.isEmpty else { return }
      blocks.append(.heading(title))
      blocks += items.map { .item($0) }
    }
    list(.ask, "What I want to ask")
    list(.tell, "What I want to tell my team")
    list(.flag, "What my counselor is told, if I leave it here")
    return blocks
  }

  // MARK: the review

  /// The answers a person may want to look over: a teach-back is about our words, not about them.
  var reviewable: [Summary.Answered] {
    library.summary(of: state).answers.filter { item in
      if case .check = library[item.question].role { false } else { true }
    }
  }

  /// The answers on the walk, each with the way to change it.
  mutating func showReview(atEnd: Bool, _ reply: inout Reply) {
    reply.blocks.append(.heading("Your answers"))
    let answered = reviewable
    if answered.isEmpty { reply.blocks.append(.note("Nothing is answered yet.")) }
    let done = takeHome.isEmpty ? "Done" : "Show my lists"
    reply.blocks.append(.choice("1", atEnd ? done : "Go back to where I was"))
    for (number, item) in answered.enumerated() {
      let said = library.words(for: item.answer, to: item.question)
      reply.blocks.append(
        .choice(String(number + 2), "Change: \(library[item.question].prompt) \u{2013} \(said)")
      )
    }
  }

  mutating func answerReview(_ line: String, atEnd: Bool, _ reply: inout Reply) {
    let typed = line.trimming(while: { $0.isWhitespace }).lowercased()
    let answered = reviewable
    if typed == "1" || typed == "done" {
      closeReview(atEnd: atEnd, &reply)
    } else if let number = Int(typed), answered.indices.contains(number &- 2) {
      page = .walk
      apply(.changed(answered[number - 2].question), &reply)
    } else {
      misfits += 1
      if misfits >= 3 {
        goForward("That is all right. Let us go on. If you need a person now, type help.", &reply)
      } else {
        let last = answered.count + 1
        let range = "Type a number from 1 to \(last): 1 goes on, the others change."
        reply.blocks.append(.note(last == 1 ? "Type 1 to go on." : range))
      }
    }
  }

  mutating func closeReview(atEnd: Bool, _ reply: inout Reply) {
    misfits = 0
    page = .walk
    if atEnd {
      isReviewed = true
      end(&reply)
    } else {
      reply.blocks += screen.blocks(library.standing(state))
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
      .note("The guides cannot be opened: their text has errors. Please tell a staff member."),
      .note("For authors: beforehand check says what is wrong, and where."),
    ] + HelpScreen(locality: nil, isKiosk: false).blocks.dropLast()
  }
}

extension Sitting {
  /// The last words when the input ends, or the terminal is gone.
  public var ending: Reply {
    var reply = Reply()
    switch keeping {
    case .kept(let handle):
      reply.blocks = [.note("Your answers are kept. To go on: beforehand resume \(handle)")]
    case .nothing, .undecided:
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
