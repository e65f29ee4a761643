import SourceText
import Testing

@testable import Phrases

/// What the phrases of the English language make of numbers, days and lists.
struct EnglishTests {
  private let english = English()

  @Test(arguments: [("2026-11-21", "November 21, 2026"), ("1999-01-02", "January 2, 1999")])
  func `a day reads as people write it`(_ day: String, _ words: String) throws {
    #expect(english.date(try #require(Day(day))) == words)
  }

  @Test(arguments: [
    "2026-11-03", "11/3/2026", "11/03/2026", "11-3-2026", "11.3.2026", "11 3 2026",
    "november 3, 2026", "November 3 2026", "nov 3, 2026", "Nov. 3rd, 2026", "3 november 2026",
    "3rd nov 2026", "3. november 2026",
  ])
  func `a date is read in the ways people write one`(_ typed: String) {
    #expect(english.date(typed: typed) == Day("2026-11-03"))
  }

  @Test(arguments: [
    "", "11/3/26", "11/3", "13/11/2026", "2/29/2026", "0/1/2026", "no 3, 2026", "november 2026",
    "november 3", "3", "tomorrow", "11/3/2026/1", "-11/3/2026x", "november november 2026",
    "3 3rd nov 2026", "٣/٣/٢٠٢٦", "1e1/1/2026", "99999999999999999999/1/2026", "may may 2026",
  ])
  func `what is not a whole date is not made one`(_ typed: String) {
    #expect(english.date(typed: typed) == nil)
  }

  @Test func `every day that is said is read as that day`() {
    for number in stride(from: -100_000, through: 500_000, by: 97) {
      let day = Day(daysSinceEpoch: number)
      #expect(english.date(typed: english.date(day)) == day)
      #expect(english.date(typed: "\(day.month)/\(day.day)/\(day.year)") == day)
    }
  }

  @Test(arguments: [
    (0, "0"), (1, "0.01"), (10, "0.1"), (100, "1"), (125, "1.25"), (-5, "-0.05"), (-250, "-2.5"),
    (1_000_00, "1000"),
  ])
  func `a decimal has no digits that say nothing`(_ hundredths: Int, _ words: String) {
    #expect(english.decimal(hundredths: hundredths) == words)
  }

  @Test(arguments: [
    (0, "$0"), (5, "$0.05"), (1_234_00, "$1,234"), (-1_234_567_89, "-$1,234,567.89"),
  ])
  func `money has groups of three, and cents where there are any`(_ cents: Int, _ words: String) {
    #expect(english.money(cents: cents, currency: "$") == words)
  }

  @Test(arguments: [
    ("visits", "visit"), ("boxes", "box"), ("glasses", "glass"), ("lunches", "lunch"),
    ("wishes", "wish"), ("loss", "loss"), ("mg", "mg"),
  ])
  func `one of a unit is in the singular`(_ unit: String, _ one: String) {
    #expect(english.counted("1", isOne: true, unit) == "1 \(one)")
    #expect(english.counted("1.5", isOne: false, unit) == "1.5 \(unit)")
  }

  @Test func `every word of a command is typed differently`() {
    let words = CommandWord.allCases.map { english.word(for: $0) }
    #expect(Set(words).count == CommandWord.allCases.count)
    #expect(!words.contains(english.helpWord))
    for (other, command) in english.otherCommandWords {
      #expect(!words.contains(other), "\(other) is another word for \(command)")
    }
  }

  @Test(arguments: ["en-US", "en", "xx", nil])
  func `a language that is not spoken yet has the phrases of English`(_ language: String?) {
    #expect(patientPhrases(in: language).helpWord == "help")
  }
}
