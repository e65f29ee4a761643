/// The exit codes, with the numbers of sysexits.h.
///
/// A command that throws one of these ends the program without another message.
enum Exit: Int32, Error {
  /// The command line is wrong.
  case usage = 64
  /// The content has errors.
  case content = 65
  /// There is no such file or session.
  case noInput = 66
  /// An error in this program.
  case bug = 70
  /// Something could not be created.
  case cannotCreate = 73
  /// The disk could not be read or written.
  case disk = 74
  /// Another program is using the journal.
  case busy = 75
  /// The key does not belong to the journal.
  case wrongKey = 77
  /// This computer is not set up for the command.
  case configuration = 78
}
