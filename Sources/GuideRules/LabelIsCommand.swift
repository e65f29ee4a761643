import GuideCheck
import GuideSyntax
import Phrases
import SourceText

/// No label is a word that does something at every question: a person who types it gets that instead.
enum LabelIsCommand: GuideRule {
  static let id = "label-is-command"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.script.choices.flatMap { options in
      options.compactMap { option -> Diagnostic? in
        let label = option.label.plain.asTyped
        let isWhole = commands.contains(label)
        // Someone may type only the first word of a label.
        let isFirst = commands.contains(option.name.text) && label.hasPrefix(option.name.text + " ")
        return isWhole || isFirst
          ? .labelIsCommand(
            guide.source,
            option.label.span,
            word: isWhole ? label : option.name.text
          )
          : nil
      }
    }
  }

  /// The words, as people type them.
  private static let commands: Set<String> = {
    let phrases = patientPhrases(in: nil)
    let words = CommandWord.allCases.map { phrases.word(for: $0) }
    return Set((words + phrases.otherCommandWords.keys + [phrases.helpWord]).map(\.asTyped))
      .subtracting([""])
  }()
}

extension Diagnostic {
  /// A choice that cannot be typed, because its words are a command.
  static func labelIsCommand(_ source: SourceFile, _ span: Span, word: String) -> Diagnostic {
    Diagnostic(
      severity: .warning,
      title: "`\(word)` is a word that people can type at every question",
      labels: [
        Label(source: source, span: span, message: "who types it here does not get this choice")
      ],
      notes: ["write other words, such as two or three instead of one"]
    )
  }
}
