import GuideCheck
import GuideSyntax
import SourceText

/// A step that tests for *yes* also deals with *unsure*.
enum UnsureForgotten: GuideRule {
  static let id = "unsure-forgotten"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.observations.tests.chunked(by: \.order).flatMap { check($0, in: guide) }
  }

  /// What the tests of one step forget; each question is reported once.
  private static func check(
    _ tests: ArraySlice<Observations.ChoiceTest>,
    in guide: ResolvedGuide
  ) -> [Diagnostic] {
    var reported: Set<QuestionID> = []
    var found: [Diagnostic] = []
    for test in tests where !test.isUnless && !reported.contains(test.question) {
      let question = guide[test.question]
      guard let yes = question.option(named: "yes"),
        let unsure = question.option(named: Question.unsureName),
        test.mask.contains(place: yes)
      else { continue }
      let isDealtWith = tests.contains { other in
        other.question == test.question && (other.isUnless || other.mask.contains(place: unsure))
      }
      if isDealtWith { continue }
      reported.insert(test.question)
      found.append(.unsureForgotten(guide.source, test.span, name: question.name))
    }
    return found
  }
}

extension Array {
  /// The runs of elements that share a key.
  fileprivate func chunked(by key: (Element) -> Int) -> [ArraySlice<Element>] {
    var chunks: [ArraySlice<Element>] = []
    var start = startIndex
    while start < endIndex {
      let end = self[start...].firstIndex { key($0) != key(self[start]) } ?? endIndex
      chunks.append(self[start..<end])
      start = end
    }
    return chunks
  }
}

extension Diagnostic {
  /// A step that has something for people who answer `yes`, but nothing for those who are unsure.
  static func unsureForgotten(_ source: SourceFile, _ span: Span, name: String) -> Diagnostic {
    Diagnostic(
      title: "this step has nothing for people who are unsure about `\(name)`",
      labels: [Label(source: source, span: span, message: "only `yes` is handled")],
      notes: [
        "write `\(name) is yes or unsure`, handle `unsure` elsewhere in this step, "
          + "or use `unless \(name) is no:`"
      ]
    )
  }
}
