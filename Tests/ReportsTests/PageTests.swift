import GuideCheck
import GuideEngine
import Reports
import SourceText
import TestSupport
import Testing

struct PageTests {
  private let library: Library
  private let sources = ["a-study": aStudy]

  init() throws {
    let result = decisionFolder.checked()
    #expect(result.text == "")
    library = try #require(result.library)
  }

  private func atTheRatings() -> Wanderer {
    var walk = Wanderer(library)
    walk.answer("unsure")
    walk.answer("memory money")
    walk.answer("now")
    walk.answer("now")
    walk.open("risks")
    walk.readOn()
    return walk
  }

  @Test func `the page holds what was said, asked, read and skipped, in the order of use`() throws {
    var walk = atTheRatings()
    for rating in ["4", "skipped", "5"] { walk.answer(rating) }
    walk.answer("250")
    walk.answer("I lost two years to this.")
    #expect(walk.state.isFinished)
    let page = page(walk.state)
    #expect(page.sayFirst == ["I lost two years to this."])
    #expect(
      page.ask == [
        "How do you protect my memory?", "What does it cost me?",
        "Can we go over this once more: About you?", "What do you watch for?",
        "Can we test my memory first?", "What happens if it does not work?",
      ]
    )
    #expect(page.tell == ["Bipolar disorder, or not sure", "My course would cost $1,500."])
    #expect(page.flags == ["Said yes or unsure about bipolar disorder."])
    #expect(
      page.ratings.map(\.label) == [
        "Fewer visits", "Keeping my memory as clear as it is now", "Feeling better soon",
      ]
    )
    #expect(page.ratings.map(\.value) == [5, 4, nil])
    #expect(page.numbers.map(\.outcome) == ["Felt sick", "Felt sick"])
    #expect(page.numbers[0].lines[0] == "Drip: 61 to 84 out of 100 people; 16 to 39 did not")
    #expect(page.numbers[0].sources == ["Doe and others. A study. 2024."])
    #expect(page.top.count == 3 && page.top.allSatisfy(page.ask.contains))
    #expect(page.leftOut == [])
    #expect(page.stepsLeftOut == [])
    #expect(page.guides.map(\.name) == ["choice"])
    #expect(page.guides.map(\.reviewBy) == [Day("2027-05-21")])
    #expect(page.help.map(\.lines) == [["Call 911 now."]])
    #expect(page.edition == "0123456789ab")
  }

  @Test func `a question left out is named if its answer would have told something`() {
    var walk = Wanderer(library)
    for _ in 0..<3 { walk.answer("skipped") }
    let page = page(walk.state)
    #expect(page.leftOut == [library.questions.first { $0.name == "bipolar" }?.prompt])
    #expect(page.stepsLeftOut == ["About you"])
    #expect(page.flags == [])
  }

  @Test func `everything on the page can be taken off and put back, each by itself`() throws {
    var walk = atTheRatings()
    for rating in ["4", "skipped", "5"] { walk.answer(rating) }
    walk.answer("250")
    walk.answer("I lost two years to this.")
    let whole = page(walk.state)
    let items = library.pageItems(of: walk.state)
    #expect(items.count > 12)
    for item in items {
      walk.send(.tookOff(item))
      #expect(page(walk.state) != whole, "\(item)")
      #expect(page(library.restored(library.saved(walk.state)).state) == page(walk.state))
      walk.send(.putBack(item))
      #expect(page(walk.state) == whole, "\(item)")
    }
    for item in items { walk.send(.tookOff(item)) }
    let bare = page(walk.state)
    #expect(bare.isEmpty)
    #expect(bare.help == [])
    #expect(bare.guides == whole.guides)
  }

  @Test func `the questions picked come first, in their order, while they are on the page`() {
    var walk = atTheRatings()
    let asked = page(walk.state).ask
    #expect(asked.count > 3)
    walk.send(.prioritized([asked[3], asked[0]]))
    #expect(page(walk.state).top == [asked[3], asked[0]])
    #expect(page(walk.state).ask == asked)
    #expect(page(library.restored(library.saved(walk.state)).state).top == [asked[3], asked[0]])
    walk.send(.tookOff(.line(Summary.Line(list: .ask, text: asked[3]))))
    #expect(page(walk.state).top == [asked[0]])
    walk.send(.tookOff(.line(Summary.Line(list: .ask, text: asked[0]))))
    #expect(page(walk.state).top == [asked[1], asked[2]])
    #expect(walk.send(.prioritized([asked[3]])) == [.refuse])
    #expect(walk.send(.prioritized([asked[1], asked[1]])) == [.refuse])
    #expect(walk.send(.prioritized(["What is not there?"])) == [.refuse])
    walk.send(.prioritized([]))
    #expect(page(walk.state).top == [asked[1], asked[2]])
  }

  @Test func `ratings that were all skipped are not on the page`() {
    var walk = atTheRatings()
    for _ in 0..<3 { walk.answer("skipped") }
    #expect(page(walk.state).ratings == [])
    walk.send(.wentBack)
    walk.answer("0")
    #expect(page(walk.state).ratings.count == 3)
  }

  @Test func `a title that asks ends as it asks`() {
    let asking = Source(
      name: "a",
      title: "Does it help?",
      authors: "Doe.",
      year: "2024",
      locator: ""
    )
    #expect(asking.citation == "Doe. Does it help? 2024.")
  }

  @Test func `a line taken off stays off through all changes, until it is put back`() throws {
    var walk = Wanderer(library)
    walk.answer("yes")
    let flag = Summary.Line(list: .flag, text: "Said yes or unsure about bipolar disorder.")
    walk.send(.tookOff(.line(flag)))
    #expect(page(walk.state).flags == [])
    walk.send(.wentBack)
    walk.answer("no")
    walk.send(.wentBack)
    walk.answer("unsure")
    #expect(page(walk.state).flags == [])
    #expect(library.summary(of: walk.state).allLines.contains(flag))
    #expect(page(library.restored(library.saved(walk.state)).state).flags == [])
    walk.send(.putBack(.line(flag)))
    #expect(page(walk.state).flags == [flag.text])
  }

  @Test func `only a line that is there can be taken off, and only one taken off put back`() {
    var walk = Wanderer(library)
    let flag = Summary.Line(list: .flag, text: "Said yes or unsure about bipolar disorder.")
    #expect(walk.send(.tookOff(.line(flag))) == [.refuse])
    walk.answer("yes")
    #expect(walk.send(.putBack(.line(flag))) == [.refuse])
    walk.send(.tookOff(.line(flag)))
    #expect(walk.send(.tookOff(.line(flag))) == [.refuse])
    #expect(library.step(State(of: library), .tookOff(.line(flag))).effects == [.refuse])
  }

  @Test func `answers in the person's own words are below the question`() throws {
    let library = try #require(try Folder.real().checked().library)
    var state = State(of: library)
    _ = library.advance(&state, .began(try #require(library.guide(named: "bipolar-cautions"))))
    var written = 0
    while case .answer(let question) = state.awaiting, written < 3 {
      if library[question].domain == .text {
        written += 1
        _ = library.advance(&state, .answered(question, .text("My words \(written)")))
      } else {
        let option = library[question].name == "time" ? 1 : 0
        _ = library.advance(&state, .answered(question, .options(OptionMask(place: option))))
      }
      while state.awaiting == .reading { _ = library.advance(&state, .readOn) }
    }
    let page = page(state, library)
    #expect(page.writings.map(\.words) == ["My words 1", "My words 2", "My words 3"])
    #expect(page.writings.allSatisfy { $0.question.hasSuffix("?") })
    #expect(page.sayFirst == [])
  }

  // MARK: whatever way led there

  @Test func `after any history the page is that of a straight walk`() throws {
    let content = try #require(try Folder.real().checked().library)
    let design = try #require(try Folder.design().checked().library)
    for (name, library) in [("decision", library), ("real", content), ("design", design)] {
      var filled = 0
      for seed in 0..<200 as Range<UInt64> {
        var person = Wanderer(library, seed: seed)
        person.wander(steps: Int(seed % 70))
        let straight = try #require(person.straight(), "\(name), seed \(seed)")
        let page = page(person.state, library)
        #expect(page == self.page(straight, library), "\(name), seed \(seed)")
        let restored = library.restored(library.saved(person.state)).state
        #expect(page == self.page(restored, library), "\(name), seed \(seed)")
        if !page.isEmpty { filled += 1 }
      }
      #expect(filled > 70, "\(name)")
    }
  }

  private func page(_ state: State, _ library: Library? = nil) -> Page {
    Page(
      of: library ?? self.library,
      state,
      sources: sources,
      fingerprint: "0123456789abcdef",
      handle: "maple-river-7"
    )
  }
}
