import GuideSyntax
import SourceText

/// What laying out a guide comes across that no walk needs, and the editor's rules go by.
///
/// Steps are named by their place in the script.
struct Observations {
  /// A test of a choice in a step.
  struct ChoiceTest {
    let question: QuestionID
    /// The options tested for; empty if it is only tested whether there is an answer.
    let mask: OptionMask
    let isUnless: Bool
    /// The step it is in.
    let order: Int
    let span: Span
  }

  /// A condition that reads a question.
  struct Read {
    let question: QuestionID
    let order: Int
    /// The instruction it guards.
    let instruction: Int
    let span: Span
  }

  /// A question that is asked.
  struct Ask {
    let order: Int
    let instruction: Int
  }

  /// Text that is said, with a number in it.
  struct Text {
    let lines: [Span]
    /// Whether it cites a claim.
    let isCited: Bool
    /// Whether it is prose.
    let isProse: Bool
  }

  /// A claim that is cited.
  struct Citation {
    /// Its place in the evidence.
    let claim: Int
    let name: Name
  }

  /// A figure that is shown.
  struct ShownFigure {
    /// Its place in the evidence.
    let figure: Int
    let name: Name
    let order: Int
    /// The first figure of its line, beside which it stands; nil for that one itself.
    let beside: Int?
  }

  var tests: [ChoiceTest] = []
  var reads: [Read] = []
  var asks: [QuestionID: [Ask]] = [:]
  var texts: [Text] = []
  var citations: [Citation] = []
  var shown: [ShownFigure] = []
  /// For each topic, the steps and topics from which it can be opened.
  var openings: [Int: [Int]] = [:]
}
