import GuideCheck
import SourceText
import TestSupport
import Testing

/// Faults that other languages for conversations let pass, each put into a guide that is good.
struct SeededFaultTests {
  /// A guide, what is changed in it, the line that must be named, and the diagnostic.
  struct Fault: Sendable, CustomTestStringConvertible {
    let path: String
    let from: String
    let to: String
    let identifier: String
    /// The text whose line is named, if it is not what was changed.
    var named: String?
    /// What the author must be told, if there is no fix.
    var advice: String?

    var testDescription: String { "\(to.split(separator: "\n").last ?? "") is \(identifier)" }
  }

  @Test(arguments: slips)
  func `a slip is reported at its place, with a fix that undoes it`(fault: Fault) throws {
    let (found, broken) = try report(of: fault)
    let fix = try #require(found.fix)
    let fixed = applying([fix], to: SourceFile(path: fault.path, text: broken))
    #expect(String(decoding: fixed, as: UTF8.self) == (try Folder.design())[fault.path])
  }

  @Test(arguments: open + unclear + meanings)
  func `a fault without a fix is reported at its place, with advice`(fault: Fault) throws {
    let (found, _) = try report(of: fault)
    #expect(found.fix == nil)
    let advice = try #require(fault.advice)
    let said = found.labels.map(\.message) + found.notes
    #expect(said.contains { $0.contains(advice) }, "\(said)")
  }

