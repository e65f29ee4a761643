import Authoring
import ContentFolder
import GuideCheck
import GuideProof
import GuideRules
import SourceText
import TestSupport
import Testing

struct InspectionTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private func inspected(_ paths: String...) throws(AuthoringError) -> Inspection {
    try Inspection(paths, in: workshop.location, today: Workshop.today)
  }

  @Test func `without problems, what there is is counted`() throws {
    let inspection = try inspected()
    #expect(inspection.diagnostics == [])
    #expect(inspection.libraries.count == 1)
    #expect(!inspection.hasErrors)
    #expect(inspection.summary == "1 guide, 1 claim, 1 figure, 1 source: no problems found.")
  }

  @Test func `problems are listed in the order of their places, and counted`() throws {
    try workshop.change(
      "Bring someone",
      to: "Bring \u{200B}someone [@nothing]",
      in: "guides/visit.guide"
    )
    try workshop.write("", to: "guides/notes.txt")
    let inspection = try inspected()
    #expect(inspection.libraries.isEmpty)
    #expect(inspection.hasErrors)
    let places = inspection.diagnostics.map(\.place)
    #expect(places == places.sorted())
    #expect(inspection.summary.contains(" and 1 warning in 2 files."))
    #expect(inspection.unsigned == nil)
  }

  @Test func `of a file that is named, only its own problems are told`() throws {
    try workshop.change("Bring", to: "Bring [@nothing]", in: "guides/visit.guide")
    let house = try inspected(workshop.file("house.guide"))
    #expect(house.diagnostics == [])
    #expect(house.errorsElsewhere == 1)
    #expect(
      house.summary
        == "No path and no promise was tried, because of the errors. The rest of the content has 1 error. "
        + "For details, run `check` without naming a file."
    )
    #expect(house.hasErrors)
    #expect(
      try inspected(workshop.file("guides/visit.guide")).diagnostics.map(\.id) == ["unknown-claim"]
    )
  }

  @Test func `a guide with an error is closed, and the others are tried without it`() throws {
    try workshop.write(
      "title: Rest\nkind: form\n\n# start: Rest\nRest. [@nothing]\n",
      to: "guides/rest.guide"
    )
    try workshop.change("  => visit", to: "  => visit\n  => rest", in: "house.guide")
    let all = try inspected()
    #expect(all.diagnostics.map(\.id) == ["unknown-claim"])
    #expect(all.closed == ["rest"])
    #expect(all.libraries.map { $0.guides.map(\.name) } == [["house", "visit"]])
    #expect(
      all.summary == "1 error in 1 file. Closed until their errors are fixed, and not tried: rest."
    )
    let visit = try inspected(workshop.file("guides/visit.guide"))
    #expect(visit.diagnostics == [])
    #expect(!visit.hasErrors)
    #expect(
      visit.summary.hasPrefix("1 guide, 1 claim, 1 figure, 1 source: no problems found here.")
    )
  }

  @Test func `a guide that cannot be read closes those that go through it, and no others`() throws {
    let workshop = try Workshop(DiagnosticGolden("visit-to-closed", in: "Closed").broken)
    try workshop.write(
      "title: Rest\nkind: form\n\n# start: Rest\nwhn x is yes:\n  Rest.\n",
      to: "guides/rest.guide"
    )
    let inspection = try Inspection(in: workshop.location, today: Workshop.today)
    #expect(inspection.closed == ["both", "rest"])
    #expect(inspection.libraries.map { $0.guides.map(\.name) } == [["house", "visit"]])
    #expect(inspection.hasErrors)
  }

  @Test(arguments: [false, true])
  func `a guide that goes through a closed one is closed, too`(isFixed: Bool) throws {
    let golden = try DiagnosticGolden("visit-to-closed", in: "Closed")
    let workshop = try Workshop(isFixed ? golden.fixed : golden.broken)
    let inspection = try Inspection(in: workshop.location, today: Workshop.today)
    let ids = inspection.diagnostics.map(\.id)
    #expect(ids == (isFixed ? ["unknown-claim"] : ["visit-to-closed", "unknown-claim"]))
    #expect(inspection.closed == (isFixed ? ["rest"] : ["both", "rest"]))
    if isFixed { return }
    var content = golden.broken.parsed().content
    content.close(["rest"])
    let sections = golden.sections(for: check(content))
    if let difference = try golden.golden.difference(from: sections) {
      Issue.record("\(difference)")
    }
  }

  @Test
  func `a file's own verdict includes the promises of the house that it breaks, and its evidence`()
    throws
  {
    try workshop.write(
      try workshop.text(of: "house.guide") + "\npromise: see drive-1 before end\n",
      to: "house.guide"
    )
    let visit = try Inspection(
      [workshop.file("guides/visit.guide")],
      in: workshop.location,
      today: Workshop.today
    ) { prove($0).diagnostics }
    #expect(visit.diagnostics.map(\.id) == ["broken-promise"])
    #expect(visit.errorsElsewhere == 0)
  }

  @Test func `a guide from another place replaces the one with its name`() throws {
    try workshop.write(
      "title: A visit\nkind: form\n\n# start: Hi\n[@nothing]\n",
      to: "../visit.guide"
    )
    let inspection = try inspected("\(workshop.root)/visit.guide")
    #expect(inspection.hasErrors)
    #expect(try !inspected().hasErrors)
  }

  @Test func `a folder that is named is checked for itself, wherever the content is`() throws {
    let nowhere = ContentLocation(named: "/nowhere", reservedNames: [])
    let inspection = try Inspection([workshop.content], in: nowhere, today: Workshop.today)
    #expect(inspection.libraries.count == 1)
    #expect(throws: AuthoringError.content(.missing(path: "/nowhere"))) {
      try Inspection(in: nowhere, today: Workshop.today)
    }
  }

  @Test func `a country that is checked too adds its own problems once`() throws {
    try workshop.write("title: New Zealand\nkind: place\n", to: "places/nz.guide")
    try workshop.write("title: United States\nkind: place\n", to: "places/us.guide")
    let diagnostics = try inspected().diagnostics
    #expect(diagnostics.count == Set(diagnostics).count)
    for country in ["nz", "us"] {
      #expect(diagnostics.contains { $0.place.contains("places/\(country).guide") })
    }
  }

  @Test func `what cannot be checked is named`() throws {
    let path = workshop.file("guides/none.guide")
    #expect(throws: AuthoringError.content(.missing(path: path))) { try inspected(path) }
    try workshop.write("title: A visit\nkind: form\n", to: "../one/visit.guide")
    try workshop.write("title: A visit\nkind: form\n\n# a: A\nB.\n", to: "../two/visit.guide")
    let (one, two) = ("\(workshop.root)/one/visit.guide", "\(workshop.root)/two/visit.guide")
    #expect(throws: AuthoringError.samePlace(path: one)) { try inspected(one, two) }
  }

  @Test func `no guide has a name that is kept for something else`() throws {
    try workshop.change("=> visit", to: "=> visit\n  => export", in: "house.guide")
    try workshop.write("title: A\nkind: form\n\n# a: A\nB.\n", to: "guides/export.guide")
    let ids = try inspected().diagnostics.map(\.id)
    #expect(ids.contains("guide-named-like-command"))
  }

  @Test func `what is due is told on its day`() throws {
    let workshop = try Workshop.withSmallGuide()
    let later = try Inspection(in: workshop.location, today: try #require(Day("2099-01-01")))
    #expect(later.diagnostics.contains { $0.id == "review-is-due" })
    #expect(!later.hasErrors)
  }

  @Test func `who has not been signed is said once all is well`() throws {
    let workshop = try Workshop.withSmallGuide()
    let inspection = try Inspection(in: workshop.location, today: Workshop.today)
    #expect(
      inspection.unsigned == "No guide is signed yet.",
      "\(inspection.diagnostics.map(\.text))"
    )
  }

  @Test func `what proving finds counts too`() throws {
    let problem = Diagnostic("from-proof", title: "It is broken", labels: [])
    let inspection = try Inspection(in: workshop.location, today: Workshop.today) { _ in [problem] }
    #expect(inspection.diagnostics == [problem])
  }
}

