import GuideCheck
import GuideEngine
import Phrases

/// What a person reviews: their answers by guide, what else is on their page, and where they can go.
///
/// Each entry has a number, from 2; 1 ends the review.
struct ReviewList: Equatable {
  /// Something with a number.
  enum Entry: Hashable {
    /// An answer, to change it.
    case answer(QuestionID)
    /// Something on the page other than an answer, to take it off or put it back.
    case item(PageItem)
    /// The longer version of a guide, by the question that asked how much time there is.
    case longer(QuestionID)
    /// Another guide, to go on with it.
    case guide(GuideID)
    /// Saving the page in a file.
    case saving
  }

  /// The answers of a guide, or those that count for every guide.
  struct Group: Equatable {
    let guide: GuideID
    var questions: [QuestionID]
  }

  /// The answers, by guide, in the order of the walk.
  let groups: [Group]
  /// What is on the page besides answers, in the order of the page, including what was taken off.
  let items: [PageItem]
  /// The ways to go on.
  let ways: [Entry]
  /// The number of each entry is its place here and 2.
  let entries: [Entry]

  init(groups: [Group], items: [PageItem], ways: [Entry]) {
    self.groups = groups
    self.items = items
    self.ways = ways
    entries =
      groups.flatMap(\.questions).map { .answer($0) } + items.map { .item($0) } + ways
  }

  /// Whether there is nothing to review, and no guide to go on with.
  var isEmpty: Bool {
    groups.isEmpty && items.isEmpty
      && !ways.contains { if case .guide = $0 { true } else { false } }
  }

  /// The last number.
  var last: Int { entries.count + 1 }

  /// The entry with a number; nil if no entry has it.
  subscript(number: Int) -> Entry? {
    entries.indices.contains(number &- 2) ? entries[number &- 2] : nil
  }

  /// The number of an entry.
  func number(of entry: Entry) -> String {
    entries.firstIndex(of: entry).map { String($0 + 2) } ?? ""
  }
}

extension Session {
  /// What there is to review now; it takes time in proportion to the length of the walk.
  ///
  /// Teach-backs are not among the answers, because they are about our words.
  func reviewList(atEnd: Bool) -> ReviewList {
    var groups: [ReviewList.Group] = []
    for item in library.summary(of: walk).answers {
      let question = library[item.question]
      if case .check = question.role { continue }
      if let place = groups.firstIndex(where: { $0.guide == question.guide }) {
        groups[place].questions.append(item.question)
      } else {
        groups.append(ReviewList.Group(guide: question.guide, questions: [item.question]))
      }
    }
    let items = library.pageItems(of: walk).filter { item in
      switch item {
      case .answer: false
      case .line(let line): line.list != .aside
      // Where to turn is on every page; by itself, it is nothing to review.
      case .figure, .help: true
      }
    }
    let lines = [Passage.List.ask, .tell, .flag].flatMap { list in
      items.filter { if case .line(let line) = $0 { line.list == list } else { false } }
    }
    let rest = items.filter { if case .line = $0 { false } else { true } }
    let hasMore = !groups.isEmpty || !lines.isEmpty
    return ReviewList(
      groups: groups,
      items: hasMore ? lines + rest : lines,
      ways: atEnd
        ? shortened.map { .longer($0) } + nextGuides.map { .guide($0) } + waysToSave : []
    )
  }

  /// The questions to which the person answered that they want the short version.
  private var shortened: [QuestionID] {
    library.questions.indices.map { QuestionID($0) }.filter { question in
      guard let (short, _) = library[question].lengths else { return false }
      return walk.answers[question.index] == .options(OptionMask(place: short))
    }
  }

  /// The guides that may help next, after a guide that was opened by itself.
  private var nextGuides: [GuideID] {
    guard walk.isFinished, walk.start != .house else { return [] }
    var next: [GuideID] = []
    let read = library.guides.indices.map { GuideID($0) }.filter { walk.hasVisited($0) }
    for guide in [walk.start] + read {
      next += library[guide].next.filter { !walk.hasVisited($0) && !next.contains($0) }
    }
    return next
  }

  private var waysToSave: [ReviewList.Entry] {
    setting.isTerminal && !setting.isKiosk ? [.saving] : []
  }

  /// Answers that are not on the walk, because the person went back past them or will reach them again.
  var answersSetAside: [QuestionID] {
    library.questions.indices.map { QuestionID($0) }.filter { question in
      guard walk.answers[question.index] == nil, let kept = walk.kept[question.index],
        kept.answer != .skipped
      else { return false }
      if case .check = library[question].role { return false }
      return !kept.stands || !walk.isFinished
    }
  }
}