  /// Seeds a fault, and returns what is reported at its place, and the text of its file.
  private func report(of fault: Fault) throws -> (found: Diagnostic, broken: String) {
    var folder = try Folder.design()
    var text = folder[fault.path]
    let place = try #require(text.firstRange(of: fault.from), "`\(fault.from)` is not there")
    text.replaceSubrange(place, with: fault.to)
    folder[fault.path] = text
    let named = try #require(text.firstRange(of: fault.named ?? fault.to)).lowerBound
    let line = 1 + text[..<named].count { $0.isNewline }
    let result = folder.checked(today: Day("2026-11-28"))
    #expect(result.library == nil)
    #expect((1...3).contains(result.diagnostics.count), "\(result.text)")
    if fault.identifier == "misspelt-mark" {
      #expect(result.diagnostics.count == 1, "\(result.text)")
    }
    let found = try #require(
      result.diagnostics.first { $0.id == fault.identifier },
      "\(result.text)"
    )
    let label = try #require(found.labels.first)
    #expect(label.source.path == fault.path)
    let reported = label.source.position(at: label.span.start).line
    #expect((line...line + fault.to.count { $0.isNewline }).contains(reported), "\(result.text)")
    return (found, text)
  }

  private static let choose = "guides/ketamine-or-ect.guide"
  private static let cost = "guides/cost-and-insurance.guide"

  private static func fault(
    _ path: String,
    _ from: String,
    _ to: String,
    _ identifier: String,
    named: String? = nil,
    advice: String? = nil
  ) -> Fault {
    Fault(path: path, from: from, to: to, identifier: identifier, named: named, advice: advice)
  }

  private static let slips = names + marks

  /// Misspelt names: of a step, a topic, a question, an answer, a claim, a key.
  private static let names = [
    fault(choose, "=> sure", "=> suer", "unknown-topic"),
    fault(choose, "=> bipolar-cautions", "=> bipolar-cuations", "unknown-topic"),
    fault(cost, "when time is", "when tiem is", "unknown-name"),
    fault(choose, "when course is", "when coures is", "unknown-name"),
    fault(choose, "unless bipolar is no:", "unless bipolar is noo:", "unknown-answer"),
    fault("evidence/claims.guide", "certainty: low", "certianty: low", "unknown-field"),
  ]

  /// Misspelt keywords: as prose, a patient would read them aloud.
  private static let marks = [
    fault(choose, "when course is known:", "whn course is known:", "misspelt-mark"),
    fault(choose, "when course is known:", "When course is known:", "misspelt-mark"),
    fault(choose, "when course is known:", "if course is known:", "misspelt-mark"),
    fault(choose, "when course is known:", "when course is known", "broken-mark"),
    fault(choose, "unless bipolar is no:", "unles bipolar is no:", "misspelt-mark"),
    fault(choose, "ask: What happens", "aks: What happens", "misspelt-mark"),
    fault(choose, "    tell: I have", "    tel: I have", "misspelt-mark"),
    fault(choose, "check driving", "chekc driving", "misspelt-mark"),
    fault(choose, "let course =", "lett course =", "misspelt-mark"),
    fault(choose, "let course =", "Let course =", "misspelt-mark"),
    fault(choose, "\nweigh: How", "\nwiegh: How", "misspelt-mark"),
    fault(choose, "\nmenu\n", "\nmenuu\n", "misspelt-mark"),
    fault(choose, "\ncompare\n", "\ncomapre\n", "misspelt-mark"),
  ]

  /// Marks that begin well; only the author knows how they should go on.
  private static let open = [
    fault(
      choose,
      "when course is known:",
      "when course is known: words",
      "broken-mark",
      advice: "write `when bipolar is yes or unsure:`"
    ),
    fault(choose, "[@bpc-06]", "[@bpc-06", "open-citation", advice: "missing `]` on this line"),
    fault(
      cost,
      "**Ask for the price in writing.**",
      "**Ask for the price",
      "open-emphasis",
      advice: "write `*soft*` or `**strong**`"
    ),
  ]

  /// Slips that can be meant for more than one thing, or change what people read.
  private static let unclear = [
    fault(cost, "-> last when", "-> lst when", "unknown-step", advice: "did you mean `last`?"),
    fault(
      cost,
      "when bipolar is unsure",
      "when bipolar is unsre",
      "unknown-answer",
      advice: "did you mean `unsure`?"
    ),
    fault(choose, "[@bpc-06]", "[@bcp-06]", "unknown-claim", advice: "did you mean `bpc-06`?"),
    fault(
      choose,
      "ask: What happens",
      "Ask: What happens",
      "misspelt-mark",
      advice: "did you mean `ask`?"
    ),
    fault(choose, "show elekt", "shw elekt", "misspelt-mark", advice: "did you mean `show`?"),
    fault(
      choose,
      "promise: see about",
      "promis: see about",
      "misspelt-mark",
      advice: "did you mean `promise`?"
    ),
    fault(
      choose,
      "promise: see about",
      "Promise: see about",
      "misspelt-mark",
      advice: "did you mean `promise`?"
    ),
  ]

  /// What can be read, and would not do what its author meant.
  private static let meanings = [
    fault(
      cost,
      "when bipolar is yes:",
      "when bipolar is yes and bipolar is no:",
      "never-together",
      advice: "did you mean `or`?"
    ),
    fault(
      choose,
      "memory is at least 4",
      "memory is at least 6",
      "never-so-large",
      advice: "answers are from 0 to 5"
    ),
    fault(
      cost,
      "ask: Who writes the letter",
      "-> last\n\nask: Who writes the letter",
      "after-jump",
      named: "ask: Who writes",
      advice: "give the jump a condition"
    ),
    fault(
      cost,
      "-> last when time is short\n",
      "-> last\n",
      "unreached-step",
      named: "# plan",
      advice: "every path leaves before it, and nothing jumps to it"
    ),
    fault(
      cost,
      "  ( ) short: About one minute\n  ( ) full: As long as it takes\n",
      """
        when seen harm of ect:
          ( ) short: About one minute
          ( ) full: As long as it takes

      """,
      "no-open-option",
      named: "? time:",
      advice: "put at least one answer outside `when`"
    ),
    fault(
      cost,
      "when bipolar is unsure:\n",
      "when bipolar is no:\n",
      "unsure-forgotten",
      named: "when bipolar is yes:",
      advice: "write `bipolar is yes or unsure`"
    ),
  ]
}
