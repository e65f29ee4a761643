import GuideSyntax

extension SyntaxDrawing {
  /// A question; its field, options, `why` and `again` are drawn where they are written.
  func node(_ question: QuestionSyntax, _ places: [String]) -> SyntaxNode {
    SyntaxNode(
      question.isCheck ? .check : .question,
      [drawn(question.name)],
      places: places,
      children: [words(.prompt, question.prompt), node(question.form)]
        + question.items.map { node($0) }
    )
  }

  private func node(_ form: QuestionSyntax.Form) -> SyntaxNode {
    switch form {
    case .choice: SyntaxNode(.choice)
    case .ticks: SyntaxNode(.ticks)
    case .number(let low, let high, let unit):
      SyntaxNode(.numberField, [drawn(low), drawn(high)] + drawn([unit]))
    case .amount(let low, let high): SyntaxNode(.amountField, [drawn(low), drawn(high)])
    case .scale(let low, let high, let lowWords, let highWords):
      SyntaxNode(.scaleField, [drawn(low), drawn(high)] + drawn([lowWords, highWords]))
    case .text: SyntaxNode(.textField)
    case .date: SyntaxNode(.dateField)
    }
  }

  private func node(_ item: QuestionItemSyntax) -> SyntaxNode {
    switch item.content {
    case .again(let text): words(.again, text)
    case .comment(let span): comment(span)
    case .field(let span): SyntaxNode(.fieldLine, places: [place(span)])
    case .guarded(let condition, let isUnless, let options):
      SyntaxNode(
        .guardedOptions,
        [isUnless ? "unless" : "when"],
        children: [node(condition)] + options.map { node($0) }
      )
    case .option(let option): node(option)
    case .why(let text): words(.why, text)
    }
  }

  private func node(_ option: OptionSyntax) -> SyntaxNode {
    SyntaxNode(
      .option,
      [option.isRight ? "(x)" : option.isExclusive ? "( )" : "[ ]", drawn(option.name)],
      places: [place(option.span)],
      children: [words(.label, option.label)] + nodes(option.replies)
    )
  }
}
