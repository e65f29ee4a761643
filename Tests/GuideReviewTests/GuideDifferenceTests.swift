import GuideCheck
import GuideReview
import TestSupport
import Testing

struct GuideDifferenceTests {
  private let guide = """
    title: A visit
    kind: form

    # start: Welcome
    ? bipolar

    ? dose: How many milligrams?
      [number 0 to 100]

    unless bipolar is no:
      => cautions

    when dose is at least 50:
      tell: A high dose.

    # last: Goodbye
    Bring someone with you to every visit. [@drive-1]

    ## cautions: Cautions
    Tell your team.

    promise: see cautions before end  unless bipolar is no
    """

  private func difference(_ changes: (String, String)...) throws -> [String: [String]] {
    var folder = plainFolder
    folder["guides/visit.guide"] = guide
    let old = try #require(folder.checked().library, "\(folder.checked().text)")
    var text = guide
    for (old, new) in changes {
      #expect(text.contains(old))
      text = text.replacing(old, with: new)
    }
    folder["guides/visit.guide"] = text
    let new = try #require(folder.checked().library, "\(folder.checked().text)")
    let difference = try #require(VersionComparison(from: old, to: new).difference(of: "visit"))
    return Dictionary(uniqueKeysWithValues: difference.sections.map { ($0.title, $0.lines) })
  }

  @Test func `the same text changes nothing`() throws {
    #expect(try difference().isEmpty)
  }

  @Test func `who no longer sees a caution is named, with what they answer`() throws {
    let found = try difference(
      ("unless bipolar is no:", "unless bipolar is no or unsure:"),
      ("end  unless bipolar is no", "end  unless bipolar is no or unsure")
    )
    #expect(
      found["Who reads something different"] == [
        "A person who answers “I am not sure” to “Have you ever had bipolar disorder?”, and skips the rest, "
          + "no longer sees: topic *cautions*"
      ]
    )
  }

  @Test func `a question is the guide's own, not one of another guide with the same name`() throws {
    var folder = plainFolder
    folder["guides/visit.guide"] = guide
    folder["guides/another.guide"] = """
      title: Another
      kind: form

      # start: Welcome
      ? dose: Which dose?
        [number 0 to 9]
      """
    folder["house.guide"] = folder["house.guide"].replacing(
      "=> visit",
      with: "=> another\n  => visit"
    )
    let old = try #require(folder.checked().library, "\(folder.checked().text)")
    folder["guides/visit.guide"] = guide.replacing("How many milligrams", with: "How much")
      .replacing("at least 50", with: "more than 50")
    folder["guides/another.guide"] = folder["guides/another.guide"].replacing(
      "0 to 9",
      with: "0 to 8"
    )
    let new = try #require(folder.checked().library, "\(folder.checked().text)")
    let difference = try #require(VersionComparison(from: old, to: new).difference(of: "visit"))
    #expect(
      difference.sections.map(\.lines) == [
        [
          "A person who answers 50 to “How much?”, and skips the rest, no longer sees: "
            + "tell *A high dose.*"
        ],
        ["dose: How [-many milligrams?-] {+much?+}"],
      ]
    )
  }

  @Test func `a number at the edge is tried`() throws {
    let found = try difference(("at least 50", "more than 50"))
    #expect(
      found["Who reads something different"] == [
        "A person who answers 50 to “How many milligrams?”, and skips the rest, no longer sees: "
          + "tell *A high dose.*"
      ]
    )
  }

  @Test func `what everybody sees is proved`() throws {
    let found = try difference(("Bring someone", "show f-1\n\nBring someone"))
    #expect(
      found["What everyone reads"] == [
        "Everyone now sees: figure *f-1*, subject *harm of ketamine*"
      ]
    )
    let lost = try difference(
      (
        "unless bipolar is no:\n  => cautions",
        "-> end when bipolar is yes\n\nunless bipolar is yes:\n  => cautions"
      )
    )
    let lines = try #require(lost["What everyone reads"])
    #expect(lines.count == 1)
    #expect(
      lines[0].hasPrefix(
        "Everyone saw this; a person who answers “Yes” to “Have you ever had bipolar disorder?”, and skips "
          + "the rest, no longer does: "
      )
    )
    #expect(lines[0].hasSuffix("claim *drive-1*, step *last*, subject *driving*"))
  }

  @Test func `words stand beside each other, and so do promises and answers`() throws {
    let found = try difference(
      ("to every visit", "to each visit"),
      ("see cautions before end  unless bipolar is no", "see last before end"),
      ("How many milligrams", "How many mg")
    )
    #expect(
      found["Words"] == ["last: changed: Bring someone with you to [-every-] {+each+} visit."]
    )
    #expect(found["Questions"] == ["dose: How many [-milligrams?-] {+mg?+}"])
    #expect(
      found["Promises"] == [
        "No longer promised: see cautions before end  unless bipolar is no",
        "New, and kept on every path: see last before end",
      ]
    )
  }

  @Test func `a promise that is newly broken comes with a conversation`() throws {
    let found = try difference(("unless bipolar is no:", "when bipolar is yes or unsure:"))
    let lines = try #require(found["Promises"])
    #expect(lines.count == 1)
    #expect(lines[0].hasPrefix("Newly BROKEN: see cautions before end"))
    #expect(lines[0].contains("begin `visit`; "))
  }

  @Test(arguments: [
    ("a b c", "a x c", "a [-b-] {+x+} c"), ("", "a", "{+a+}"), ("a", "", "[-a-]"),
    ("a b", "a b", "a b"), ("a b", "a b c", "a b {+c+}"), ("b c", "a b c", "{+a+} b c"),
  ])
  func `words are told apart`(old: String, new: String, difference: String) {
    #expect(wordDifference(from: old, to: new) == difference)
  }
}
