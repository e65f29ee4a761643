import Documents
public import GuideCheck
import GuideEngine
public import Journal

extension Event {
  /// The event as one line, in the words of these guides; by the names in the scripts where they have none.
  public func words(in library: Library?) -> String {
    switch self {
    case .began(let guide, _, _): "began: \(library?.title(ofGuide: guide) ?? guide)"
    case .input(let input): input.words(in: library)
    case .carriedOver: "went on with changed guides"
    case .drafted: "a line was typed and not sent"
    case .left(.quit): "left"
    case .left(.endOfInput): "left: the input ended"
    case .left(.hangUp): "left: the terminal went away"
    case .left(.terminated): "left: the program was ended from outside"
    case .finished: "finished"
    case .stopped: "stopped"
    }
  }
}

extension RecordedInput {
  fileprivate func words(in library: Library?) -> String {
    switch self {
    case .answered(let question, let said):
      library.flatMap { exchange(in: $0) } ?? "\(question): \(isolated(said.words))"
    case .opened(let name): "opened: \(library.flatMap { title(in: $0) } ?? name)"
    case .readOn: "read on"
    case .wentBack: "went back"
    case .changed(let name): "changed: \(library.flatMap { prompt(in: $0) } ?? name)"
    case .tookOff(_, let line): "took off the page: \(isolated(line))"
    case .putBack(_, let line): "put back on the page: \(isolated(line))"
    case .tookOffItem(let item): "took off the page: \(isolated(words(of: item, in: library)))"
    case .putBackItem(let item): "put back on the page: \(isolated(words(of: item, in: library)))"
    case .prioritized(let questions):
      questions.isEmpty
        ? "asks the first questions first"
        : "asks first: \(questions.map(isolated).joined(separator: " / "))"
    case .wentOn(let guide): "went on with: \(library?.title(ofGuide: guide) ?? guide)"
    }
  }

  /// What something on the page is about.
  private func words(of item: NamedPageItem, in library: Library?) -> String {
    guard let library, let found = library.pageItem(item) else { return item.name }
    return switch found {
    case .line(let line): line.text
    case .answer(let question): library[question].prompt
    case .figure(let figure): FigureWords(library.figures[figure], library.phrases).outcome
    case .help(let title): title
    }
  }

  /// What was asked and what was said to it.
  private func exchange(in library: Library) -> String? {
    guard let question = question(in: library), case .answered(_, let answer)? = input(in: library)
    else { return nil }
    return
      "\(library[question].prompt) \u{2013} \(isolated(library.words(for: answer, to: question)))"
  }

  private func prompt(in library: Library) -> String? {
    question(in: library).map { library[$0].prompt }
  }

  private func title(in library: Library) -> String? {
    guard case .opened(let entry)? = input(in: library) else { return nil }
    return library.title(of: entry)
  }
}

extension Library {
  fileprivate func title(ofGuide name: String) -> String? {
    guide(named: name).map { self[$0].title }
  }
}

extension NamedAnswer {
  fileprivate var words: String { description }
}
