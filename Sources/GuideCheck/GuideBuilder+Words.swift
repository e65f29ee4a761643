import GuideSyntax
import SourceText

extension GuideBuilder {
  /// Lays out text.
  mutating func say(_ words: InlineText, _ kind: Passage.Kind) {
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
    checkNumbers(words, isCited: !citations.isEmpty, kind)
    addPassage(kind, pieces: pieces, claims: claims(citations), lines: words.lines)
  }

  /// The claims cited; each must be there, and verified.
  mutating func claims(_ citations: [Name]) -> [Int] {
    var claims: [Int] = []
    for name in citations {
      guard let claim = checker.evidence.claimPlaces[name.text] else {
        report(.unknownClaim(source, name, among: checker.claimNames))
        continue
      }
      if checker.evidence.claims[claim].verified == nil { report(.unverifiedClaim(source, name)) }
      if !claims.contains(claim) { claims.append(claim) }
      cited.insert(claim)
    }
    return claims
  }

  mutating func addPassage(
    _ kind: Passage.Kind,
    pieces: [Passage.Piece],
    claims: [Int],
    lines: [Span],
    also: String = ""
  ) {
    emit(.say(passage(kind, pieces: pieces, claims: claims, lines: lines, also: also)))
  }

  mutating func passage(
    _ kind: Passage.Kind,
    pieces: [Passage.Piece],
    claims: [Int],
    lines: [Span],
    also: String = ""
  ) -> PassageID {
    var fingerprint = Fingerprint()
    for line in lines { fingerprint.add(source.bytes[line.start..<line.end]) }
    fingerprint.add(also.utf8)
    let plain = fingerprint.value
    fingerprint = lastFingerprints[plain] ?? fingerprint
    while !fingerprints.insert(fingerprint.value).inserted { fingerprint.add([0]) }
    lastFingerprints[plain] = fingerprint
    let identifier = PassageID(checker.passages.count)
    checker.passages.append(
      Passage(
        kind: kind,
        pieces: pieces,
        step: stepIDs[order],
        claims: claims,
        mentions: [],
        fingerprint: fingerprint.value
      )
    )
    return identifier
  }

  /// A value that is sure to be known where it is printed.
  private mutating func value(_ name: Name) -> Passage.Piece? {
    guard let operand = operand(named: name) else { return nil }
    switch operand {
    case .question(let question):
      if checker.questions[question.index].domain == .text {
        report(.freeTextInProse(source, name))
        return nil
      }
      if !isSure(operand) { report(.valueMaybeMissing(source, name)) }
      return .answer(question)
    case .equation(let equation):
      if checker.equations[equation.index].isTruth {
        report(.truthInProse(source, name))
        return nil
      }
      if !isSure(operand) { report(.valueMaybeMissing(source, name)) }
      return .value(equation)
    }
  }

  /// Whether a value is known on every walk that comes here.
  private func isSure(_ operand: Operand) -> Bool {
    if known.contains(operand) { return true }
    guard case .equation(let equation) = operand else { return false }
    var pending = [equation]
    var visited: Set<EquationID> = []
    while let equation = pending.popLast() {
      guard visited.insert(equation).inserted, !known.contains(.equation(equation)) else {
        continue
      }
      if alwaysKnown[equation.index - extentOrigin] { continue }
      let checked = checker.equations[equation.index]
      for question in checker.questionsRead(by: checked.expression)
      where !known.contains(.question(question)) {
        return false
      }
      pending += checked.reads
    }
    return true
  }

  /// Whether an equation is a truth, or no answer is a part of it.
  func isAlwaysKnown(_ equation: Equation) -> Bool {
    equation.isTruth
      || checker.questionsRead(by: equation.expression).isEmpty
        && equation.reads.allSatisfy { alwaysKnown[$0.index - extentOrigin] }
  }

  /// The operands that a condition, where it holds, makes known.
  func sureOperands(of condition: ConditionSyntax) -> [Operand] {
    let perTest = condition.atoms.map { atom -> Operand? in
      switch atom.relation {
      case .compares, .includesAny, .isAny, .isKnown: return quietOperand(named: atom.subject.text)
      case .isSeen, .isSkipped, .isTrue: return nil
      }
    }
    if condition.joiner == .and || perTest.count == 1 {
      return perTest.flatMap { $0.map { [$0] + parts(of: $0) } ?? [] }
    }
    guard let first = perTest[0], perTest.allSatisfy({ $0 == first }) else { return [] }
    return [first] + parts(of: first)
  }

  /// What must be known for an equation to be: its own parts.
  private func parts(of operand: Operand) -> [Operand] {
    guard case .equation(let equation) = operand else { return [] }
    let checked = checker.equations[equation.index]
    guard !checked.isTruth else { return [] }
    return checker.questionsRead(by: checked.expression).map { .question($0) }
      + checked.reads.map { .equation($0) }
  }

  private func quietOperand(named name: String) -> Operand? {
    switch scope[name] {
    case .question(let question): .question(question)
    case .equation(let equation): .equation(equation)
    case .row, .step: nil
    case nil: checker.shared[name].map { .question($0) }
    }
  }
}

/// A 64-bit FNV-1a hash: it tells passages of one step apart, and is no defence against anybody.
struct Fingerprint {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}
