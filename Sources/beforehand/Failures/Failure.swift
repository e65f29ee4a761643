/// Why a command could not do its work, with a message for the person who ran it.
struct Failure: Error {
  let message: String
  let exit: Exit

  init(_ message: String, exit: Exit) {
    self.message = message
    self.exit = exit
  }
}
