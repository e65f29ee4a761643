import GuideCheck
import GuideEngine
import SourceText
import TestSupport
import Testing

@testable import GuideProof

struct VerdictTests {
  /// A verdict without what it carries.
  private enum Kind: Equatable {
    case kept
    case broken
    case slips
    case refused(Verdict.Reason)

    init(_ verdict: Verdict) {
      switch verdict {
      case .kept: self = .kept
      case .broken(let broken): self = broken.isSlip ? .slips : .broken
      case .refused(let reason): self = .refused(reason)
      }
    }
  }

  private func proved(_ guide: String, house: String = "") throws -> (Library, ProofResult) {
    var folder = plainFolder
    folder["guides/visit.guide"] = "title: A visit\nkind: form\n\n\(guide)\n"
    folder["house.guide"] += house
    let checked = folder.checked()
    let library = try #require(checked.library, "\(checked.text)")
    return (library, prove(library))
  }

  /// The verdicts on the promises that concern the guide, in order, each with the promise's words.
  private func verdicts(_ guide: String, house: String = "") throws -> [(String, Kind)] {
    let (library, result) = try proved(guide, house: house)
    let visit = try #require(library.guide(named: "visit"))
    return result[visit].verdicts.map { (library[$0.promise].words, Kind($0.verdict)) }
  }

  private let price = """
    # start: Start
    ? bipolar
    ? price: What does one visit cost?
      [amount 0 to 5000]
    ? visits: How many visits?
      [number 1 to 50 visits]
    let total = price * visits
    let dear = total is at least 400

    when dear is true:
      Ask about the cost.

    when bipolar is yes or unsure:
      Tell your team. [@drive-1]

    # last: Last
    Goodbye.


    """

  @Test func `each promise that concerns a guide has its verdict, the house's after its own`()
    throws
  {
    let verdicts = try verdicts(
      price + """
        promise: see last before end
        promise: never last
        promise: see last before end when dear is true
        promise: see driving before end when dear is true
        promise: see driving before end when bipolar is yes or unsure
        promise: see driving before end unless bipolar is no
        """,
      house: "\npromise: at most 3 questions\npromise: never driving\n"
    )
    let expected: [(String, Kind)] = [
      ("see last before end", .kept), ("never last", .broken),
      ("see last before end when dear is true", .kept),
      ("see driving before end when dear is true", .refused(.tooEntangled)),
      ("see driving before end when bipolar is yes or unsure", .slips),
      ("see driving before end unless bipolar is no", .broken), ("at most 3 questions", .kept),
      ("never driving", .broken),
    ]
    #expect(verdicts.map(\.0) == expected.map(\.0))
    #expect(verdicts.map(\.1) == expected.map(\.1))
  }

  @Test func `what is said of promises follows from the verdicts`() throws {
    let (library, result) = try proved(
      price + "promise: never last\npromise: see driving before end when dear is true"
    )
    let visit = try #require(library.guide(named: "visit"))
    #expect(
      result.diagnostics.map(\.id)
        == ["cannot-be-proved", "broken-promise", "too-entangled-promise"]
    )
    let broken = result[visit].broken
    #expect(broken.map(\.promise.words) == ["never last"])
    var state = State(of: library)
    for input in broken[0].witness.inputs { state = library.step(state, input).state }
    #expect(state == broken[0].witness.state)
  }

  @Test func `once the budget is spent, everything that is left is refused`() throws {
    var folder = plainFolder
    folder["guides/visit.guide"] =
      "title: A visit\nkind: form\n\n" + price + "promise: see last before end\npromise: never last"
    let library = try #require(folder.checked().library)
    for steps in [0, 1] {
      var prover = Prover(library, budget: ProofBudget(steps: steps))
      let result = prover.prove(isMeasuring: true) { _ in }
      let visit = try #require(library.guide(named: "visit"))
      for (_, verdict) in result[visit].verdicts {
        #expect(Kind(verdict) == .refused(.budgetSpent))
      }
      #expect(result.diagnostics.contains { $0.id == "too-entangled" })
      #expect(result.diagnostics.count { $0.id == "too-entangled-promise" } == 2)
    }
  }

  @Test func `the house has no verdicts, and its promises one for each guide`() throws {
    let (library, result) = try proved(
      "# start: Start\nHello.",
      house: "\npromise: never driving\n"
    )
    #expect(result[.house].verdicts.isEmpty)
    let promise = PromiseID(.house, 0)
    #expect(library[promise].words == "never driving")
    let verdicts = result.verdicts(on: promise)
    #expect(verdicts.map { library[$0.guide].name } == ["visit"])
    #expect(verdicts.map { Kind($0.verdict) } == [.kept])
  }
  @Test func `an answer to a shared question is examined in all guides that ask it`() throws {
    var folder = plainFolder
    folder["house.guide"] = """
      title: Beforehand
      kind: house
      subjects: harm of ketamine, driving

      ? work: Do you work?
        ( ) days: By day
        ( ) nights: At night

      ? nap: When do you nap?
        ( ) noon: At noon
        when work is nights:
          ( ) morning: In the morning

      # shelf: What would you like to look at?
      menu
        => visit
        => other

      """
    let guide = """
      title: A visit
      kind: form

      # start: Start
      ? work

      -> late when work is nights

      ? nap

      when nap is noon:
        Sleep well.

      # late: Later
      Goodbye.

      """
    folder["guides/visit.guide"] = guide
    folder["guides/other.guide"] = guide
    var result = GuideProof.prove(try #require(folder.checked().library))
    #expect(result.diagnostics.map(\.id) == ["never-holds"])
    #expect(result.diagnostics[0].labels[0].source.path == "house.guide")
    folder["guides/other.guide"] = guide.replacing("-> late when work is nights\n\n", with: "")
    result = GuideProof.prove(try #require(folder.checked().library))
    #expect(result.diagnostics.map(\.id) == [])
  }
  @Test func `a condition that is too much to examine leaves all others as they were`() throws {
    let letters = "abcdefghijklmnop".map { String($0) }
    func ticks(_ name: String) -> String {
      "? \(name): Which?\n" + letters.map { "  [ ] \($0): That \($0)\n" }.joined() + "\n"
    }
    let pairs = letters.map { "let both-\($0) = one includes \($0) and two includes \($0)\n" }
      .joined()
    let all = letters.map { "both-\($0)" }.joined(separator: ", ")
    let (_, result) = try proved(
      """
      # start: Start
      \(ticks("one"))\(ticks("two"))\(pairs)let all = count of \(all)

      when all is at least 3:
        It is a lot.

      let few = count of both-a, both-b, both-c

      when few is at least 2:
        => talk

      # last: Last
      Goodbye.

      ## talk: Talk
      Tell your team.

      promise: see talk before end unless few is at most 1 or one is skipped or two is skipped
      promise: never talk unless one includes c
      promise: see last before end when all is at least 3

      """
    )
    #expect(result.diagnostics.map(\.id) == ["cannot-be-proved", "broken-promise"])
    #expect(result.diagnostics[1].title.contains("`visit` can break this promise"))
  }
}
