import FoundationEssentials
import Glibc
import SourceText

// What this target asks of the system itself.

/// Says something to the person at the terminal that must not stand among the results.
func complain(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

/// Lets a file that may grow no further be a failed write, with a sentence, and not the end.
func surviveFullFiles() { _ = signal(SIGXFSZ, SIG_IGN) }

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

/// Waits so many milliseconds for the input to end; what is typed meanwhile is passed over.
func inputEnds(within milliseconds: Int32) -> Bool {
  var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
  guard unsafe poll(&input, 1, milliseconds) > 0 else { return false }
  var bytes = [UInt8](repeating: 0, count: 4096)
  let count = unsafe bytes.withUnsafeMutableBytes { bytes in
    unsafe read(STDIN_FILENO, bytes.baseAddress, bytes.count)
  }
  return count == 0
}

/// Returns the time on this machine's clock, like 14:03:22.
func clock() -> String {
  var now = time(nil)
  guard let local = unsafe localtime(&now)?.pointee else { return "" }
  let (hour, minute, second) = unsafe (local.tm_hour, local.tm_min, local.tm_sec)
  return [hour, minute, second].map { twoDigits(Int($0)) }.joined(separator: ":")
}

/// Returns the day on this machine's calendar, or the one that `BEFOREHAND_TODAY` names.
func today() throws(Failure) -> Day {
  if let named = environment()["BEFOREHAND_TODAY"], !named.isEmpty {
    if let day = Day(named) { return day }
    throw Failure("BEFOREHAND_TODAY is no day like 2026-11-21.", exit: .configuration)
  }
  var now = time(nil)
  let utc = Day(daysSinceEpoch: now / 86_400)
  guard let local = unsafe localtime(&now)?.pointee else { return utc }
  let (year, month, day) = unsafe (local.tm_year, local.tm_mon, local.tm_mday)
  return Day(year: Int(year) + 1900, month: Int(month) + 1, day: Int(day)) ?? utc
}

/// Runs a program of the machine, found in `PATH`, and waits for its end.
///
/// It reads nothing, and what it complains about is not shown.
/// - Returns: What it wrote and how it ended; nil if it is not there.
func output(of command: [String]) -> (bytes: [UInt8], status: Int32)? {
  var ends: [Int32] = [-1, -1]
  guard unsafe pipe(&ends) == 0 else { return nil }
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  defer { _ = close(ends[0]) }
  var actions = unsafe posix_spawn_file_actions_t()
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
  unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
  unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
  var arguments = unsafe command.map { unsafe strdup($0) } + [nil]
  defer { for index in 0..<command.count { unsafe free(arguments[index]) } }
  var child = pid_t()
  let fault = unsafe posix_spawnp(&child, command[0], &actions, nil, &arguments, environ)
  _ = close(ends[1])
  guard fault == 0 else { return nil }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe buffer.withUnsafeMutableBytes {
      unsafe read(ends[0], $0.baseAddress, $0.count)
    }
    if count > 0 {
      bytes += buffer[..<count]
    } else if count == 0 || errno != EINTR {
      break
    }
  }
  var status: Int32 = 0
  while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
  // The exit status, or what no program ends with where a signal ended it.
  return (bytes, status & 0x7F == 0 ? (status >> 8) & 0xFF : -1)
}
