import GuideCheck
import GuideEngine
import Testing

/// A guide is edited while somebody's answers are kept.
struct EditTests {
  private static let before = """
    # start: Start
    Good morning.

    ? sleep: How did you sleep?
      ( ) well: Well
      ( ) badly: Badly

    # middle: The middle
    ? food: Did you eat?
      ( ) ate: I did
      ( ) fasted: I did not

    # last: Last
    ? ride: Who takes you home?
      ( ) friend: A friend
      ( ) nobody: Nobody yet

    Goodbye.
    """

  /// Answers `sleep` and `food`, and comes back after the guide became `after`.
  private func resumed(
    _ after: String,
    answering answers: [String] = ["badly", "fasted"],
    then: (inout Walker) -> Void = { _ in }
  ) throws -> (walk: Walker, restored: RestoredState) {
    var walk = try Walker(SmallGuides(Self.before))
    for answer in answers { walk.answer(answer) }
    then(&walk)
    let library = try SmallGuides(after).library()
    return (Walker(library, resuming: walk.saved), library.restored(walk.saved))
  }

  private func replacing(_ old: String, with new: String) -> String {
    let pieces = Self.before.split(separator: old, omittingEmptySubsequences: false)
    return pieces.joined(separator: new)
  }

  @Test func `on the same text nothing is shown again and nothing is asked twice`() throws {
    let (walk, restored) = try resumed(Self.before)
    #expect(walk.seen == ["ask ride"])
    #expect(restored.reworded.isEmpty)
    #expect(walk.answers == ["sleep is Badly", "food is I did not"])
  }

  @Test func `a new passage is shown before kept answers carry the walk on`() throws {
    var (walk, _) = try resumed(replacing("Good morning.", with: "Good morning.\n\nPlease rest."))
    #expect(walk.seen == ["Please rest.", "pause"])
    #expect(walk.readOn() == ["ask ride"])
  }

  @Test func `a new question is asked, and then kept answers carry the walk on`() throws {
    let new = "? pain: Do you have pain?\n  ( ) some: Some\n  ( ) much: Much\n\n# middle:"
    var (walk, _) = try resumed(replacing("# middle:", with: new))
    #expect(walk.seen == ["ask pain"])
    #expect(walk.answer("some") == ["ask ride"])
  }

  @Test func `a question in other words is asked again, the old answer offered`() throws {
    var (walk, restored) = try resumed(
      replacing("How did you sleep?", with: "How did you sleep last night?")
    )
    #expect(walk.seen == ["ask sleep, before Badly"])
    #expect(restored.reworded == [walk.library.question("sleep")])
    #expect(walk.answer("badly") == ["ask ride"])
  }

  @Test func `a question whose chosen label changed is asked again, another label does not matter`()
    throws
  {
    var (walk, restored) = try resumed(replacing("badly: Badly", with: "badly: Not well"))
    #expect(walk.seen == ["ask sleep, before Not well"])
    #expect(restored.reworded == [walk.library.question("sleep")])
    (walk, restored) = try resumed(replacing("well: Well", with: "well: Quite well"))
    #expect(walk.seen == ["ask ride"])
    #expect(restored.reworded.isEmpty)
  }

  @Test func `a question whose chosen option is gone is asked again`() throws {
    let (walk, restored) = try resumed(
      replacing("( ) badly: Badly", with: "( ) so-so: So so\n  ( ) awful: Very badly")
    )
    #expect(walk.seen == ["ask sleep"])
    #expect(restored.reworded == [walk.library.question("sleep")])
  }

  @Test func `a question whose form has changed is asked again`() throws {
    let (walk, _) = try resumed(
      replacing("  ( ) well: Well\n  ( ) badly: Badly", with: "  [number 0 to 12 hours]")
    )
    #expect(walk.seen == ["ask sleep"])
  }

  @Test func `a removed question is dropped`() throws {
    let question = "? food: Did you eat?\n  ( ) ate: I did\n  ( ) fasted: I did not"
    let (walk, restored) = try resumed(replacing(question, with: "Please eat."))
    #expect(walk.answers == ["sleep is Badly"])
    #expect(walk.seen == ["Please eat.", "ask ride"])
    #expect(restored.reworded.isEmpty)
  }

  @Test func `a question moved to another step keeps its answer`() throws {
    let food = "? food: Did you eat?\n  ( ) ate: I did\n  ( ) fasted: I did not"
    let moved = replacing(food, with: "Please rest.") + "\n\n" + food
    var (walk, restored) = try resumed(moved)
    #expect(restored.reworded.isEmpty)
    #expect(walk.seen == ["Please rest.", "ask ride"])
    #expect(walk.answer("friend") == ["Goodbye.", "pause"])
    #expect(walk.readOn() == ["finish"])
    #expect(walk.answers == ["sleep is Badly", "ride is A friend", "food is I did not"])
  }

  @Test func `a step in another place is walked there`() throws {
    let middle =
      "# middle: The middle\n? food: Did you eat?\n  ( ) ate: I did\n  ( ) fasted: I did not\n\n"
    let moved = middle + replacing(middle, with: "")
    let (walk, restored) = try resumed(moved)
    #expect(restored.reworded.isEmpty)
    #expect(walk.seen == ["ask ride"])
    #expect(walk.steps == ["middle", "start", "last"])
  }

  @Test func `a skipped question in other words is asked again`() throws {
    let (walk, restored) = try resumed(
      replacing("How did you sleep?", with: "How was your night?"),
      answering: ["skipped", "ate"]
    )
    #expect(walk.seen == ["ask sleep, before skipped"])
    #expect(restored.reworded == [walk.library.question("sleep")])
  }

  @Test func `a change that stood open is open again, if its question is still there`() throws {
    let change = { (walk: inout Walker) in _ = walk.send(.changed(walk.library.question("food"))) }
    let (kept, _) = try resumed(replacing("Goodbye.", with: "Farewell."), then: change)
    #expect(kept.state.awaiting == .change(kept.library.question("food")))
    let question = "? food: Did you eat?\n  ( ) ate: I did\n  ( ) fasted: I did not"
    let (gone, _) = try resumed(replacing(question, with: "Please eat."), then: change)
    #expect(gone.state.awaiting == .answer(gone.library.question("ride")))
  }

  @Test func `a finished walk with a new passage shows it and is over again`() throws {
    let (walk, _) = try resumed(
      replacing("Goodbye.", with: "Goodbye.\n\nCall us."),
      answering: ["well", "ate", "friend"]
    )
    #expect(walk.seen == ["Call us.", "finish"])
  }

  @Test func `a walk in a removed guide starts over`() throws {
    var walk = try Walker(SmallGuides(Self.before))
    walk.answer("badly")
    var guides = SmallGuides(Self.before)
    guides.guides = ["other": Self.before]
    let restored = try guides.library().restored(walk.saved)
    #expect(restored.state.awaiting == .beginning)
  }
}
