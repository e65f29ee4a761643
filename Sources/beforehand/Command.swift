import ArgumentParser
import ContentFolder
import TerminalUI

/// The program.
@main
struct Beforehand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "beforehand",
    abstract: "Read, think and write things down before you see the clinician.",
    usage: """
      beforehand [GUIDE]
      beforehand COMMAND …
      """,
    subcommands: [
      Talk.self, Resume.self, PageCommand.self, JournalCommand.self, Check.self, Format.self,
      Test.self, Explain.self, Help.self, Logic.self, Sign.self, Diff.self, GraphCommand.self,
      New.self, Try.self,
    ],
    // So that `beforehand what-to-expect` opens a guide: its name is no command's.
    defaultSubcommand: Talk.self
  )

  static func main() {
    // First of all: Swift's crash handler would offer a debugger to whoever sits there.
    LineEditor.silenceCrashes()
    surviveFullFiles()
    do {
      var command = try parseAsRoot()
      try command.run()
      try finishOutput()
    } catch let failure as Failure {
      leave(failure)
    } catch let error as ContentError {
      leave(Failure(error))
    } catch let status as Exit {
      do throws(Failure) { try finishOutput() } catch { leave(error) }
      exit(withError: ExitCode(status.rawValue))
    } catch {
      exit(withError: error)
    }
  }

  private static func leave(_ failure: Failure) -> Never {
    if !failure.message.isEmpty { complain(failure.message) }
    exit(withError: ExitCode(failure.exit.rawValue))
  }
}
