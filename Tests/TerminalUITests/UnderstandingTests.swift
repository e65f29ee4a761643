import GuideCheck
import Testing

@testable import TerminalUI

struct UnderstandingTests {
  @Test(arguments: [
    ("400", "400"), ("$400", "400"), ("1,250", "1250"), ("12.5", "12.5"), ("0", "0"),
    ("$1,250.50", "1250.5"),
  ])
  func `numbers are read as people type them`(typed: String, value: String) {
    #expect(Understanding.fraction(typed, currency: "$")?.description == value)
  }

  @Test(arguments: [
    "", "$", "-1", "1e9", "12.", ".5", "1,25", "1,2345", "1.23456", "٣", "１", "99999999999999",
    "0x10",
    "1 2", "½", "$$1", "1.2.3", "NaN",
  ])
  func `what is no number is not made one`(typed: String) {
    #expect(Understanding.fraction(typed, currency: "$") == nil)
  }

  @Test func `phrases are heard without apostrophes, signs and case`() {
    #expect(Understanding.plain("I don\u{2019}t WANT to… live!") == "i dont want to live")
    #expect(Understanding.plain("  ") == "")
  }
}
