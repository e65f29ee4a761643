import Subprocess

/// Runs another program, found in `PATH`, and waits until it ends.
///
/// Its standard input is empty, and what it writes to standard error is not shown.
///
/// - Parameters:
///   - program: The name of the program.
///   - arguments: Its arguments.
/// - Returns: Everything it wrote to standard output, and its exit status, or -1 if a signal ended it;
///   nil if there is no such program, or it cannot be run.
func output(
  of program: String,
  _ arguments: [String]
) async -> (bytes: [UInt8], status: Int32)? {
  let result = try? await run(
    .name(program),
    arguments: Arguments(arguments),
    output: .bytes(limit: .max)
  )
  guard let result else { return nil }
  return switch result.terminationStatus {
  case .exited(let status): (result.standardOutput, status)
  case .signaled: (result.standardOutput, -1)
  }
}
