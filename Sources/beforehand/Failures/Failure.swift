/// The end of a command that could not do its work, in words for the person who gave it.
struct Failure: Error {
  let message: String
  let exit: Exit

  init(_ message: String, exit: Exit) {
    self.message = message
    self.exit = exit
  }
}
