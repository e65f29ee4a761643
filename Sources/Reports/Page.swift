public import GuideCheck
public import GuideEngine
public import Phrases
public import SourceText

/// The page that a person takes to the visit: what they want to say, ask, and tell, in the order of use.
///
/// It contains what is on the walk now, without the lines that the person took off. Nothing on it shows
/// how they got there.
public struct Page: Equatable, Sendable {
  /// A figure the person read.
  public struct Number: Equatable, Sendable {
    /// What was counted.
    public let outcome: String
    /// The numbers and what they need to make sense, in a few words.
    public let lines: [String]
    /// The numbers in as few words as possible.
    let brief: [String]
    /// Of those, the numbers, and which other figures they disagree with.
    let results: [String]
    /// Of those, the rest, which several figures of a study can share.
    let circumstances: [String]
    /// The sources, each on one line.
    public let sources: [String]
  }

  /// What the person wrote where a guide asked for their own words.
  public struct Writing: Equatable, Sendable {
    /// The question.
    public let question: String
    /// The words they wrote.
    public let words: String
  }

  /// A guide the person went through.
  public struct ReadGuide: Equatable, Sendable {
    /// The name of the guide.
    public let name: String
    /// The title of the guide.
    public let title: String
    /// The date of the last review; nil if the guide has none.
    public let reviewedOn: Day?
    /// The date when the guide, or a claim it cites, should be reviewed again.
    public let reviewBy: Day?
    /// The author.
    public let author: String?
    /// Who signed the current version, each as `name, role, on day`.
    public let reviewers: [String]
    /// Who paid for it.
    public let funding: String?
  }

  /// A way to get help.
  public struct Help: Equatable, Sendable {
    /// What it is for.
    public let title: String
    /// Who to call, text, or tell.
    public let lines: [String]
  }

  /// What the person most wants to say, in their own words.
  public let sayFirst: [String]
  /// The questions that matter most: those the person picked, or the first three.
  public let top: [String]
  /// Everything they want to ask, in the order of the walk.
  public let ask: [String]
  /// What they want to tell their team.
  public let tell: [String]
  /// The lines for their counselor.
  public let flags: [String]
  /// What else they wrote in their own words, in the order of the walk.
  public let writings: [Writing]
  /// What matters to them, by their own ratings.
  public let ratings: [Rating]
  /// The numbers they read, in that order.
  public let numbers: [Number]
  /// The questions about themselves that they left out, in the words of the guide.
  public let leftOut: [String]
  /// The titles of the steps with those questions.
  public let stepsLeftOut: [String]
  /// The guides they went through.
  public let guides: [ReadGuide]
  /// Where to turn.
  public let help: [Help]
  /// The day the person last worked on it; nil if unknown.
  public let day: Day?
  /// The first digits of the fingerprint of everything that determines the words of these guides; nil if
  /// unknown.
  public let edition: String?
  /// The name of the session that the answers are kept under; nil if they are not kept.
  public let handle: String?

  /// The name of the question whose answer comes first on the page.
  public static let firstQuestion = "say-first"

