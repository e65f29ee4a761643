import GuideSyntax
import SourceText

/// The answers that a question can have, no matter which are offered at the moment.
///
/// This is the only place that defines what an answer can be: its range, its steps, its unit, and whether
/// conditions can look into it. Checking creates it once, from the field or the options of the script.
public enum AnswerDomain: Hashable, Sendable {
  /// One of the question's options.
  case choice
  /// Any number of the question's options.
  case ticks
  /// A number, an amount of money, or a place on a scale.
  case number(NumberDomain)
  /// The person's own words.
  case text
  /// A date.
  case date

  /// Whether an answer is one of the question's options, or several.
  public var hasOptions: Bool {
    switch self {
    case .choice, .ticks: true
    case .date, .number, .text: false
    }
  }

  /// The numbers an answer can be; nil if answers are not numbers.
  public var numbers: NumberDomain? { if case .number(let numbers) = self { numbers } else { nil } }

  /// How conditions tell answers apart.
  public enum Partition: Hashable, Sendable {
    /// By the options chosen.
    case options
    /// By the numbers they are compared with.
    case numbers(NumberDomain)
    /// Not at all: conditions can test only whether there is an answer.
    case whole
  }

  /// How conditions tell answers apart.
  public var partition: Partition {
    switch self {
    case .choice, .ticks: .options
    case .number(let numbers): .numbers(numbers)
    case .date, .text: .whole
    }
  }

  /// What the answers are, in a word: `number`, `words`.
  public var noun: String {
    switch self {
    case .choice, .ticks: "answer"
    case .date: "date"
    case .number: "number"
    case .text: "words"
    }
  }

  /// How an author writes such an answer in an example; nil where the question itself shows it.
  var howToWrite: String? {
    switch self {
    case .date: "write the year, the month, and the day, such as 2026-11-21"
    case .choice, .number, .text, .ticks: nil
    }
  }

  /// What the answers are, in words for authors.
  public var description: String {
    switch self {
    case .choice: return "one answer"
    case .ticks: return "any number of answers"
    case .text: return "the person's own words; nothing depends on them"
    case .date: return "a date; nothing depends on which"
    case .number(let numbers):
      let range = "from \(numbers.range.lowerBound) to \(numbers.range.upperBound)"
      switch numbers.kind {
      case .plain(let unit): return "a number \(range)\(unit.map { " \($0)" } ?? "")"
      case .amount: return "an amount \(range)"
      case .scale(let low, let high):
        let ends = [low, high].compactMap { $0 }.joined(separator: " to ")
        return "a place \(range)\(ends.isEmpty ? "" : ", \(ends)")"
      }
    }
  }

  /// An answer that conditions do not look into, as written in an example; nil if the text is
  /// not such an answer.
  func wholeAnswer(_ text: String) -> Answer? {
    switch self {
    case .text: .text(text)
    case .date: Day(text).map { .date($0) }
    case .choice, .number, .ticks: nil
    }
  }

  /// Any answer in the domain, for a walk where it does not matter which; nil if it has to be an
  /// option.
  public var anyAnswer: Answer? {
    switch self {
    case .choice, .ticks: nil
    case .number(let numbers):
      numbers.steps.flatMap { numbers.value(ofStep: $0.lowerBound) }.map { .number($0) }
    case .text: .text("My own words")
    case .date: .date(Day(daysSinceEpoch: 20_000))
    }
  }
}

extension AnswerDomain {
  /// The domain of a question with this form.
  init(_ form: QuestionSyntax.Form) {
    func number(_ kind: NumberDomain.Kind, _ low: Number, _ high: Number) -> AnswerDomain {
      let (low, high) = (Fraction(low), Fraction(high))
      return .number(NumberDomain(kind, low <= high ? low...high : high...low))
    }
    self =
      switch form {
      case .choice: .choice
      case .ticks: .ticks
      case .number(let low, let high, let unit): number(.plain(unit: unit?.text), low, high)
      case .amount(let low, let high): number(.amount, low, high)
      case .scale(let low, let high, let lowWords, let highWords):
        number(.scale(low: lowWords?.text, high: highWords?.text), low, high)
      case .text: .text
      case .date: .date
      }
  }
}

extension Question {
  /// Whether an answer is one the question can have.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - offered: The options that are offered now.
  /// - Returns: Whether it is.
  public func accepts(_ answer: Answer, offered: OptionMask) -> Bool {
    if case .skipped = answer { return true }
    switch domain {
    case .text: if case .text = answer { return true }
    case .date: if case .date = answer { return true }
    case .number(let numbers):
      if case .number(let value) = answer { return numbers.contains(value) }
    case .choice:
      if case .options(let chosen) = answer {
        return chosen.count == 1 && offered.isSuperset(of: chosen)
      }
    case .ticks:
      if case .options(let chosen) = answer {
        return !chosen.isEmpty && offered.isSuperset(of: chosen)
          && (chosen.count == 1 || chosen.isDisjoint(with: exclusive))
      }
    }
    return false
  }
}
