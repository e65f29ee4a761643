import GuideCheck
import GuideEngine
import Phrases

/// Two versions of a guide.
struct VersionPair {
  let old: Library
  let new: Library
  let before: GuideID
  let after: GuideID

  /// Questions whose wording changed; who is asked which question is reported with the patients.
  func questions() -> [String] {
    let items = new.items(in: after).keys.filter { $0.kind == "question" }.sorted()
    return items.flatMap { item -> [String] in
      guard let was = old.question(named: item.name, in: before),
        let now = new.question(named: item.name, in: after)
      else { return [] }
      return changes(from: was, to: now).map { "\(item.name): \($0)" }
    }
  }

  private func changes(from was: Question, to now: Question) -> [String] {
    var lines: [String] = []
    if was.prompt != now.prompt { lines.append(wordDifference(from: was.prompt, to: now.prompt)) }
    for option in now.options {
      guard let other = was.options.first(where: { $0.name == option.name }) else {
        lines.append("a new answer, \u{201C}\(option.label)\u{201D}")
        continue
      }
      if other.label != option.label {
        lines.append(wordDifference(from: other.label, to: option.label))
      }
    }
    for option in was.options where now.option(named: option.name) == nil {
      lines.append("no longer an answer, \u{201C}\(option.label)\u{201D}")
    }
    return lines
  }

  /// The changes to the words of each step.
  func words() -> [String] {
    let (was, now) = (old.texts(of: before), new.texts(of: after))
    let names =
      now.map(\.step) + was.map(\.step).filter { name in !now.contains { $0.step == name } }
    return names.flatMap { name in
      let first = was.first { $0.step == name }?.texts ?? []
      let second = now.first { $0.step == name }?.texts ?? []
      return WordChanges(first, second).lines.map { "\(name): \($0)" }
    }
  }
}

extension Library {
  /// The text of each step of a guide, without questions.
  fileprivate func texts(of guide: GuideID) -> [(step: String, texts: [String])] {
    self[guide].steps.map { step in
      let texts = passages.filter { $0.step == step }.flatMap { passage -> [String] in
        switch passage.kind {
        case .paragraph, .item, .listLine, .weighPrompt: [words(of: passage)]
        case .disagreement: [phrases.nextDisagrees(words(of: passage))]
        case .ruleEnds(let day): [phrases.ruleEnds(phrases.date(day))]
        case .comparison(let rows): rows.flatMap { [$0.title] + $0.cells }
        case .figure(let figure):
          [FigureWords(figures[figure], phrases).outcome]
            + FigureWords(figures[figure], phrases).lines
        case .alreadySeen, .ratings: []
        }
      }
      return (self[step].name, [self[step].title] + texts)
    }
  }
}
