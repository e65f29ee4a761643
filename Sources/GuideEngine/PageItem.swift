public import GuideCheck

/// Something on the page that a person takes to the visit, and can take off it.
public enum PageItem: Hashable, Sendable {
  /// A line of a list.
  case line(Summary.Line)
  /// What the person said to a question: their own words, a rating, or that they left it out.
  case answer(QuestionID)
  /// A figure they read, by its place among the figures of the library.
  case figure(Int)
  /// A way to get help, by its title.
  case help(String)
}

extension State {
  /// Whether the person took something off their page.
  public func hasTakenOff(_ item: PageItem) -> Bool { takenOff.contains(item) }
}

extension Library {
  /// Everything that a walk puts on the page, including what was taken off, each once: the lines in the
  /// order of the walk, then answers, figures, and ways to get help.
  ///
  /// It takes time in proportion to the length of the walk.
  public func pageItems(of state: State) -> [PageItem] {
    var seen: Set<PageItem> = []
    let items =
      summary(of: state).allLines.map { PageItem.line($0) }
      + pageAnswers(of: state).map { .answer($0) } + figuresRead(on: state).map { .figure($0) }
      + helpTitles.map { .help($0) }
    return items.filter { seen.insert($0).inserted }
  }

  /// The questions whose answers are on the page: the person's own words, ratings if anything was rated,
  /// and questions that they left out although an answer could have told their team something.
  ///
  /// Teach-backs are not among them: they ask about our words.
  func pageAnswers(of state: State) -> [QuestionID] {
    let asked = state.walk.compactMap { footprint -> QuestionID? in
      if case .answer(let question) = footprint { question } else { nil }
    }
    let skipped = asked.filter { state.answers[$0.index] == .skipped }
    let hasRated = asked.contains { self[$0].isWeighed && !skipped.contains($0) }
    let telling = skipped.contains { self[$0].asksAboutPerson } ? questionsThatTell : []
    return asked.filter { question in
      let isSkipped = skipped.contains(question)
      if self[question].isWeighed { return hasRated }
      if self[question].isOpen { return !isSkipped }
      return isSkipped && self[question].asksAboutPerson && telling.contains(question)
    }
  }

  /// The figures on a walk, by their places in the library, each once, in the order they were read.
  public func figuresRead(on state: State) -> [Int] {
    var read: [Int] = []
    for footprint in state.walk {
      if case .passage(let passage) = footprint, case .figure(let figure) = self[passage].kind,
        !read.contains(figure)
      {
        read.append(figure)
      }
    }
    return read
  }

  /// The questions whose answers tell the team or the counselor something: a condition that reads the
  /// question is the nearest one around a `tell` or a `flag`.
  private var questionsThatTell: Set<QuestionID> {
    var telling: Set<QuestionID> = []
    var tests: [(clause: WhenClause, end: Int)] = []
    for (place, instruction) in instructions.enumerated() {
      tests.removeAll { $0.end <= place }
      switch instruction {
      case .test(let clause, let otherwise): tests.append((clause, otherwise))
      case .say(let passage):
        guard case .listLine(let list) = self[passage].kind, list == .tell || list == .flag,
          let nearest = tests.last
        else { continue }
        telling.formUnion(questions(in: nearest.clause.condition))
      default: break
      }
    }
    return telling
  }

  private func questions(in condition: Int) -> [QuestionID] {
    conditions[condition].atoms.compactMap { atom in
      switch atom {
      case .options(let question, _), .answeredWithout(let question, _),
        .isSkipped(let question),
        .compares(.question(let question), _, _), .isKnown(.question(let question)):
        question
      default: nil
      }
    }
  }

  /// Whether a person can pick these as the questions that matter most: each is on their page, once, and
  /// there are at most as many as the page has room for.
  func canPrioritize(_ questions: [String], _ state: State) -> Bool {
    let asked = Set(summary(of: state).lines.filter { $0.list == .ask }.map(\.text))
    return questions.count <= mostPriorities && Set(questions).count == questions.count
      && asked.isSuperset(of: questions)
  }

  /// Whether a person can go on with a guide after the end of the walk.
  func canGoOn(with guide: GuideID, _ state: State) -> Bool {
    guides.indices.contains(guide.index) && guide != .house && !state.hasVisited(guide)
  }

  private var helpTitles: [String] {
    locality?.helpContacts.map(\.title) ?? []
  }
}

/// How many questions of a page can be the ones that matter most.
public let mostPriorities = 3

extension Question {
  /// Whether it is a row of a `weigh`.
  public var isWeighed: Bool { if case .weigh = role { true } else { false } }

  /// Whether the answer is the person's own words, or anything else that no condition looks into.
  public var isOpen: Bool { domain.partition == .whole }

  /// Whether it is a question about the person, with answers that a guide can look into.
  public var asksAboutPerson: Bool { if case .question = role { !isOpen } else { false } }
}
