import Terminal

/// Writes something, or says that it could not be.
func writing(_ work: () throws(OutputClosed) -> Void) throws(Failure) {
  do throws(OutputClosed) {
    try work()
  } catch {
    throw Failure("Not everything could be written.", exit: .disk)
  }
}
