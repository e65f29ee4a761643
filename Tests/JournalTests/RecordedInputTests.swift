import GuideCheck
import GuideEngine
import SourceText
import TestSupport
import Testing

@testable import Journal

/// What is kept of an input is its names, and they lead back to it.
struct RecordedInputTests {
  @Test func `every input of a thousand walks is kept in names and read back the same`() throws {
    let library = try #require(try Folder.design().checked(today: Day("2026-11-21")).library)
    var generator = SeededGenerator(seed: 11)
    var kinds: Set<String> = []
    for _ in 0..<1000 {
      var state = library.step(State(of: library), .began(.house)).state
      for _ in 0..<60 {
        guard let input = library.chanceInput(state, &generator) else { break }
        let event = Event(input, in: library, fingerprint: "00")
        guard case .input(let recorded) = event else {
          Issue.record("\(event)")
          break
        }
        #expect(recorded.input(in: library) == input)
        let text = EventText(.input(recorded), at: noon, isClockSuspect: false)
        let kept = try EventText.kept(text.data, sequence: 1)
        #expect(kept.event == .input(recorded))
        kinds.insert(text.kind + (text.words == nil ? "" : " words"))
        state = library.step(state, input).state
      }
    }
    #expect(
      kinds.isSuperset(of: [
        "answered", "opened", "readOn", "wentBack", "changed", "tookOff words", "putBack words",
        "tookOffItem", "putBackItem", "prioritized",
      ])
    )
  }

  @Test func `what the guides no longer have is not guessed`() throws {
    let library = try #require(try Folder.design().checked(today: Day("2026-11-21")).library)
    for gone in [
      RecordedInput.opened("no/such"), .opened("none"), .changed(question: "house/none"),
      .answered(question: "house/none", .skipped),
      .answered(question: "house/bipolar", .options(["none"])),
      .tookOff(list: "sung", line: "words"), .tookOffItem(.answer("house/none")),
      .putBackItem(.figure("none")), .wentOn(guide: "none"),
    ] {
      #expect(gone.input(in: library) == nil)
    }
    #expect(
      Event(.began(.house), in: library, fingerprint: "00")
        == .began(guide: "house", fingerprint: "00")
    )
  }

  @Test func `words of any kind are kept letter for letter`() throws {
    var generator = SeededGenerator(seed: 5)
    let special: [Unicode.Scalar] = [
      "\"", "\\", "/", "\0", "\n", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}",
    ]
    for _ in 0..<2000 {
      var words = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<40, using: &generator) {
        let any = Unicode.Scalar(UInt32.random(in: 0..<0x11_0000, using: &generator))
        let plain = Unicode.Scalar(UInt8.random(in: 0..<128, using: &generator))
        words.append(
          [any ?? "é", plain, special.randomElement(using: &generator) ?? "x"]
            .randomElement(using: &generator) ?? "x"
        )
      }
      let text = String(words)
      for said in [
        NamedAnswer.text(text), .options([text, "", text]), .number(Fraction(-7)),
        .date(Day(daysSinceEpoch: 20_500)),
      ] {
        let event = Event.input(.answered(question: text, said))
        let kept = try EventText.kept(
          EventText(event, at: noon, isClockSuspect: true).data,
          sequence: 3
        )
        #expect(kept == KeptEvent(sequence: 3, event: event, timestamp: noon, isClockSuspect: true))
        // Equal strings can be of different letters; these are not.
        guard case .input(.answered(let question, _)) = kept.event else { continue }
        #expect(Array(question.utf8) == Array(text.utf8))
      }
    }
  }

  @Test func `an event of a later version is left alone`() throws {
    let later = "{\"version\":9,\"kind\":\"sang\",\"at\":1,\"offset\":0}"
    #expect(throws: JournalError.newer(version: 9)) {
      try EventText.kept(.init(later.utf8), sequence: 1)
    }
  }

  /// The kinds of events that version 1.0 knew; it refuses every other kind.
  private static let kindsOfFirstVersion: Set<String> = [
    "began", "answered", "opened", "readOn", "wentBack", "changed", "tookOff", "putBack",
    "carriedOver", "drafted", "left", "finished", "stopped",
  ]

  @Test func `what version 1_0 would leave out is written as a kind that it refuses`() throws {
    for input in [
      RecordedInput.tookOffItem(.answer("house/bipolar")), .putBackItem(.figure("a")),
      .tookOffItem(.help("Now")), .prioritized(["What?"]), .wentOn(guide: "choice"),
    ] {
      let text = EventText(.input(input), at: noon, isClockSuspect: false)
      #expect(!Self.kindsOfFirstVersion.contains(text.kind))
      #expect(try EventText.kept(text.data, sequence: 1).event == .input(input))
    }
    let library = try #require(decisionFolder.checked().library)
    let start = try #require(library.guide(named: "choice"))
    var state = library.step(State(of: library), .began(start)).state
    let plain = Event.carriedOver(library.saved(state), fingerprint: "01")
    #expect(EventText(plain, at: noon, isClockSuspect: false).kind == "carriedOver")
    let question = try #require(state.awaiting.question)
    _ = library.advance(&state, .answered(question, .skipped))
    let help = try #require(library.pageItems(of: state).last)
    #expect(library.advance(&state, .tookOff(help)) == [])
    let saved = library.saved(state)
    #expect(saved.hasPageChoices)
    let event = Event.carriedOver(saved, fingerprint: "01")
    let text = EventText(event, at: noon, isClockSuspect: false)
    #expect(!Self.kindsOfFirstVersion.contains(text.kind))
    #expect(try EventText.kept(text.data, sequence: 1).event == event)
  }

  @Test func `a line is taken off in the words of version 1_0`() {
    let input = RecordedInput.tookOff(list: "tell", line: "All my medicines")
    let text = EventText(.input(input), at: noon, isClockSuspect: false)
    #expect(text.kind == "tookOff" && text.list == "tell" && text.words == "All my medicines")
    #expect(text.item == nil && text.lines == nil)
  }

  @Test func `a state carried over to another text is kept`() throws {
    let library = try #require(try Folder.design().checked(today: Day("2026-11-21")).library)
    let state = library.step(State(of: library), .began(.house)).state
    let scratch = Scratch()
    let writer = try JournalWriter(scratch.path)
    let event = Event.carriedOver(library.saved(state), fingerprint: "01")
    let appender = try writer.begin([began], at: noon)
    try appender.append([event, .left(.quit)], keeping: [1, 2, 3], at: noon)
    #expect(
      try writer.reader.events(of: appender.handle).map(\.event) == [began, event, .left(.quit)]
    )
  }
}