struct InspectionWatcherTests {
  private let workshop: Workshop
  private var watcher: InspectionWatcher

  init() throws {
    workshop = try Workshop()
    watcher = InspectionWatcher([], in: workshop.location)
  }

  private mutating func look() throws -> InspectionWatcher.Report {
    guard case .checked(let report) = try watcher.look(today: Workshop.today) else {
      throw AuthoringError.contentHasErrors
    }
    return report
  }

  @Test mutating func `only what is new is told, and how many problems are gone`() throws {
    #expect(try look().new == [])
    try workshop.change("Bring", to: "Bring [@nothing]", in: "guides/visit.guide")
    #expect(try look().new.map(\.id) == ["unknown-claim"])
    // A problem that moves to another line is still the same problem.
    try workshop.change(
      "# start",
      to: "whn bipolar is yes:\n  A.\n\n# start",
      in: "guides/visit.guide"
    )
    let second = try look()
    #expect(!second.new.isEmpty && !second.new.map(\.id).contains("unknown-claim"))
    #expect(second.hasErrors)
    try workshop.write(plainFolder["guides/visit.guide"], to: "guides/visit.guide")
    let last = try look()
    #expect(last.new == [] && !last.hasErrors)
    #expect(last.summary.contains("no problems found. ") && last.summary.hasSuffix(" fixed."))
  }

  @Test mutating func `as long as no file is another, nothing is checked`() throws {
    _ = try look()
    guard case .unchanged = try watcher.look(today: Workshop.today) else {
      Issue.record("it was checked again")
      return
    }
  }

  @Test
  mutating func `watching goes on if a file is gone for a moment, but not if it never existed`()
    throws
  {
    _ = try look()
    let house = try workshop.text(of: "house.guide")
    try workshop.remove("house.guide")
    guard case .unreadable(.noHouse(workshop.content)) = try watcher.look(today: Workshop.today)
    else {
      Issue.record("the house is not missed")
      return
    }
    try workshop.write(house, to: "house.guide")
    #expect(try look().new == [])
    var other = InspectionWatcher([workshop.file("none.guide")], in: workshop.location)
    #expect(throws: AuthoringError.content(.missing(path: workshop.file("none.guide")))) {
      try other.look(today: Workshop.today)
    }
  }
}
