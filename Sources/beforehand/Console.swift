import FoundationEssentials
import Glibc

/// Says something to the person at the terminal that must not stand among the results.
func complain(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

/// Whether what is printed may be colored.
func usesColor() -> Bool {
  let environment = environment()
  let isPlain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
  return isatty(STDOUT_FILENO) == 1 && !isPlain
}

/// The variables of the process.
func environment() -> [String: String] { ProcessInfo.processInfo.environment }

/// Waits until everything printed has arrived: a result that was cut off must not look whole.
func finishOutput() throws(Failure) {
  guard fflush(nil) != 0 else { return }
  throw Failure("Not everything could be written.", exit: .disk)
}
