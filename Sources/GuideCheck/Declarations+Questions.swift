import GuideSyntax
import SourceText

extension Declarations {
  /// The checked form of a question; the conditions of its options are resolved during layout.
  mutating func question(_ syntax: QuestionSyntax, step: StepID?) -> Question {
    checkOptions(syntax)
    let options = syntax.options
    var right: OptionMask = []
    var exclusive: OptionMask = []
    let isTicks = if case .ticks = syntax.form { true } else { false }
    for (index, option) in options.prefix(OptionMask.capacity).enumerated() {
      if option.isRight { right.formUnion(OptionMask(place: index)) }
      if isTicks, option.isExclusive { exclusive.formUnion(OptionMask(place: index)) }
    }
    return Question(
      name: syntax.name.text,
      guide: guide,
      prompt: syntax.prompt.plain,
      role: syntax.isCheck ? .check : .question,
      domain: AnswerDomain(syntax.form),
      options: options.map { option in
        AnswerOption(
          name: option.name.text,
          label: option.label.plain,
          condition: nil,
          span: option.name.span
        )
      },
      why: syntax.why?.plain,
      again: syntax.again?.plain,
      right: right,
      exclusive: exclusive,
      isUnguarded: !syntax.items.contains { if case .guarded = $0.content { true } else { false } },
      step: step,
      span: syntax.name.span
    )
  }

  private mutating func checkOptions(_ syntax: QuestionSyntax) {
    var seen = [String: Span](minimumCapacity: syntax.options.count)
    for option in syntax.options {
      if let first = seen[option.name.text] {
        report(.duplicateOption(source, option.name, first: first))
      }
      seen[option.name.text] = option.name.span
      if Self.reservedAnswers.contains(option.name.text) {
        report(.reservedName(source, option.name, among: Self.reservedAnswers))
      }
    }
    let isGuarded = syntax.items.contains { item in
      if case .guarded = item.content { true } else { false }
    }
    let hasOpen = syntax.items.contains { item in
      if case .option = item.content { true } else { false }
    }
    if isGuarded, !hasOpen { report(.noOpenOption(source, syntax.name)) }
    if syntax.isCheck {
      if case .choice = syntax.form {} else { report(.checkWithoutChoice(source, syntax.name)) }
      if !syntax.options.isEmpty, !syntax.options.contains(where: \.isRight) {
        report(.checkWithoutRight(source, syntax.name))
      }
    } else if let again = syntax.again {
      report(.againWithoutCheck(source, again.span))
    }
  }

  /// Words with a meaning in conditions, which cannot be the name of an answer.
  private static let reservedAnswers: Set<String> = [
    "and", "at", "includes", "is", "known", "less", "more", "not", "or", "seen", "skipped", "true",
    "unless", "when",
  ]
}

extension Fraction {
  /// The number as written.
  init(_ number: Number) {
    var scale = 1
    for _ in 0..<number.decimals { scale *= 10 }
    self = Fraction(number.mantissa, over: scale) ?? .zero
  }

  /// The number written with digits and at most one decimal point, or `nil`.
  init?(decimal text: String) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? parts[1].count : 0
    let digits = parts.joined()
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), !parts[0].isEmpty,
      digits.count <= 13, decimals <= 4, let mantissa = Int(digits)
    else { return nil }
    self.init(mantissa, over: [1, 10, 100, 1000, 10_000][decimals])
  }
}
