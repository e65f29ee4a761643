import GuideSyntax
import SourceText

extension Environment {
  /// Decides which figures are out of 1,000 people: all that are shown beside one of them, directly or through others.
  mutating func scaleFigures() {
    var beside: [Int: Set<Int>] = [:]
    for row in entries.flatMap(\.script.shownTogether) {
      let figures = row.compactMap { evidence.figurePlaces[$0] }
      for (first, second) in zip(figures, figures.dropFirst()) {
        beside[first, default: []].insert(second)
        beside[second, default: []].insert(first)
      }
    }
    var pending = beside.keys.filter { evidence.figures[$0].isOutOfThousand }
    while let next = pending.popLast() {
      for figure in beside[next] ?? [] where !evidence.figures[figure].isOutOfThousand {
        evidence.figures[figure].isBesideOutOfThousand = true
        pending.append(figure)
      }
    }
  }

  mutating func readFigure(_ record: Record, in source: SourceFile) {
    guard let name = name(of: record, in: source) else { return }
    let measure = measure(of: record, in: source)
    checkFields(
      record,
      known: Self.figureFields + measure.fields,
      required: [
        "about", "population", "horizon", "compared-with", "arm", "certainty", "sponsor", "source",
      ],
      repeated: measure.repeated,
      in: source
    )
    checkVerified(record, name: name, in: source)
    if record.text.text.isEmpty { report(.recordWithoutText(source, record.keyword)) }
    if evidence.figurePlaces[name.text] != nil {
      report(.duplicateRecord(source, name, kind: "figure"))
    }
    evidence.figurePlaces[name.text] = evidence.figures.count
    func value(_ key: String) -> String? {
      let text = record.field(key)?.value.text
      return text == "none" ? nil : text
    }
    evidence.figures.append(
      Figure(
        name: name.text,
        outcome: record.text.text,
        about: subjects(of: record, in: source),
        population: value("population") ?? "",
        horizon: value("horizon") ?? "",
        comparedWith: value("compared-with"),
        arms: measure.isChance ? arms(of: record, in: source) : [],
        interval: measure.isChance ? interval(of: record, in: source) : nil,
        certainty: certainty(of: record, in: source),
        sponsor: value("sponsor"),
        sources: sources(of: record, in: source),
        verified: day("verified", of: record, in: source),
        reviewBy: day("review-by", of: record, in: source),
        conflicts: record.list("conflicts").map(\.text),
        note: value("note"),
        missing: value("missing").flatMap { $0.isEmpty ? nil : $0 },
        measurement: measure.notation.flatMap { measurement($0, of: record, in: source) }
      )
    )
    if let missing = record.field("missing"), value("compared-with") != nil {
      report(.missingDespiteComparison(source, missing.key, record.field("compared-with")))
    }
    if record.field("conflicts") != nil, record.field("note") == nil {
      report(.missingField(source, name, key: "note"))
    }
  }

  private static let figureFields = [
    "about", "population", "horizon", "compared-with", "arm", "interval", "certainty", "sponsor",
    "source", "verified", "unverified", "checked", "review-by", "note", "conflicts", "missing",
    "measure",
  ]

  /// What a record says that its numbers are.
  private enum Measure {
    case chance
    case other(MeasurementNotation)
    case unknown

    var isChance: Bool { if case .chance = self { true } else { false } }

    var notation: MeasurementNotation? {
      if case .other(let notation) = self { notation } else { nil }
    }

    /// The fields that only figures of this kind have.
    var fields: [String] {
      switch self {
      case .chance, .other(.ratio): []
      case .other(.points): ["scale", "smallest-noticed"]
      case .other(.days): ["range"]
      case .unknown: ["scale", "smallest-noticed", "range"]
      }
    }

    /// The fields that each arm can have.
    var repeated: Set<String> { isChance ? ["arm"] : ["arm", "interval", "range"] }
  }

  private mutating func measure(of record: Record, in source: SourceFile) -> Measure {
    guard let field = record.field("measure"), field.value.text != "chance" else { return .chance }
    if let notation = MeasurementNotation(rawValue: field.value.text) { return .other(notation) }
    let known = ["chance"] + MeasurementNotation.allCases.map(\.rawValue)
    report(.unknownMeasure(source, field.value, among: known))
    return .unknown
  }

  private mutating func arms(of record: Record, in source: SourceFile) -> [Figure.Arm] {
    var arms: [Figure.Arm] = []
    for field in record.fields where field.key.text == "arm" {
      guard let argument = field.argument, let count = count(field.value.text) else {
        report(.armShape(source, field.value.span.isEmpty ? field.key.span : field.value.span))
        continue
      }
      if arms.contains(where: { $0.name == argument.text }) {
        report(.duplicateArm(source, argument))
      }
      arms.append(Figure.Arm(name: argument.text, count: count))
    }
    return arms
  }

  /// count = n "of" N | n "to" m "of" N | percent "%" .
  func count(_ text: String) -> Figure.Count? {
    let words = text.split(separator: " ").map(String.init)
    switch words.count {
    case 1 where text.hasSuffix("%"):
      let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
      guard let whole = parts.first.flatMap({ Int($0) }), (0...100).contains(whole) else {
        return nil
      }
      if parts.count == 1 { return .percent(Fraction(whole)) }
      guard parts.count == 2, parts[1].count == 1, let tenth = Int(parts[1]), tenth >= 0 else {
        return nil
      }
      return Fraction(whole * 10 + tenth, over: 10).map { .percent($0) }
    case 3 where words[1] == "of":
      guard let part = Int(words[0]), let whole = Int(words[2]), part >= 0, part <= whole, whole > 0
      else { return nil }
      return .people(part, of: whole)
    case 5 where words[1] == "to" && words[3] == "of":
      guard let low = Int(words[0]), let high = Int(words[2]), let whole = Int(words[4]),
        low >= 0, low < high, high <= whole
      else { return nil }
      return .range(low, high, of: whole)
    default: return nil
    }
  }
}
