import GuideSyntax
import SourceText

extension Environment {
  /// The numbers of a figure that does not count people; nil if one of them cannot be read.
  mutating func measurement(
    _ notation: MeasurementNotation,
    of record: Record,
    in source: SourceFile
  ) -> Measurement? {
    if let comparison = record.field("compared-with"), comparison.value.text == "none",
      notation != .days
    {
      report(.differenceFromNothing(source, comparison.value, measure: notation.rawValue))
    }
    let kind: Measurement.Kind?
    switch notation {
    case .points: kind = scale(of: record, in: source).map { .points(on: $0) }
    case .ratio: kind = .ratio
    case .days: kind = .days
    }
    let arms = record.fields.filter { $0.key.text == "arm" }.compactMap { field in
      arm(field, notation, of: record, in: source)
    }
    checkArguments(of: record, in: source)
    let noticed = smallestNoticed(of: record, in: source)
    guard let kind else { return nil }
    if case .points(let scale) = kind {
      checkFit(arms, on: scale, of: record, in: source)
      checkFit(noticed, on: scale, field: record.field("smallest-noticed"), in: source)
    }
    return Measurement(kind: kind, arms: arms, smallestNoticed: noticed)
  }

  /// arm = [ "median" | "mean" ] number unit .
  private mutating func arm(
    _ field: Field,
    _ notation: MeasurementNotation,
    of record: Record,
    in source: SourceFile
  ) -> Measurement.Arm? {
    var text = field.value.text
    var average: Measurement.Average?
    if notation == .days {
      let first = text.split(separator: " ").first.map(String.init) ?? ""
      average = Measurement.Average(rawValue: first)
      if average != nil { text = String(text.dropFirst(first.count)) }
    }
    let span = field.value.span.isEmpty ? field.key.span : field.value.span
    let value: Fraction
    switch notation.value(in: text) {
    case .read(let number): value = number
    case .unitMissing:
      report(.unitMissing(source, span, example: notation.exampleOfArm))
      return nil
    case .other, .upsideDown:
      report(.measureShape(source, span, notation, example: notation.exampleOfArm))
      return nil
    }
    let isShaped =
      switch notation {
      case .points: true
      case .ratio: value > .zero
      case .days: average != nil
      }
    guard let argument = field.argument, isShaped else {
      report(.measureShape(source, span, notation, example: notation.exampleOfArm))
      return nil
    }
    func ends(_ key: String) -> ClosedRange<Fraction>? {
      let isAlone = record.fields.count { $0.key.text == "arm" } == 1
      let fields = record.fields.filter { other in
        other.key.text == key
          && (other.argument?.text == argument.text || other.argument == nil && isAlone)
      }
      if fields.count > 1 {
        report(.duplicateField(source, fields[1].key, first: fields[0].key.span))
      }
      return fields.first.flatMap { self.ends($0, notation, around: value, in: source) }
    }
    return Measurement.Arm(
      name: argument.text,
      value: value,
      interval: ends("interval"),
      range: ends("range"),
      average: average
    )
  }

  /// The two ends in a field, which have the number of the arm between them.
  private mutating func ends(
    _ field: Field,
    _ notation: MeasurementNotation,
    around value: Fraction,
    in source: SourceFile
  ) -> ClosedRange<Fraction>? {
    let span = field.value.span.isEmpty ? field.key.span : field.value.span
    switch notation.ends(in: field.value.text) {
    case .read(let ends):
      if ends.contains(value) { return ends }
      report(.intervalMissesNumber(source, field, span))
    case .unitMissing: report(.unitMissing(source, span, example: notation.exampleOfEnds))
    case .upsideDown: report(.rangeUpsideDown(source, span))
    case .other:
      report(.measureShape(source, span, notation, example: notation.exampleOfEnds))
    }
    return nil
  }

  /// Reports an `interval` or a `range` that does not say which arm it belongs to.
  private mutating func checkArguments(of record: Record, in source: SourceFile) {
    let arms = record.fields.filter { $0.key.text == "arm" }.compactMap { $0.argument?.text }
    for field in record.fields where ["interval", "range"].contains(field.key.text) {
      if let argument = field.argument {
        if !arms.contains(argument.text) { report(.unknownArm(source, argument, among: arms)) }
      } else if arms.count > 1 {
        report(.intervalNeedsArm(source, field.key, among: arms))
      }
    }
  }

  /// scale = name "," lowest "to" highest "," ("lower" | "higher") "is better" .
  private mutating func scale(of record: Record, in source: SourceFile) -> Measurement.Scale? {
    guard let field = record.field("scale") else {
      report(.scaleMissing(source, record.name ?? record.keyword))
      return nil
    }
    let parts = parts(of: field.value)
    let span = field.value.span.isEmpty ? field.key.span : field.value.span
    let better = parts.last?.text.split(separator: " ") ?? []
    guard parts.count >= 3, better.dropFirst() == ["is", "better"],
      better[0] == "lower" || better[0] == "higher"
    else {
      report(.scaleShape(source, span))
      return nil
    }
    let ends = parts[parts.count - 2]
    let words = ends.text.split(separator: " ")
    guard words.count == 3, words[1] == "to", let low = decimal(words[0]),
      let high = decimal(words[2])
    else {
      report(.scaleShape(source, span))
      return nil
    }
    guard low < high else {
      report(.rangeUpsideDown(source, ends.span))
      return nil
    }
    return Measurement.Scale(
      name: parts.dropLast(2).map(\.text).joined(separator: ", "),
      lowest: low,
      highest: high,
      lowerIsBetter: better[0] == "lower"
    )
  }

  /// smallest-noticed = number ("point" | "points") .
  private mutating func smallestNoticed(of record: Record, in source: SourceFile) -> Fraction? {
    guard let field = record.field("smallest-noticed") else { return nil }
    let words = field.value.text.split(separator: " ")
    let span = field.value.span.isEmpty ? field.key.span : field.value.span
    guard let number = words.first.flatMap(decimal), number > .zero else {
      report(.measureShape(source, span, .points, example: "2 points"))
      return nil
    }
    if words.count == 1 {
      report(.unitMissing(source, span, example: "2 points"))
    } else if words.count > 2 || words[1] != "points" && words[1] != "point" {
      report(.measureShape(source, span, .points, example: "2 points"))
    } else {
      return number
    }
    return nil
  }

  /// Reports differences that are larger than the whole scale.
  private mutating func checkFit(
    _ arms: [Measurement.Arm],
    on scale: Measurement.Scale,
    of record: Record,
    in source: SourceFile
  ) {
    for arm in arms {
      for (key, number) in [
        ("arm", arm.value), ("interval", arm.interval?.lowerBound),
        ("interval", arm.interval?.upperBound),
      ] {
        let field = record.fields.first { field in
          field.key.text == key && (field.argument == nil || field.argument?.text == arm.name)
        }
        if checkFit(number, on: scale, field: field, in: source) { break }
      }
    }
  }

  /// Reports a difference that is larger than the whole scale, and returns whether it is.
  @discardableResult
  private mutating func checkFit(
    _ number: Fraction?,
    on scale: Measurement.Scale,
    field: Field?,
    in source: SourceFile
  ) -> Bool {
    guard let number, let field, let all = scale.highest.minus(scale.lowest),
      all < max(number, negated(number))
    else { return false }
    report(.largerThanScale(source, field.value, all: all.description))
    return true
  }
}
