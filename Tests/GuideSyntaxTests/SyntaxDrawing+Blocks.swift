import GuideSyntax

extension SyntaxDrawing {
  func nodes(_ blocks: [BlockSyntax]) -> [SyntaxNode] { blocks.map { node($0) } }

  private func node(_ block: BlockSyntax) -> SyntaxNode {
    let places = [place(block.span)]
    switch block.content {
    case .paragraph(let text): return words(.paragraph, text)
    case .item(let text): return words(.item, text)
    case .numberedItem(let item):
      return SyntaxNode(
        .numberedItem,
        ["\(item.number)" + place(item.numberSpan)],
        children: [words(.item, item.words)]
      )
    case .question(let question): return node(question, places)
    case .sharedQuestion(let name):
      return SyntaxNode(.sharedQuestion, [drawn(name)], places: places)
    case .menu(let menu):
      return SyntaxNode(.menu, places: places, children: menu.entries.map { node($0) })
    case .compare(let rows):
      return SyntaxNode(.compare, places: places, children: rows.map { node($0) })
    case .weigh(let weigh): return node(weigh, places)
    case .show(let figures): return SyntaxNode(.show, [drawn(figures)], places: places)
    case .listLine(let list, let text): return words(kind(of: list), text)
    case .definition(let name, let equation, let source):
      return SyntaxNode(
        .definition,
        [drawn(name), "equation" + place(source)],
        places: places,
        children: [node(equation)]
      )
    case .conditional(let condition, let isUnless, let blocks):
      return SyntaxNode(
        .conditional,
        [isUnless ? "unless" : "when"],
        places: places,
        children: [node(condition)] + nodes(blocks)
      )
    case .go(let target, let condition):
      return SyntaxNode(.go, [drawn(target)], places: places, children: nodes(condition))
    case .visit(let target, let condition):
      return SyntaxNode(.visit, [drawn(target)], places: places, children: nodes(condition))
    case .promise(let promise): return node(promise, places)
    case .example(let example): return node(example, places)
    case .comment(let span): return comment(span)
    }
  }

  private func kind(of list: ListKind) -> SyntaxNode.Kind {
    switch list {
    case .ask: .ask
    case .tell: .tell
    case .flag: .flag
    case .aside: .aside
    }
  }

  private func node(_ entry: MenuSyntax.Entry) -> SyntaxNode {
    switch entry {
    case .must(let names, let condition):
      SyntaxNode(.mustEntry, [drawn(names)], children: nodes(condition))
    case .offer(let names, let condition):
      SyntaxNode(.offerEntry, [drawn(names)], children: nodes(condition))
    case .visit(let name, let condition):
      SyntaxNode(.visitEntry, [drawn(name)], children: nodes(condition))
    case .comment(let span): comment(span)
    }
  }

  private func node(_ row: CompareRowSyntax) -> SyntaxNode {
    SyntaxNode(
      .compareRow,
      [drawn(row.name)],
      children: [words(.title, row.title)]
        + row.cells.map { named(.cell, $0.option, $0.words) }
    )
  }

  private func node(_ weigh: WeighSyntax, _ places: [String]) -> SyntaxNode {
    SyntaxNode(
      .weigh,
      places: places,
      children: [words(.prompt, weigh.prompt)]
        + weigh.rows.map { named(.weighRow, $0.name, $0.label) }
    )
  }

  /// Text under a name.
  private func named(_ kind: SyntaxNode.Kind, _ name: Name, _ text: InlineText) -> SyntaxNode {
    let node = words(kind, text)
    return SyntaxNode(
      kind,
      [drawn(name)] + node.details,
      places: node.places,
      children: node.children
    )
  }
}
