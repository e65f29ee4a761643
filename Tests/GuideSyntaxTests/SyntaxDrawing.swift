import GuideSyntax
import SourceText

extension Script {
  /// The script as an indented tree: every node, what it says, and its place.
  ///
  /// A place is `@line:column-line:column`, the end not included. The switches that draw the tree are
  /// exhaustive, so a new kind of node does not compile until it is drawn.
  var debugTree: String { syntaxNode.text }

  /// The root of the tree.
  var syntaxNode: SyntaxNode { SyntaxDrawing(source: source).node(self) }
}

/// Draws the syntax of one source.
struct SyntaxDrawing {
  let source: SourceFile

  func node(_ script: Script) -> SyntaxNode {
    SyntaxNode(
      .script,
      children: script.header.map { node($0) } + nodes(script.preamble)
        + script.steps.map { node($0) }
        + script.records.map { node($0) }
    )
  }

  private func node(_ entry: HeaderEntry) -> SyntaxNode {
    switch entry.content {
    case .line(let line):
      SyntaxNode(.headerLine, drawn([line.key, line.argument, line.value]))
    case .comment(let span): comment(span)
    }
  }

  private func node(_ step: StepSyntax) -> SyntaxNode {
    SyntaxNode(
      step.isTopic ? .topic : .step,
      [drawn(step.name)],
      places: [place(step.span)],
      children: [words(.title, step.title)] + nodes(step.blocks)
    )
  }

  private func node(_ record: Record) -> SyntaxNode {
    SyntaxNode(
      .record,
      drawn([record.keyword, record.name, record.text]),
      children: record.comments.map { comment($0) }
        + record.fields.map { SyntaxNode(.field, drawn([$0.key, $0.argument, $0.value])) }
    )
  }

  func comment(_ span: Span) -> SyntaxNode {
    SyntaxNode(.comment, [source.text(span).debugDescription], places: [place(span)])
  }

  // MARK: text

  /// Text a person reads; words without a mark take no lines of their own.
  func words(_ kind: SyntaxNode.Kind, _ words: InlineText) -> SyntaxNode {
    let places = words.lines.map { place($0) }
    let runs = words.runs.map { node($0) }
    if let run = runs.first, runs.count == 1, run.kind == .text {
      return SyntaxNode(kind, run.details, places: places)
    }
    return SyntaxNode(kind, places: places, children: runs)
  }

  private func node(_ run: Run) -> SyntaxNode {
    switch run.content {
    case .text(let text): SyntaxNode(kind(ofText: run.emphasis), [text.debugDescription])
    case .value(let name): SyntaxNode(.value, [drawn(name)] + drawn(run.emphasis))
    case .citation(let names): SyntaxNode(.citation, [drawn(names)] + drawn(run.emphasis))
    }
  }

  private func kind(ofText emphasis: Emphasis) -> SyntaxNode.Kind {
    switch emphasis {
    case .plain: .text
    case .soft: .softText
    case .strong: .strongText
    }
  }

  private func drawn(_ emphasis: Emphasis) -> [String] {
    switch emphasis {
    case .plain: []
    case .soft: ["soft"]
    case .strong: ["strong"]
    }
  }

  // MARK: names, numbers and places

  /// A name and its place, in quotes unless it is one word.
  func drawn(_ name: Name) -> String {
    let isWord =
      !name.text.isEmpty && name.text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    return (isWord ? name.text : name.text.debugDescription) + place(name.span)
  }

  func drawn(_ names: [Name?]) -> [String] { names.compactMap { $0.map { drawn($0) } } }

  /// Names of which there can be any number.
  func drawn(_ names: [Name]) -> String {
    "[" + names.map { drawn($0) }.joined(separator: ", ") + "]"
  }

  /// A number with its decimals as written, and its place.
  func drawn(_ number: Number) -> String {
    var digits = String(number.mantissa)
    if number.decimals > 0 {
      digits = String(repeating: "0", count: max(0, number.decimals + 1 - digits.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -number.decimals))
    }
    return digits + place(number.span)
  }

  func place(_ span: Span) -> String {
    if span == .empty { return "@nowhere" }
    let start = source.position(at: span.start)
    let end = source.position(at: span.end)
    return "@\(start.line):\(start.column)-\(end.line):\(end.column)"
  }
}