  /// The page of a session.
  ///
  /// - Parameters:
  ///   - library: The library of the session.
  ///   - state: The current state of the session.
  ///   - sources: The sources of figures; if one is missing, its name is used.
  ///   - day: The day the person last worked on it.
  ///   - fingerprint: The fingerprint of the text of the library.
  ///   - handle: The name of the session that the answers are kept under.
  public init(
    of library: Library,
    _ state: State,
    sources: [String: Source],
    day: Day? = nil,
    fingerprint: String? = nil,
    handle: String? = nil
  ) {
    let summary = library.summary(of: state)
    func lines(_ list: Passage.List) -> [String] {
      distinct(summary.lines.filter { $0.list == list }.map(\.text))
    }
    ask = lines(.ask)
    tell = lines(.tell)
    flags = lines(.flag)
    let asked = Set(ask)
    let picked = state.priorities.filter { asked.contains($0) }
    // Until the person picks some, the guides' own questions come before those about our words.
    let misses = Set(
      library.questions.indices.map { library.questionAfterMiss(of: QuestionID($0)) }
    )
    let first = ask.filter { !misses.contains($0) } + ask.filter { misses.contains($0) }
    top = picked.isEmpty ? Array(first.prefix(mostPriorities)) : picked
    let items = library.pageItems(of: state).filter { !state.hasTakenOff($0) }
    let answered = items.compactMap { if case .answer(let question) = $0 { question } else { nil } }
    let written = answered.compactMap { question -> (Question, String)? in
      guard library[question].isOpen, let answer = state.answers[question.index] else { return nil }
      return (library[question], library.words(for: answer, to: question))
    }
    sayFirst = written.filter { $0.0.name == Self.firstQuestion }.map(\.1)
    writings = written.filter { $0.0.name != Self.firstQuestion }
      .map { Writing(question: $0.prompt, words: $1) }
    let rated = library.ratings(of: answered.filter { library[$0].isWeighed }, state)
    ratings = rated.contains { $0.value != nil } ? rated : []
    let read = items.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
      .map { library.figures[$0] }
    numbers = read.map { figure in
      Number(figure, sources, against: read.filter { figure.disagrees(with: $0) }, library.phrases)
    }
    let skipped = answered.filter { library[$0].asksAboutPerson }
    leftOut = skipped.map { library[$0].prompt }
    stepsLeftOut = distinct(
      library.steps(leavingOut: skipped, on: state).map { library[$0].title }
    )
    guides = library.guides.indices.map { GuideID($0) }
      .filter { $0 != .house && state.hasVisited($0) }.map {
        ReadGuide(library[$0], library.phrases)
      }
    help = Help.all(of: library.locality, library.phrases)
      .filter { !state.hasTakenOff(.help($0.title)) }
    self.day = day
    edition = fingerprint.map { String($0.prefix(12)) }
    self.handle = handle
  }

  /// Whether the page is still empty.
  public var isEmpty: Bool {
    [sayFirst, ask, tell, flags, leftOut].allSatisfy(\.isEmpty) && writings.isEmpty
      && ratings.isEmpty && numbers.isEmpty
  }
}

extension Page.Number {
  init(
    _ figure: Figure,
    _ sources: [String: Source],
    against others: [Figure],
    _ phrases: any PatientPhrases
  ) {
    let words = FigureWords(figure, phrases)
    outcome = words.outcome
    let disagreements = others.map { phrases.anotherDisagrees(FigureWords($0, phrases).outcome) }
    lines = words.shortLines + disagreements
    brief = words.briefNumbers(phrases)
    results = words.results + disagreements
    circumstances = words.circumstances
    self.sources = figure.sources.map { sources[$0]?.citation ?? $0 }
  }
}

extension Page.ReadGuide {
  /// What the header of a guide says about it.
  public init(_ guide: Guide, _ phrases: any PatientPhrases) {
    name = guide.name
    title = guide.title
    reviewedOn = guide.header["reviewed"].flatMap { Day($0) }
    reviewBy = guide.reviewBy
    author = guide.header["author"]
    reviewers = guide.signatures.map {
      phrases.signed($0.name, role: $0.role, on: phrases.date($0.day))
    }
    funding = guide.header["funding"]
  }
}

extension Page.Help {
  static func all(of locality: Locality?, _ phrases: any PatientPhrases) -> [Page.Help] {
    guard let locality, !locality.helpContacts.isEmpty else {
      let findALine = Locality.builtIn.last?.findALine ?? ""
      return [
        Page.Help(
          title: phrases.ifYouNeedHelp,
          lines: [phrases.callOrFind(findALine: findALine)]
        )
      ]
    }
    return locality.helpContacts.map { Page.Help(title: $0.title, lines: $0.lines) }
  }
}

/// The items without duplicates, each in its first position.
private func distinct<Item: Hashable>(_ items: [Item]) -> [Item] {
  var seen: Set<Item> = []
  return items.filter { seen.insert($0).inserted }
}

extension Figure {
  /// Whether one of the two says that they conflict.
  fileprivate func disagrees(with other: Figure) -> Bool {
    conflicts.contains(other.name) || other.conflicts.contains(name)
  }
}
