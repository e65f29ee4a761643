import GuideSyntax
import SourceText

extension GuideLayout {
  /// Lays out text; the last sentence before a list only introduces it.
  mutating func say(_ words: InlineText, _ kind: Passage.Kind, introducesList: Bool = false) {
    var pieces: [Passage.Piece] = []
    var citations: [Name] = []
    for run in words.runs {
      switch run.content {
      case .text(let text): pieces.append(.text(text, isStrong: run.emphasis == .strong))
      case .citation(let names): citations += names
      case .value(let name):
        if let piece = value(name) { pieces.append(piece) }
      }
    }
    addPassage(
      kind,
      pieces: pieces,
      claims: claims(citations),
      said: places(of: words.citationsSaid(introducingList: introducesList)),
      lines: words.lines,
      also: words.clinicWords.joined(separator: "\n")
    )
  }

  /// The claims of this name that exist.
  private func places(of names: [Name]) -> [Int] {
    var places: [Int] = []
    for name in names {
      guard let place = environment.evidence.claimPlaces[name.text] else { continue }
      if !places.contains(place) { places.append(place) }
    }
    return places
  }

  /// The claims cited; reports any that do not exist.
  mutating func claims(_ citations: [Name]) -> [Int] {
    var claims: [Int] = []
    for name in citations {
      guard let claim = environment.evidence.claimPlaces[name.text] else {
        let names = diagnostics.candidates(environment.evidence.claimNames)
        report(.unknownClaim(source, name, among: names))
        continue
      }
      if !claims.contains(claim) { claims.append(claim) }
      observations.citations.append(Observations.Citation(claim: claim, name: name))
    }
    return claims
  }

  mutating func addPassage(
    _ kind: Passage.Kind,
    pieces: [Passage.Piece],
    claims: [Int],
    said: [Int] = [],
    lines: [Span],
    also: String = ""
  ) {
    emit(.say(passage(kind, pieces: pieces, claims: claims, said: said, lines: lines, also: also)))
    if case .listLine = kind { return }
    let ends = claims.compactMap { environment.evidence.claims[$0].ends }.min()
    if let ends {
      addPassage(.ruleEnds(ends), pieces: [], claims: [], lines: [], also: ends.description)
    }
  }

  mutating func passage(
    _ kind: Passage.Kind,
    pieces: [Passage.Piece],
    claims: [Int],
    said: [Int] = [],
    lines: [Span],
    also: String = ""
  ) -> PassageID {
    var text = Fingerprint()
    for line in lines { text.add(source.bytes[line.start..<line.end]) }
    text.add(also.utf8)
    passages.append(
      Passage(
        kind: kind,
        pieces: pieces,
        step: stepID,
        claims: claims,
        said: said,
        mentions: [],
        fingerprint: step.fingerprints.next(of: text)
      )
    )
    return PassageID(declarations.origin.passages + passages.count - 1)
  }

  /// A value that is certain to be known where it is printed.
  private mutating func value(_ name: Name) -> Passage.Piece? {
    guard let operand = names.operand(named: name) else { return nil }
    switch operand {
    case .question(let question):
      if declarations[question].domain == .text {
        report(.freeTextInProse(source, name))
        return nil
      }
      if !names.isSure(operand, where: step.known) { report(.valueMaybeMissing(source, name)) }
      return .answer(question)
    case .equation(let equation):
      if names[equation].isTruth {
        report(.truthInProse(source, name))
        return nil
      }
      if !names.isSure(operand, where: step.known) { report(.valueMaybeMissing(source, name)) }
      return .value(equation)
    }
  }

  /// Lays out the rows of a comparison.
  mutating func layOut(_ rows: [CompareRowSyntax], _ span: Span) {
    var checked: [ComparisonRow] = []
    var citations: [Name] = []
    var said: [Name] = []
    for row in rows {
      var cells: [String: String] = [:]
      for cell in row.cells {
        if !declarations.options.contains(where: { $0.name == cell.option.text }) {
          let names = declarations.options.map(\.name)
          report(.unknownDecisionOption(source, cell.option, among: names))
        }
        if let first = row.cells.first(where: { $0.option.text == cell.option.text }),
          first.option.span != cell.option.span
        {
          report(.duplicateCell(source, cell.option, first: first.option.span))
        }
        cells[cell.option.text] = cell.words.plain
        citations += cell.words.citations
        said += cell.words.citationsSaid(introducingList: false)
      }
      let missing = declarations.options.map(\.name).filter { cells[$0] == nil }
      if !missing.isEmpty { report(.cellMissing(source, row.name, options: missing)) }
      checked.append(
        ComparisonRow(
          name: row.name.text,
          title: row.title.plain,
          cells: declarations.options.map { cells[$0.name] ?? "" }
        )
      )
    }
    if declarations.options.isEmpty { report(.compareWithoutDecision(source, span)) }
    addPassage(
      .comparison(checked),
      pieces: [],
      claims: claims(citations),
      said: places(of: said),
      lines: [span]
    )
  }
}
