import GuideCheck
import SourceText
import TestSupport
import Testing

struct ContentTests {
  @Test func `the whole content folder is read and checked without a message`() throws {
    let result = try Folder.real().checked(today: Day("2026-10-21"))
    #expect(result.text == "")
    #expect(result.library != nil)
  }

  @Test func `the guide of the design document is checked without a message`() throws {
    let result = try Folder.design().checked(today: Day("2026-10-21"))
    #expect(result.text == "")
    #expect(result.library != nil)
  }
}
