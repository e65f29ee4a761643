public import GuideCheck
public import GuideEngine
public import Phrases
public import SourceText

/// The one page a person takes to the visit: what they wish to say, ask and tell, in the order of use.
///
/// It holds what stands on the walk now, and no line the person took off; how they came there leaves no
/// trace on it.
public struct Page: Equatable, Sendable {
  /// A figure the person read.
  public struct Number: Equatable, Sendable {
    /// What was counted.
    public let outcome: String
    /// The numbers and what makes them mean something, in few words.
    public let lines: [String]
    /// Where they come from, each source on one line.
    public let sources: [String]
  }

  /// What the person wrote where a guide asked for their own words.
  public struct Writing: Equatable, Sendable {
    /// What was asked.
    public let question: String
    /// What they wrote.
    public let words: String
  }

  /// A guide the person went through.
  public struct ReadGuide: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// What stands over it.
    public let title: String
    /// The day it was read last; nil for guides that carry none.
    public let reviewedOn: Day?
    /// The day it, or a claim it cites, should be read again.
    public let reviewBy: Day?
    /// Who wrote it.
    public let author: String?
    /// Who signed it as it stands, each as `name, role, on day`.
    public let reviewers: [String]
    /// Who paid for it.
    public let funding: String?
  }

  /// A step in which the person left a question out.
  public struct SkippedStep: Hashable, Sendable {
    /// Its title.
    public let title: String
    /// Whether a guide begins with it, so that its title is the guide's.
    public let isStart: Bool
  }

  /// A way to get help.
  public struct Help: Equatable, Sendable {
    /// What it is for.
    public let title: String
    /// Whom to call, text or tell.
    public let lines: [String]
  }

  /// What the person most wants to say, in their own words.
  public let sayFirst: [String]
  /// What they want to ask.
  public let ask: [String]
  /// What they want to tell their team.
  public let tell: [String]
  /// What their counselor is told.
  public let flags: [String]
  /// What else they wrote in their own words, in the order of the walk.
  public let writings: [Writing]
  /// What matters to them, by their own ratings.
  public let ratings: [Rating]
  /// The numbers they read, in that order.
  public let numbers: [Number]
  /// The steps in which they left a question out: only that, not which.
  public let skippedSteps: [SkippedStep]
  /// The guides they went through.
  public let guides: [ReadGuide]
  /// Where to turn.
  public let help: [Help]
  /// What decides all words of these guides, as the first digits of its fingerprint; nil if unknown.
  public let edition: String?
  /// Under which handle the answers are kept; nil if they are not.
  public let handle: String?

  /// The name of the question whose answer stands first on the page.
  public static let firstQuestion = "say-first"

  /// The page of a sitting.
  ///
  /// - Parameters:
  ///   - library: The library the sitting is held over.
  ///   - state: Where it stands.
  ///   - sources: The works that figures rest on; the name stands for one that is not among them.
  ///   - fingerprint: What tells the text of the library from any other.
  ///   - handle: Under which handle the answers are kept.
  public init(
    of library: Library,
    _ state: State,
    sources: [String: Source],
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
    let written = summary.answers.compactMap { item in
      let question = library[item.question]
      return question.isOpen && item.answer != .skipped
        ? (question, library.words(for: item.answer, to: item.question)) : nil
    }
    sayFirst = written.filter { $0.0.name == Self.firstQuestion }.map(\.1)
    writings = written.filter { $0.0.name != Self.firstQuestion }
      .map { Writing(question: $0.prompt, words: $1) }
    let rows = summary.answers.map(\.question).filter { library[$0].isWeighed }
    let rated = library.ratings(of: rows, state)
    ratings = rated.contains { $0.value != nil } ? rated : []
    let read = library.figuresRead(on: state)
    numbers = read.map { figure in
      Number(figure, sources, against: read.filter { figure.disagrees(with: $0) }, library.phrases)
    }
    let starts = Set(library.guides.compactMap(\.steps.first))
    skippedSteps = distinct(
      library.stepsSkipped(on: state)
        .map { SkippedStep(title: library[$0].title, isStart: starts.contains($0)) }
    )
    guides = library.guides.indices.map { GuideID($0) }
      .filter { $0 != .house && state.hasVisited($0) }.map {
        ReadGuide(library[$0], library.phrases)
      }
    help = Help.all(of: library.locality, library.phrases)
    edition = fingerprint.map { String($0.prefix(12)) }
    self.handle = handle
  }

  /// Whether the person has nothing on it yet.
  public var isEmpty: Bool {
    [sayFirst, ask, tell, flags].allSatisfy(\.isEmpty) && writings.isEmpty && skippedSteps.isEmpty
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
    lines =
      words.shortLines
      + others.map { phrases.anotherDisagrees(FigureWords($0, phrases).outcome) }
    self.sources = figure.sources.map { sources[$0]?.citation ?? $0 }
  }
}

extension Page.ReadGuide {
  /// What a guide's header says of it.
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

/// The items, each where it stands first.
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
