// A bare loop over the line editor, for the tests that type at it on a pseudo-terminal.
import TerminalUI

LineEditor.silenceCrashes()

func shown(_ text: String) -> String {
  text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
}

let words = ["ketamine", "ketones", "ECT", "review", "why"]
var editor = LineEditor()
print("ready")
var answers = 0
reading: while true {
  let reading = editor.read(prompt: "> ", completions: words)
  if case .cut = reading { print("cut") }
  switch reading {
  case .line("next person"):
    editor = LineEditor()
    print("welcome")
  case .line("release"):
    editor = LineEditor()
  case .line("crash now"):
    let empty: [Int] = []
    print(empty[answers])
  case .line("quit"):
    print("bye")
    break reading
  case .line(let text), .cut(let text):
    answers += 1
    print("line \(answers) count \(text.unicodeScalars.count) <\(text)> [\(shown(text))]")
  case .back: print("back")
  case .interrupted: print("interrupted")
  case .ended(let ending, _):
    print("ended: \(ending)")
    break reading
  }
}
