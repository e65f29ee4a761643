import ArgumentParser
import Authoring
import ContentFolder
import SourceText
import Terminal

/// The program and its commands.
@main
struct Beforehand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "beforehand",
    abstract: "Read, think, and write things down before you see the clinician.",
    usage: """
      beforehand [GUIDE]
      beforehand COMMAND …
      """,
    version: "1.0.0-development",
    subcommands: [
      OpenGuideCommand.self, ResumeCommand.self, PageCommand.self, JournalCommand.self,
      CheckCommand.self, FormatCommand.self, TestCommand.self, ExplainCommand.self,
      HelpCommand.self, LogicCommand.self, SignCommand.self, DiffCommand.self, GraphCommand.self,
      NewCommand.self, TryCommand.self,
    ],
    // So that `beforehand what-to-expect` opens a guide: no command has that name.
    defaultSubcommand: OpenGuideCommand.self
  )

  static func main() async {
    // Before anything else: Swift's crash handler would offer a debugger to the person at the terminal.
    LineEditor.silenceCrashes()
    surviveFullFiles()
    do {
      var command = try parseAsRoot()
      // Only commands that start other programs are asynchronous. The others run right here, on the
      // first thread.
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
      try finishOutput()
    } catch let failure as Failure {
      leave(failure)
    } catch let error as AuthoringError {
      leave(Failure(error))
    } catch let error as ContentError {
      leave(Failure(error))
    } catch let status as Exit {
      do throws(Failure) { try finishOutput() } catch { leave(error) }
      exit(withError: ExitCode(status.rawValue))
    } catch {
      leave(saying: fullMessage(for: error), exitCode(for: error))
    }
  }

  /// Exits with a message from the parser of the command line: help, or what it did not understand.
  ///
  /// The message can repeat what was typed or pasted.
  private static func leave(saying message: String, _ code: ExitCode) -> Never {
    if code.isSuccess, !message.isEmpty { print(message) }
    if !code.isSuccess, !message.isEmpty { complain(visible(message, keepingNewlines: true)) }
    exit(withError: code)
  }

  private static func leave(_ failure: Failure) -> Never {
    if !failure.message.isEmpty { complain(visible(failure.message, keepingNewlines: true)) }
    exit(withError: ExitCode(failure.exit.rawValue))
  }
}
