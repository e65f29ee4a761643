/// A form of many steps, questions, jumps and promises, as large forms are: every few steps a question,
/// whose answer decides what is said three questions later and sometimes where the walk goes on;
/// promises that a step is seen before the last, unless something was answered long before.
struct Thicket {
  let steps: Int
  /// Three in ten steps ask.
  var questions: Int { steps * 3 / 10 }
  let promises = 50

  /// The house around it.
  static let house = "title: A house\nkind: house\n\n# shelf: What to look at\nmenu\n  => thicket\n"

  /// The guide.
  var text: String {
    "title: Thicket\nkind: form\n\n" + (0..<steps).map(step).joined(separator: "\n")
      + "\n# last-step: The last\nThat was all.\n\n" + (0..<promises).map(promise).joined()
  }

  private func step(_ number: Int) -> String {
    let words = "# step-\(number): Step \(number)\nA few words about this step.\n"
    let distance = max(steps / max(questions, 1), 1)
    let (question, rest) = number.quotientAndRemainder(dividingBy: distance)
    guard rest == 0, question < questions else { return words }
    var text = """
      \(words)
      ? q\(question): Which one?
        ( ) a: The first
        ( ) b: The second
        ( ) c: The third
          That is the third.

      """
    if question >= 3 { text += "\nwhen q\(question - 3) is a:\n  Some say more.\n" }
    if question % 7 == 6, number + 2 < steps {
      text += "\n-> step-\(number + 2) when q\(question - 2) is b\n"
    }
    return text
  }

  private func promise(_ number: Int) -> String {
    // The step of a question: no jump goes over it.
    let step = number * questions / promises * max(steps / max(questions, 1), 1)
    return
      "promise: see step-\(step) before last-step unless q\(number * 5 % max(questions, 1)) is b\n"
  }
}
