import Authoring
import ContentFolder
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
        == "This check is not complete, because the rest of the content has 1 error. "
        + "For details, run `check` without naming a file."
    )
    #expect(
      try inspected(workshop.file("guides/visit.guide")).diagnostics.map(\.id) == ["unknown-claim"]
    )
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
