import Terminal

/// Writes something, or fails with a message.
func writing(_ work: () throws(OutputClosed) -> Void) throws(Failure) {
  do throws(OutputClosed) {
    try work()
  } catch {
    throw Failure("The output could not be completely written.", exit: .disk)
  }
}
