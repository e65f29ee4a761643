import FoundationEssentials
import Glibc

/// Lets a file that may grow no further be a failed write, with a sentence, and not the end.
func surviveFullFiles() { _ = signal(SIGXFSZ, SIG_IGN) }

/// The variables of the process.
func environment() -> [String: String] { ProcessInfo.processInfo.environment }
