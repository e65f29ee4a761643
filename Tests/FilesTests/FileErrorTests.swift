import Foundation
import Testing

@testable import Files

struct FileErrorTests {
  @Test func `no number of the system is lost`() {
    for code in Int32(1)...133 { #expect(FileError(code: code).code == code) }
  }

  @Test func `what callers tell apart has a case of its own`() {
    let errors = [ENOENT, ELOOP, ENOTDIR, EDQUOT, EROFS, EPERM, ENAMETOOLONG].map {
      FileError(code: $0)
    }
    #expect(
      errors == [
        .missing, .link, .otherKind(code: ENOTDIR), .noSpace(code: EDQUOT), .readOnly,
        .notPermitted(code: EPERM), .nameTooLong,
      ]
    )
    #expect(FileError.locked.code == EWOULDBLOCK)
    // Only `lock` says that something is locked.
    #expect(FileError(code: EWOULDBLOCK) == .system(code: EWOULDBLOCK))
  }

  @Test func `the system has words for a number`() {
    #expect(systemMessage(ENOSPC) == "No space left on device")
    #expect(systemMessage(4711).contains("4711"))
  }
}
