import Glibc

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
