package import GuideSyntax
package import SourceText

/// What is noted during layout for the editor's rules, and not needed by any walk.
///
/// Steps are identified by their index in the script.
package struct Observations {
  /// A test of a choice in a step.
  package struct ChoiceTest {
    package let question: QuestionID
    /// The options tested for; empty if it is only tested whether there is an answer.
    package let mask: OptionMask
    package let isUnless: Bool
    /// The step it is in.
    package let order: Int
    package let span: Span
  }

  /// A condition that reads a question.
  package struct Read {
    package let question: QuestionID
    package let order: Int
    /// The instruction that depends on it.
    package let instruction: Int
    package let span: Span
  }

  /// A question that is asked.
  package struct Ask {
    package let order: Int
    package let instruction: Int
  }

  /// A claim that is cited.
  package struct Citation {
    /// Its index in the evidence.
    package let claim: Int
    package let name: Name
  }

  /// A figure that is shown.
  package struct ShownFigure {
    /// Its index in the evidence.
    package let figure: Int
    package let name: Name
    package let order: Int
    /// The first figure of the same line; nil if this is the first.
    package let beside: Int?
  }

  package var tests: [ChoiceTest] = []
  package var reads: [Read] = []
  package var asks: [QuestionID: [Ask]] = [:]
  package var citations: [Citation] = []
  package var shown: [ShownFigure] = []
  /// For each topic, the steps and topics from which it can be opened.
  package var openings: [Int: [Int]] = [:]
}
