import GuideCheck
import GuideEngine

/// A simulated patient who gives a few answers and skips every other question.
///
/// They open every topic, or only those that must be read, and act the same in both versions of a guide.
struct SyntheticPatient: Hashable {
  /// An answer by name, so that it means the same in both versions.
  enum Said: Hashable {
    case option(String)
    case number(Fraction)
  }

  /// The answer to a question, which is identified by its name in the guide.
  struct ScenarioStep: Hashable {
    let question: String
    let said: Said
  }

  let scenarioSteps: [ScenarioStep]
  let opensAll: Bool

  /// The state at the end of their path through a guide.
  func held(over library: Library, _ guide: GuideID) -> State {
    library.walk(from: guide) { asking, _ in
      answer(to: library[asking.question], library.name(of: asking.question, in: guide))
    } choose: { offer, _ in
      opensAll ? offer.unseen.first : nil
    }.state
  }

  private func answer(to question: Question, _ name: String) -> Answer {
    switch scenarioSteps.first(where: { $0.question == name })?.said {
    case .option(let name):
      question.option(named: name).map { .options(OptionMask(place: $0)) } ?? .skipped
    case .number(let number): .number(number)
    case nil: .skipped
    }
  }

  /// A description of the patient, in the words of this version.
  func words(in library: Library, _ guide: GuideID) -> String {
    let said = scenarioSteps.map { scenarioStep in
      guard let question = library.question(named: scenarioStep.question, in: guide) else {
        return scenarioStep.question
      }
      let words =
        switch scenarioStep.said {
        case .option(let name):
          "\u{201C}\(question.options.first { $0.name == name }?.label ?? name)\u{201D}"
        case .number(let number): number.description
        }
      return "answers \(words) to \u{201C}\(question.prompt)\u{201D}"
    }
    let topics = opensAll ? "" : ", opening only the topics that must be read"
    if said.isEmpty { return "a person who skips every question\(topics)" }
    return "a person who \(said.joined(separator: " and ")), and skips the rest\(topics)"
  }
}

/// The simulated patients for comparing two versions of a guide.
///
/// One gives no answers, some give one answer, some give two, and so on, as long as there are not too
/// many.
struct Scenarios {
  let patients: [SyntheticPatient]
  /// The largest number of answers that one of them gives.
  let mostAnswers: Int

  /// The limit on the number of simulated patients.
  static let most = 1200

  init(_ versions: VersionPair) {
    let choices = Self.choices(versions)
    let names = choices.map(\.question).reduce(into: [String]()) {
      if $0.last != $1 { $0.append($1) }
    }
    var level: [[SyntheticPatient.ScenarioStep]] = [[]]
    var scenarioSteps = level
    var answers = 0
    while answers < names.count {
      var next: [[SyntheticPatient.ScenarioStep]] = []
      for given in level {
        let last = given.last.flatMap { names.firstIndex(of: $0.question) } ?? -1
        for choice in choices where (names.firstIndex(of: choice.question) ?? 0) > last {
          next.append(given + [choice])
        }
        if scenarioSteps.count + next.count > Self.most / 2 { break }
      }
      if scenarioSteps.count + next.count > Self.most / 2 { break }
      scenarioSteps += next
      level = next
      answers += 1
    }
    patients = scenarioSteps.flatMap { scenarioSteps in
      [true, false].map { SyntheticPatient(scenarioSteps: scenarioSteps, opensAll: $0) }
    }
    mostAnswers = answers
  }

  /// The possible answers to the questions that something depends on, in both versions.
  private static func choices(_ versions: VersionPair) -> [SyntheticPatient.ScenarioStep] {
    var choices: [SyntheticPatient.ScenarioStep] = []
    let (old, new) = (versions.old, versions.new)
    let asked = old.asked(in: versions.before).union(new.asked(in: versions.after))
    let read = old.thresholds(in: versions.before)
      .merging(new.thresholds(in: versions.after)) { $0.union($1) }
      .filter { asked.contains($0.key) }
    for (name, thresholds) in read.sorted(by: { $0.key < $1.key }) {
      let found = [
        old.question(named: name, in: versions.before),
        new.question(named: name, in: versions.after),
      ].compactMap(\.self)
      let options = found[0].options.map(\.name).filter { option in
        found.allSatisfy { $0.option(named: option) != nil }
      }
      choices += options.map { SyntheticPatient.ScenarioStep(question: name, said: .option($0)) }
      let numbers = Set(thresholds.flatMap { [$0, $0.plus(Fraction(1)), $0.minus(Fraction(1))] })
      choices += numbers.compactMap(\.self).sorted()
        .filter { number in found.allSatisfy { $0.range?.contains(number) ?? false } }
        .map { SyntheticPatient.ScenarioStep(question: name, said: .number($0)) }
    }
    return choices
  }
}

extension Question {
  // Inlined, it crashes the optimizer of Swift 6.3.1.
  @inline(never)
  fileprivate var range: ClosedRange<Fraction>? { domain.numbers?.range }
}

extension Library {
  /// The names of the questions asked in a guide and in the guides it visits.
  fileprivate func asked(in guide: GuideID) -> Set<String> {
    var names: Set<String> = []
    var guides: Set<GuideID> = []
    var open = [guide]
    while let visited = open.popLast() {
      guard guides.insert(visited).inserted else { continue }
      for instruction in instructions(of: visited) {
        switch instruction {
        case .ask(let question): names.insert(name(of: question, in: guide))
        case .visit(.guide(let other), _): open.append(other)
        case .offer(let menu):
          for case .guide(let other) in self[menu].entries { open.append(other) }
        default: break
        }
      }
    }
    return names
  }

  /// The questions a condition tests, by name, and the numbers they are compared with; for a number
  /// that an equation uses, the ends of its range.
  fileprivate func thresholds(in guide: GuideID) -> [String: Set<Fraction>] {
    var found: [String: Set<Fraction>] = [:]
    func read(_ question: QuestionID, _ numbers: [Fraction] = []) {
      found[name(of: question, in: guide), default: []].formUnion(numbers)
    }
    for condition in conditions {
      for atom in condition.atoms {
        switch atom {
        case .options(let question, _), .isSkipped(let question), .seenQuestion(let question):
          read(question)
        case .isKnown(.question(let question)):
          read(question, self[question].range.map { [$0.lowerBound] } ?? [])
        case .compares(.question(let question), _, let constant): read(question, [constant])
        default: break
        }
      }
    }
    for index in questions.indices where !readersOfQuestion[index].isEmpty {
      let range = questions[index].range
      read(QuestionID(index), range.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    return found
  }
}
