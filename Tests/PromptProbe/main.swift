// A bare loop over the line editor, for the tests that type at it on a pseudo-terminal.
import Dispatch
import Glibc
import Terminal

LineEditor.silenceCrashes()

func shown(_ text: String) -> String {
  text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
}

/// Starts a program and returns what the system says, 0 when it lets it.
func startProgram() -> Int32 {
  var child = pid_t()
  let name = unsafe strdup("true")
  defer { unsafe free(name) }
  var arguments = unsafe [name, nil]
  let fault = unsafe posix_spawnp(&child, "true", nil, nil, &arguments, environ)
  if fault == 0 { waitpid(child, nil, 0) }
  return fault
}

/// Makes a call of the system by its number, with useless arguments, and returns its error.
func call(_ number: Int) -> Int32 {
  typealias Call = @convention(c) (Int, Int, Int, Int, Int, Int) -> Int
  guard let symbol = unsafe dlsym(nil, "syscall") else { return 0 }
  let call = unsafe unsafeBitCast(symbol, to: Call.self)
  return call(number, -1, -1, -1, -1, -1) < 0 ? errno : 0
}

/// A thread that is there from the beginning.
let oldThread = (isWanted: DispatchSemaphore(value: 0), isDone: DispatchSemaphore(value: 0))
DispatchQueue.global().async {
  while true {
    oldThread.isWanted.wait()
    print("started: \(startProgram())")
    oldThread.isDone.signal()
  }
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
  case .line("forbid other programs"):
    LineEditor.forbidOtherPrograms()
    print("forbidden")
  case .line("start a program"): print("started: \(startProgram())")
  case .line("start a program in an old thread"):
    oldThread.isWanted.signal()
    oldThread.isDone.wait()
  case .line(let text) where text.hasPrefix("call "):
    print("called: \(call(Int(text.dropFirst(5)) ?? -1))")
  case .line("quit"):
    print("bye")
    break reading
  case .line(let text), .cut(let text):
    answers += 1
    print("line \(answers) count \(text.unicodeScalars.count) <\(text)> [\(shown(text))]")
  case .back: print("back")
  case .elapsed: print("elapsed")
  case .refreshed: print("refreshed")
  case .interrupted: print("interrupted")
  case .ended(let ending, _):
    print("ended: \(ending)")
    break reading
  }
}
