import GuideCheck
import SourceText

/// One option of a decision is to leave everything as it is.
enum NoChangeMissing: GuideRule {
  static let id = "no-change-missing"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guard guide.kind == .decisionAid, !guide.options.contains("no-change") else { return [] }
    return [.noChangeMissing(guide.source)]
  }
}

extension Diagnostic {
  /// A decision aid without an option that keeps things as they are.
  static func noChangeMissing(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      title: "no option keeps things as they are",
      labels: [
        Label(source: source, span: .empty, message: "add a line `option no-change: …`")
      ],
      notes: ["not starting anything now is always a choice"]
    )
  }
}
