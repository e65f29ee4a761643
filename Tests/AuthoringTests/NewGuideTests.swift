import Authoring
import GuideCheck
import SourceText
import TestSupport
import Testing

struct NewGuideTests {
  private let workshop: Workshop
  private let library: Library

  init() throws {
    workshop = try Workshop()
    library = try #require(plainFolder.checked().library)
  }

  private var draft: GuideDraft {
    GuideDraft(for: library, today: Workshop.today, reservedNames: ["export"])
  }

  private func interview(_ given: GuideInterview.Given) -> GuideInterview {
    GuideInterview(draft, given: given, for: library)
  }

  private let teaching: [GuideInterview.Part: String] = [
    .title: "Eye drops", .audience: "adults", .about: "Two ways.",
  ]

  /// The words of the next question, if it wants words.
  private func words(_ interview: inout GuideInterview) throws -> String? {
    guard case .words(let words, _)? = try interview.next() else { return nil }
    return words
  }

  @Test func `what was given is not asked, and the rest is proposed`() throws {
    var interview = interview(GuideInterview.Given(teaching))
    #expect(try interview.next() == nil)
    #expect(interview.draft.name == "eye-drops")
    #expect(!interview.draft.isDecisionAid)
  }

  @Test func `what was not given is asked, one thing at a time`() throws {
    var interview = interview(GuideInterview.Given())
    #expect(try words(&interview) == "What is the guide's title?")
    interview.answer("Eye drops")
    #expect(try words(&interview) == "What should its file be called? Press Enter for eye-drops.")
    interview.answer("")
    for answer in ["adults", "Two ways."] {
      #expect(try words(&interview) != nil)
      interview.answer(answer)
    }
    guard case .choice("What does it do?", let kinds)? = try interview.next() else {
      Issue.record("the kind is not asked for")
      return
    }
    #expect(kinds.count == 2)
    interview.answer(choosing: 1)
    for answer in ["Dry eyes", "Should I take drops?", "Drops", "A wait"] {
      #expect(try words(&interview) != nil)
      interview.answer(answer)
    }
    #expect(try interview.next() == nil)
    #expect(interview.draft.name == "eye-drops")
    #expect(interview.draft.choices == ["Drops", "A wait"])
    #expect(interview.draft.text.contains("option a-wait: A wait\n"))
  }

  @Test func `an answer that will not do has a problem`() throws {
    var interview = interview(GuideInterview.Given([.title: "Eye drops"]))
    guard case .words(_, let name)? = try interview.next() else { return }
    #expect(name("") == nil && name("drops") == nil)
    #expect(name("visit") == "A guide with that name already exists.")
    #expect(name("export")?.hasPrefix("That cannot be used in a guide: ") == true)
    #expect(name("../out")?.contains("lowercase letters, digits, and hyphens") == true)
    interview.answer("drops")
    guard case .words(_, let audience)? = try interview.next() else { return }
    #expect(audience("") == "Type a few words.")
    interview.answer("adults")
    guard case .words(_, let about)? = try interview.next() else { return }
    #expect(about("50% get better")?.contains("this chance is written in prose") == true)
  }

  @Test func `what was given and will not do is refused`() {
    var interview = interview(
      GuideInterview.Given(teaching.merging([.name: "visit"], uniquingKeysWith: { $1 }))
    )
    #expect(throws: AuthoringError.unfit(.name, problem: "A guide with that name already exists."))
    {
      try interview.next()
    }
  }

  @Test func `a decision aid has each of its choices, by a name of its own`() throws {
    let words: [GuideInterview.Part: String] = [
      .condition: "Dry eyes", .decision: "Should I take drops?", .choice(0): "Drops",
      .choice(1): "Drops!", .choice(2): "\u{6c34}",
    ]
    var interview = interview(
      GuideInterview.Given(teaching.merging(words, uniquingKeysWith: { $1 }), isDecisionAid: true)
    )
    #expect(try interview.next() == nil)
    let text = interview.draft.text
    for line in ["drops: Drops", "choice-2: Drops!", "choice-3: \u{6c34}"] {
      #expect(text.contains("\noption \(line)\n"))
    }
  }

  @Test(arguments: [false, true])
  func `a new guide passes every check, and its transcripts take all of it`(isAid: Bool) throws {
    var draft = draft
    draft.name = "drops"
    draft.isDecisionAid = isAid
    #expect(draft.problem == nil)
    let paths = try draft.write(in: workshop.location, today: Workshop.today)
    #expect(paths.first == workshop.file("guides/drops.guide"))
    #expect(paths.count >= 3)
    let inspection = try Inspection(in: workshop.location, today: Workshop.today)
    #expect(inspection.diagnostics == [])
    let run = try FormattingRun([paths[0]], in: workshop.location)
    try run.format(isOnlyChecking: true) { _, outcome in #expect(outcome == .unchanged) }
    let suite = try TestSuite(in: workshop.location)
    let library = try suite.library(today: Workshop.today)
    #expect(try suite.run(over: library) { _ in }.failed == 0)
    let drops = try TestSuite([paths[0]], in: workshop.location)
    #expect(try drops.coverage(of: library).missing == [])
  }

  @Test func `what the house wants said in every guide is said, in the words of the claims`() throws
  {
    try workshop.write(
      plainFolder["house.guide"] + "\n\npromise: see driving before end\n",
      to: "house.guide"
    )
    try workshop.change("Bring", to: "[@drive-1]\nBring", in: "guides/visit.guide")
    let reading = try GuideReading("house", in: workshop.location, today: Workshop.today)
    var draft = GuideDraft(for: reading.library, today: Workshop.today, reservedNames: [])
    draft.name = "drops"
    #expect(draft.text.contains("\nKetamine slows reactions for some hours. [@drive-1]\n"))
    _ = try draft.write(in: workshop.location, today: Workshop.today)
  }

  @Test func `no guide is written over, nor one kept that has problems in silence`() throws {
    var draft = draft
    draft.name = "visit"
    let path = workshop.file("guides/visit.guide")
    #expect(throws: AuthoringError.fileExists(path: path)) {
      try draft.write(in: workshop.location, today: Workshop.today)
    }
    draft.name = "drops"
    draft.about = "Take them. [@nothing]"
    do throws(AuthoringError) {
      _ = try draft.write(in: workshop.location, today: Workshop.today)
      Issue.record("it has no problem")
    } catch {
      guard case .writtenWithProblems(let path, let problems) = error else { throw error }
      #expect(path == workshop.file("guides/drops.guide"))
      #expect(problems.map(\.id) == ["unknown-claim"])
    }
    try workshop.remove("guides")
    try workshop.write("", to: "guides")
    let refused = workshop.file("guides/drops.guide")
    #expect(throws: AuthoringError.fileNotCreated(path: refused)) {
      try draft.write(in: workshop.location, today: Workshop.today)
    }
  }
}
