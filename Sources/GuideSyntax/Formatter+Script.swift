import SourceText

extension Formatter {
  /// Records the spacing of every line of a script; lines without a record are prose, comments, or blank.
  mutating func lay(_ script: Script) {
    for entry in script.header {
      if case .line(let line) = entry.content { set(line.key.span, .named, indent: 0) }
    }
    lay(script.preamble)
    for step in script.steps {
      set(step.span, .named, indent: 0, isHeading: true)
      lay(step.blocks)
    }
    for record in script.records {
      set(record.keyword.span, .named, indent: 0)
      for field in record.fields { set(field.key.span, .named, indent: 2) }
    }
  }

  private mutating func lay(_ blocks: [BlockSyntax]) {
    for block in blocks { lay(block) }
  }

  private mutating func lay(_ block: BlockSyntax) {
    switch block.content {
    case .paragraph, .comment: break
    case .item, .numberedItem: set(block.span, .item)
    case .listLine: set(block.span, .named)
    case .definition: set(block.span, .equation)
    case .promise: set(block.span, .list)
    case .go, .sharedQuestion, .show, .visit: set(block.span, .words)
    case .conditional(_, _, let inside):
      set(block.span, .words)
      lay(inside)
    case .question(let question):
      set(block.span, .named)
      lay(question)
    case .menu(let menu):
      set(block.span, .words)
      lay(menu)
    case .compare(let rows):
      set(block.span, .words)
      for row in rows {
        set(row.name.span, .named)
        for cell in row.cells { set(cell.option.span, .named) }
      }
    case .weigh(let weigh):
      set(block.span, .named)
      for row in weigh.rows { set(row.name.span, .named) }
    case .example(let example):
      set(block.span, .named)
      lay(example)
    }
  }

  private mutating func lay(_ question: QuestionSyntax) {
    for item in question.items {
      switch item.content {
      case .comment: break
      case .again(let words), .why(let words): set(words.span, .named)
      case .field(let span): set(span, .field)
      case .option(let option): lay(option)
      case .guarded(let condition, _, let options):
        set(condition.span, .words)
        for option in options { lay(option) }
      }
    }
  }

  private mutating func lay(_ option: OptionSyntax) {
    set(option.span, .named)
    lay(option.replies)
  }

  private mutating func lay(_ menu: MenuSyntax) {
    for entry in menu.entries {
      switch entry {
      case .comment: break
      case .must(let names, _), .offer(let names, _):
        if let first = names.first { set(first.span, .list) }
      case .visit(let name, _): set(name.span, .words)
      }
    }
  }

  private mutating func lay(_ example: ExampleSyntax) {
    // An example starts at the left margin, and its lines are indented one level.
    for line in example.lines {
      switch line {
      case .comment: break
      case .answer(let name, _), .skipped(let name), .sees(let name), .neverSees(let name):
        set(name.span, .words, indent: 2)
      }
    }
  }
}
