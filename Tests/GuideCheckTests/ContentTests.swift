import GuideCheck
import SourceText
import TestSupport
import Testing

struct ContentTests {
  @Test func `the whole content folder is read and checked without a message`() throws {
    let result = try Folder.real().checked(today: Day("2026-11-28"))
    // A rule in it ends on December 31, 2026.
    #expect(result.diagnostics.map(\.id) == ["claim-ends-soon"])
    #expect(result.library != nil)
  }

  @Test func `the guide of the design document is checked without a message`() throws {
    let result = try Folder.design().checked(today: Day("2026-11-28"))
    #expect(result.text == "")
    #expect(result.library != nil)
  }
}
