import ContentFolder
import Files
import SourceText

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

/// The end of a command that could not do its work, in words for the person who gave it.
struct Failure: Error {
  let message: String
  let exit: Exit

  init(_ message: String, exit: Exit) {
    self.message = message
    self.exit = exit
  }

  init(_ error: ContentError) {
    switch error {
    case .noFolder(let looked):
      let places = looked.map(quoted).joined(separator: " nor ")
      let message = "There is no content folder: neither \(places). Name one with --content FOLDER."
      self.init(message, exit: .noInput)
    case .missing(let path): self.init("There is no \(quoted(path)).", exit: .noInput)
    case .notAFolder(let path): self.init("\(quoted(path)) is no folder.", exit: .noInput)
    case .notAFile(let path): self.init("\(quoted(path)) is no plain file.", exit: .noInput)
    case .noHouse(let path):
      let message = "\(quoted(path)) is no content folder: it has no `house.guide`."
      self.init(message, exit: .noInput)
    case .tooLarge(let path): self.init("\(quoted(path)) is too large.", exit: .content)
    case .unreadable(let path, let code):
      self.init("\(quoted(path)) could not be read. \(reason(code))", exit: .noInput)
    case .notCreated(let path, let code):
      self.init(
        "No file can be made beside \(quoted(path)). \(reason(code))",
        exit: .cannotCreate
      )
    case .notWritten(let path, let code):
      self.init("\(quoted(path)) is as it was. \(reason(code))", exit: .disk)
    }
  }
}

private func quoted(_ path: String) -> String { "`\(visible(path))`" }

private func reason(_ code: Int32) -> String { "The system says: \(systemMessage(code))." }
