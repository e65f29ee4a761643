import GuideCheck
import GuideSyntax
import SourceText

/// A condition reads only questions that a walk can have asked by then.
enum ReadBeforeAsked: GuideRule {
  static let id = "read-before-asked"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    var reported: Set<QuestionID> = []
    var found: [Diagnostic] = []
    for read in guide.observations.reads
    where !reported.contains(read.question) && guide[read.question].step != nil {
      guard let asks = guide.observations.asks[read.question], let first = asks.first else {
        continue
      }
      let latest = guide.span(of: read.order).last
      let earliest = asks.map { guide.span(of: $0.order).first }.min() ?? 0
      let isLaterInStep =
        asks.count == 1 && first.order == read.order && first.instruction > read.instruction
      guard earliest > latest || isLaterInStep else { continue }
      reported.insert(read.question)
      found.append(
        .readBeforeAsked(guide.source, read.span, name: guide[read.question].name)
      )
    }
    return found
  }
}

extension ResolvedGuide {
  /// The first and last place in reading order where a step can be: a topic is where it is opened.
  fileprivate func span(of order: Int) -> (first: Int, last: Int) {
    guard script.steps[order].isTopic else { return (order, order) }
    var first = Int.max
    var last = -1
    var visited: Set<Int> = [order]
    var pending = [order]
    while let topic = pending.popLast() {
      for opener in observations.openings[topic] ?? [] {
        if script.steps[opener].isTopic {
          if visited.insert(opener).inserted { pending.append(opener) }
        } else {
          first = min(first, opener)
          last = max(last, opener)
        }
      }
    }
    return (first, last)
  }
}

extension Diagnostic {
  /// A condition about a question that cannot have been asked yet.
  static func readBeforeAsked(_ source: SourceFile, _ span: Span, name: String) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` has not been asked yet",
      labels: [Label(source: source, span: span, message: "it is asked only later")],
      notes: ["as written, no patient would ever see what depends on it"]
    )
  }
}
