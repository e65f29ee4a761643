import GuideSyntax
import SourceText

// Problems in figures that do not count people, in alphabetical order.
extension Diagnostic {
  /// A figure with two arms of the same name.
  static func duplicateArm(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "this figure has the arm `\(name.text)` twice",
      labels: [Label(source: source, span: name.span, message: "people would see both")],
      notes: ["give each group of people a name of its own"]
    )
  }

  /// A difference or a ratio of a figure that is compared with nothing.
  static func differenceFromNothing(
    _ source: SourceFile,
    _ value: Name,
    measure: String
  ) -> Diagnostic {
    Diagnostic(
      title: "a number of `measure: \(measure)` needs something to be compared with",
      labels: [
        Label(
          source: source,
          span: value.span,
          message: measure == "points"
            ? "write what the score is lower or higher than" : "write the group it is compared with"
        )
      ],
      notes: ["for example: `compared-with: placebo`"]
    )
  }

  /// A number as the end of a range in an equation, from a figure that has no count.
  static func figureWithoutCount(_ source: SourceFile, _ name: Name, measure: String) -> Diagnostic
  {
    Diagnostic(
      title: "`\(name.text)` does not count people, so nothing can be calculated from it",
      labels: [
        Label(source: source, span: name.span, message: "this figure has `measure: \(measure)`")
      ],
      notes: ["`low of` and `high of` need a figure with counts, such as `18 of 60`"]
    )
  }

  /// An interval or a range that does not include the number it belongs to.
  static func intervalMissesNumber(_ source: SourceFile, _ field: Field, _ span: Span) -> Diagnostic
  {
    Diagnostic(
      title: "this \(field.key.text) does not include the number of its arm",
      labels: [
        Label(source: source, span: span, message: "the number is below or above both ends")
      ],
      notes: ["check all three numbers against the source, and whether they are lower or higher"]
    )
  }

  /// An interval of a chance that cannot be read.
  static func intervalShape(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      severity: .warning,
      title: "cannot read this interval",
      labels: [
        Label(
          source: source,
          span: span,
          message: "write it like `8 fewer to 28 more out of 100 with ketamine`"
        )
      ],
      notes: ["people read these words after the number"]
    )
  }

  /// An interval without the name of its arm, in a figure with several.
  static func intervalNeedsArm(
    _ source: SourceFile,
    _ key: Name,
    among arms: [String]
  ) -> Diagnostic {
    Diagnostic(
      title: "this figure has several arms, so each `\(key.text):` needs the name of one",
      labels: [
        Label(
          source: source,
          span: key.span,
          message: "write `\(key.text) \(arms.first ?? "name"): …`"
        )
      ]
    )
  }

  /// A difference of more points than the scale has.
  static func largerThanScale(_ source: SourceFile, _ value: Name, all: String) -> Diagnostic {
    Diagnostic(
      title: "this is more than the whole scale",
      labels: [
        Label(source: source, span: value.span, message: "the scale has only \(all) points")
      ],
      notes: ["check this number and the `scale:` against the source"]
    )
  }

  /// A number that is not written as figures of its kind are.
  static func measureShape(
    _ source: SourceFile,
    _ span: Span,
    _ notation: MeasurementNotation,
    example: String
  ) -> Diagnostic {
    let kind =
      switch notation {
      case .points: "a number of points"
      case .ratio: "a ratio"
      case .days: "a number of days"
      }
    return Diagnostic(
      title: "this is not \(kind) that can be read",
      labels: [Label(source: source, span: span, message: "write it like this: `\(example)`")],
      notes: notation == .days
        ? [
          "`median` means that half of the people had less and half had more; `mean` is the average"
        ]
        : []
    )
  }

  /// An interval, a range, or a scale whose ends are in the wrong order.
  static func rangeUpsideDown(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "the first end of this range is larger than the second",
      labels: [Label(source: source, span: span, message: "write the smaller number first")]
    )
  }

  /// A figure in points that does not say on which scale.
  static func scaleMissing(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` counts points, but has no `scale:`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "add a line such as `scale: MADRS, 0 to 60, lower is better`"
        )
      ],
      notes: ["points mean nothing to a reader who does not know how many there are"]
    )
  }

  /// A scale that is not written as a name, two ends, and what is better.
  static func scaleShape(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this is not a scale that can be read",
      labels: [
        Label(
          source: source,
          span: span,
          message: "write its name, its ends, and what is better: `MADRS, 0 to 60, lower is better`"
        )
      ]
    )
  }

  /// A number without what it counts.
  static func unitMissing(_ source: SourceFile, _ span: Span, example: String) -> Diagnostic {
    Diagnostic(
      title: "this number does not say what it counts",
      labels: [Label(source: source, span: span, message: "write the unit too, as in `\(example)`")]
    )
  }
}

extension MeasurementNotation {
  /// An arm, as an example.
  var exampleOfArm: String {
    switch self {
    case .points: "6.8 points lower"
    case .ratio: "0.49 times as many"
    case .days: "median 28 days"
    }
  }

  /// Two ends, as an example.
  var exampleOfEnds: String {
    switch self {
    case .points: "4.1 to 9.5 points lower"
    case .ratio: "0.39 to 0.62 times as many"
    case .days: "20 to 41 days"
    }
  }
}
