import Glibc

/// Shows a message to the person at the terminal that is not part of the results.
func complain(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

/// Whether the output can have colors.
func usesColor() -> Bool {
  let environment = environment()
  let isPlain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
  return isatty(STDOUT_FILENO) == 1 && !isPlain
}

/// Flushes everything printed: a result that was cut off must not look complete.
func finishOutput() throws(Failure) {
  guard fflush(nil) != 0 else { return }
  throw Failure("The output could not be completely written.", exit: .disk)
}

/// Waits for the input to end, and ignores what is typed meanwhile.
func inputEnds(within milliseconds: Int32) -> Bool {
  var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
  guard unsafe poll(&input, 1, milliseconds) > 0 else { return false }
  var bytes = [UInt8](repeating: 0, count: 4096)
  let count = unsafe bytes.withUnsafeMutableBytes { bytes in
    unsafe read(STDIN_FILENO, bytes.baseAddress, bytes.count)
  }
  return count == 0
}