extension Library {
  /// Something a person could do now.
  fileprivate func chanceInput(_ state: State, _ generator: inout SeededGenerator) -> Input? {
    if state.canGoBack, Int.random(in: 0..<9, using: &generator) == 0 { return .wentBack }
    if Int.random(in: 0..<9, using: &generator) == 0,
      let question = questions.indices.filter({ state.answers[$0] != nil })
        .randomElement(using: &generator)
    {
      return .changed(QuestionID(question))
    }
    if Int.random(in: 0..<9, using: &generator) == 0,
      let item = pageItems(of: state).randomElement(using: &generator)
    {
      return state.hasTakenOff(item) ? .putBack(item) : .tookOff(item)
    }
    if Int.random(in: 0..<20, using: &generator) == 0 {
      let questions = Set(summary(of: state).lines.filter { $0.list == .ask }.map(\.text))
      return .prioritized(Array(questions.sorted().prefix(mostPriorities)))
    }
    switch state.awaiting {
    case .beginning: return nil
    case .nothing:
      return guides.indices.dropFirst().map { GuideID($0) }.first { !state.hasVisited($0) }
        .map { .wentOn($0) }
    case .reading: return .readOn
    case .answer(let question), .change(let question):
      if Int.random(in: 0..<5, using: &generator) == 0 { return .answered(question, .skipped) }
      switch self[question].domain {
      case .choice, .ticks:
        let options = self[question].options.indices
        let place = options.randomElement(using: &generator) ?? 0
        return .answered(question, .options(OptionMask(place: place)))
      case .number(let numbers): return .answered(question, .number(numbers.range.upperBound))
      case .date: return .answered(question, .date(Day(daysSinceEpoch: 20_500)))
      case .text: return .answered(question, .text("some words"))
      }
    case .choice(let menu):
      let entry = self[menu].entries.randomElement(using: &generator)
      return Bool.random(using: &generator) ? .readOn : entry.map { .opened($0) }
    }
  }
}
