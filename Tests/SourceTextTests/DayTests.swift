import SourceText
import Testing

struct DayTests {
  @Test(arguments: ["1583-01-01", "1970-01-01", "2000-02-29", "2024-02-29", "9999-12-31"])
  func `reads what it prints`(text: String) throws {
    let day = try #require(Day(text))
    #expect(day.description == text)
    #expect(Day(daysSinceEpoch: day.daysSinceEpoch) == day)
  }

  @Test(arguments: [
    "", "2026", "2026-1-1", "2026-11-21 ", " 2026-11-21", "2026/11/21", "20261121", "+026-11-21",
    "2026-11-21T00:00", "2026-00-01", "2026-13-01", "2026-11-00", "2026-11-31", "2026-02-29",
    "1900-02-29", "2100-02-29", "1582-12-31", "0000-01-01", "-2026-1-1", "２０２６-11-21",
    "2026-11-2\u{301}",
  ])
  func `reads nothing but a real day`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2026-11-21", 20_778),
    ("1583-01-01", -141_349), ("9999-12-31", 2_932_896),
  ])
  func `counts the days since the epoch`(text: String, count: Int) {
    #expect(Day(text)?.daysSinceEpoch == count)
  }

  @Test func `goes through every day in order`() {
    var previous = Day(daysSinceEpoch: -141_349)
    for count in stride(from: -141_348, through: 2_932_896, by: 1) {
      let day = Day(daysSinceEpoch: count)
      guard day.daysSinceEpoch == count, previous < day else {
        Issue.record("\(day) is out of order")
        return
      }
      previous = day
    }
    #expect(previous.description == "9999-12-31")
  }

  @Test func `stops at its first and last day`() {
    #expect(Day(daysSinceEpoch: .min).description == "1583-01-01")
    #expect(Day(daysSinceEpoch: .max).description == "9999-12-31")
    #expect(Day(year: .max, month: .min, day: .max) == nil)
  }

  @Test(arguments: [
    ("2026-11-21", 2, "2027-01-21"), ("2026-11-21", -11, "2025-12-21"),
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
    ("2024-02-29", 12, "2025-02-28"), ("2024-03-31", -1, "2024-02-29"),
    ("2026-11-21", 0, "2026-11-21"), ("9999-11-30", 1, "9999-12-30"),
    ("9999-12-05", 1, "9999-12-31"), ("1583-01-05", -1, "1583-01-01"),
    ("2026-11-21", .max, "9999-12-31"), ("2026-11-21", .min, "1583-01-01"),
  ])
  func `adds months, to the last day of a shorter one`(text: String, months: Int, sum: String) {
    #expect(Day(text)?.adding(months: months).description == sum)
  }
}
