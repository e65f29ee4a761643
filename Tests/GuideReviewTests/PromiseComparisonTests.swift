import GuideCheck
import GuideReview
import TestSupport
import Testing

struct PromiseComparisonTests {
  /// What happens to the only promise of a guide, whose text is the same in every version.
  enum Standing: String, CaseIterable, Sendable {
    case absent, kept, broken, notProved
  }

  private func guide(_ standing: Standing) -> String {
    // What a product of two answers can be is not proved.
    let weighed = standing == .notProved ? "total" : "price"
    let jump =
      switch standing {
      case .absent, .kept: ""
      case .broken: "\n-> end when price is at least 450\n"
      case .notProved: "\n-> end when price is less than 100\n"
      }
    let promise = standing == .absent ? "" : "\npromise: see last before end when dear is true\n"
    return """
      title: A visit
      kind: form

      # start: Start
      ? price: What does one visit cost?
        [amount 0 to 5000]
      ? visits: How many visits?
        [number 1 to 50 visits]
      let total = price * visits
      let dear = \(weighed) is at least 400

      when total is at least 100:
        Ask about the cost.

      when dear is true:
        Ask once more.
      \(jump)
      # last: Last
      Goodbye.
      \(promise)
      """
  }

  private func lines(of guide: String, from old: Folder, to new: Folder) throws -> [String] {
    let (was, now) = (old.checked(), new.checked())
    let before = try #require(was.library, "\(was.text)")
    let after = try #require(now.library, "\(now.text)")
    let difference = try #require(VersionComparison(from: before, to: after).difference(of: guide))
    return difference.sections.first { $0.title == "Promises" }?.lines ?? []
  }

  private static let words = "see last before end when dear is true"
  private static let told: [String: String] = [
    "absent kept": "New, and kept on every path: ", "absent broken": "New, and BROKEN: ",
    "absent notProved": "New, and NOT PROVED: ", "kept absent": "No longer promised: ",
    "broken absent": "No longer promised: ", "notProved absent": "No longer promised: ",
    "broken kept": "Newly kept: ", "notProved kept": "Not proved before, and kept now: ",
    "kept broken": "Newly BROKEN: ", "notProved broken": "Not proved before, and BROKEN now: ",
    "broken broken": "Still BROKEN: ", "kept notProved": "Kept before, and NOT PROVED now: ",
    "broken notProved": "BROKEN before, and NOT PROVED now: ",
    "notProved notProved": "Still NOT PROVED: ",
  ]

  @Test(arguments: Standing.allCases, Standing.allCases)
  func `what becomes of a promise is told by its verdicts`(was: Standing, now: Standing) throws {
    var (old, new) = (plainFolder, plainFolder)
    old["guides/visit.guide"] = guide(was)
    new["guides/visit.guide"] = guide(now)
    let lines = try lines(of: "visit", from: old, to: new)
    guard let start = Self.told["\(was) \(now)"] else {
      #expect(lines == [])
      return
    }
    #expect(lines.count == 1)
    let line = try #require(lines.first)
    #expect(line.hasPrefix(start + Self.words))
    #expect(line.contains("(begin `visit`; ") == (now == .broken))
  }

  /// A house with a promise, and two guides on its shelf.
  private func folder(_ promise: String, other: String, visit: String) -> Folder {
    var folder = plainFolder
    folder["house.guide"] =
      folder["house.guide"].replacing("=> visit", with: "=> other\n  => visit")
      + "\npromise: \(promise)\n"
    for (name, text) in [("other", other), ("visit", visit)] {
      folder["guides/\(name).guide"] =
        "title: Guide \(name)\nkind: form\n\n# start: Start\n\(text)\n"
    }
    return folder
  }

  @Test func `a promise of the house is told of the guide that breaks it alone`() throws {
    let careful = "Bring someone. [@drive-1]"
    let only = "unless seen other:\n  Bring someone. [@drive-1]\n\nGoodbye."
    let promise = "see driving before end"
    let old = folder(promise, other: careful, visit: only)
    let new = folder(promise, other: "Hello.", visit: only)
    // A person who opens the other guide first is not told in this one either, but the other is the cause.
    #expect(try lines(of: "visit", from: old, to: new) == [])
    let told = try lines(of: "other", from: old, to: new)
    #expect(told.count == 1)
    #expect(told.first?.hasPrefix("Newly BROKEN: see driving before end (begin `other`") == true)
    #expect(try lines(of: "visit", from: new, to: old) == [])
    #expect(try lines(of: "other", from: new, to: old) == ["Newly kept: \(promise)"])
  }

  @Test func `a promise of the house that no guide breaks alone is told all the same`() throws {
    let promise = "never driving when bipolar is skipped"
    let old = folder(promise, other: "? bipolar", visit: "Hello.")
    let new = folder(promise, other: "? bipolar", visit: "Bring someone. [@drive-1]")
    let told = try lines(of: "visit", from: old, to: new)
    #expect(told.count == 1)
    #expect(told.first?.hasPrefix("Newly BROKEN: \(promise) (begin `house`; ") == true, "\(told)")
  }
}
