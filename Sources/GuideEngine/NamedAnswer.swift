public import GuideCheck
import Phrases
public import SourceText

/// An answer by the names in the script, so that it means the same with another version of
/// the guide, and to other programs.
///
/// Answers are written only in this form: in a saved state, in the journal, and in exports.
public enum NamedAnswer: Hashable, Sendable {
  /// "Rather not say."
  case skipped
  /// The names of the options chosen, in the order of the script.
  case options([String])
  /// A number, an amount, or a place on a scale.
  case number(Fraction)
  /// A date.
  case date(Day)
  /// The person's own words.
  case text(String)

  /// The names of an answer to a question.
  public init(_ answer: Answer, to question: Question) {
    switch answer {
    case .skipped: self = .skipped
    case .options(let mask): self = .options(question.options(in: mask).map(\.name))
    case .number(let value): self = .number(value)
    case .date(let day): self = .date(day)
    case .text(let words): self = .text(words)
    }
  }

  /// Returns the answer to a question; nil if the question has no option with such a name.
  ///
  /// This does not check whether the question can have that answer now; the engine does when it is sent.
  public func answer(to question: Question) -> Answer? {
    switch self {
    case .skipped: return .skipped
    case .number(let value): return .number(value)
    case .date(let day): return .date(day)
    case .text(let words): return .text(words)
    case .options(let names):
      let places = names.compactMap { question.option(named: $0) }
      return places.count == names.count ? .options(OptionMask(places: places)) : nil
    }
  }

  /// The answer in words for authors: names, digits, or the person's own words.
  public var description: String {
    switch self {
    case .skipped: "skipped"
    case .options(let names): names.joined(separator: ", ")
    case .number(let value): value.decimals ?? value.description
    case .date(let day): day.description
    case .text(let words): words
    }
  }
}

extension Library {
  /// An answer in the words of its question.
  public func words(for answer: Answer, to question: QuestionID) -> String {
    let asked = self[question]
    switch answer {
    case .skipped: return phrases.skipped
    case .options(let mask):
      return mask.isEmpty
        ? phrases.noneOfThese : phrases.several(asked.options(in: mask).map(\.label))
    case .number(let value):
      switch asked.domain.numbers?.kind {
      case .amount: return money(value)
      case .plain(let unit?):
        return phrases.counted(number(value), isOne: value == Fraction(1), unit)
      default: return number(value)
      }
    case .date(let day): return phrases.date(day)
    case .text(let words): return words
    }
  }
}

extension NamedAnswer {
  /// The kind of answer and its parts, as in a saved state.
  var saved: (kind: String, parts: [String]) {
    switch self {
    case .skipped: ("skipped", [])
    case .options(let names): ("options", names)
    case .number(let value): ("number", [String(value.numerator), String(value.denominator)])
    case .date(let day): ("date", [day.description])
    case .text(let words): ("text", [words])
    }
  }

  /// The answer of this kind with these parts; nil if there is no such answer.
  init?(savedAs kind: String, _ parts: [String]) {
    switch kind {
    case "skipped": self = .skipped
    case "options": self = .options(parts)
    case "number":
      guard let value = Fraction(written: parts) else { return nil }
      self = .number(value)
    case "date":
      guard let day = parts.first.flatMap({ Day($0) }) else { return nil }
      self = .date(day)
    case "text":
      guard let words = parts.first else { return nil }
      self = .text(words)
    default: return nil
    }
  }
}

extension NamedAnswer: Codable {
  /// The key of an answer in JSON, and its value.
  public enum Field: Hashable, Sendable {
    case isTrue(String)
    case text(String, String)
    case texts(String, [String])
  }

  /// The answer as one field of a JSON object: `skipped`, `options`, `number` as `n/d`, `date` as
  /// `YYYY-MM-DD`, or `words`.
  public var field: Field {
    switch self {
    case .skipped: .isTrue("skipped")
    case .options(let names): .texts("options", names)
    case .number(let value): .text("number", "\(value.numerator)/\(value.denominator)")
    case .date(let day): .text("date", day.description)
    case .text(let words): .text("words", words)
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
  }

  /// Writes the answer as one field of an object.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    switch field {
    case .isTrue(let key): try fields.encode(true, forKey: Key(stringValue: key))
    case .text(let key, let text): try fields.encode(text, forKey: Key(stringValue: key))
    case .texts(let key, let texts): try fields.encode(texts, forKey: Key(stringValue: key))
    }
  }

  /// Reads the answer among the fields of an object.
  ///
  /// - Throws: A decoding error if no field has an answer, or if a field has the wrong type.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    func text(_ key: String) throws -> String? {
      try fields.decodeIfPresent(String.self, forKey: Key(stringValue: key))
    }
    if try fields.decodeIfPresent(Bool.self, forKey: Key(stringValue: "skipped")) == true {
      self = .skipped
    } else if let names = try fields.decodeIfPresent(
      [String].self,
      forKey: Key(stringValue: "options")
    ) {
      self = .options(names)
    } else if let number = try text("number"),
      let value = Fraction(written: number.split(separator: "/").map(String.init))
    {
      self = .number(value)
    } else if let day = try text("date").flatMap({ Day($0) }) {
      self = .date(day)
    } else if let words = try text("words") {
      self = .text(words)
    } else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no answer")
      )
    }
  }
}

extension Fraction {
  /// The number with this numerator and denominator, each in digits.
  fileprivate init?(written parts: [String]) {
    guard parts.count == 2, let above = Int(parts[0]), let below = Int(parts[1]) else { return nil }
    self.init(above, over: below)
  }
}
