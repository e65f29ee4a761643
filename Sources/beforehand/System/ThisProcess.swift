import FoundationEssentials
import Glibc

/// Makes writing to a file at its size limit fail with an error, instead of ending the program.
func surviveFullFiles() { _ = signal(SIGXFSZ, SIG_IGN) }

/// The environment of the process.
func environment() -> [String: String] { ProcessInfo.processInfo.environment }
