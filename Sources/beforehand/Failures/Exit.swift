/// What the program tells whoever started it, in the numbers of sysexits.h.
///
/// Thrown as it is, it ends the program without another word.
enum Exit: Int32, Error {
  /// The command line makes no sense.
  case usage = 64
  /// The content has errors.
  case content = 65
  /// No such file or handle.
  case noInput = 66
  /// A fault of this program.
  case bug = 70
  /// Something could not be created.
  case cannotCreate = 73
  /// The disk did not take or give something.
  case disk = 74
  /// Somebody else is using it.
  case busy = 75
  /// The key does not fit.
  case wrongKey = 77
  /// The machine is not set up for this.
  case configuration = 78
}
