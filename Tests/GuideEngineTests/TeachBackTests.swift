import Testing

struct TeachBackTests {
  private static let driving = SmallGuides(
    """
    # start: Start
    ? name-it: Which visit is it?
      ( ) first: The first
      ( ) later: A later one

    check drive: When might you drive?
      ( ) now: Right away
        That is too soon.
      (x) later: The next day or later
      again: You can feel fine and still react slowly.

    Goodbye.
    """
  )

  @Test func `the right answer leads on at once`() throws {
    var walk = try Walker(Self.driving)
    walk.answer("first")
    #expect(walk.answer("later") == ["yes", "Goodbye.", "finish"])
  }

  @Test func `a wrong answer is asked once more in other words, and is never a bar`() throws {
    var walk = try Walker(Self.driving)
    walk.answer("first")
    #expect(
      walk.answer("now") == ["again: You can feel fine and still react slowly.", "ask drive"]
    )
    #expect(walk.answers == ["name-it is The first"])
    #expect(
      walk.answer("now") == [
        "right: The next day or later", "That is too soon.", "Goodbye.", "finish",
      ]
    )
    #expect(walk.answers == ["name-it is The first", "drive is Right away"])
  }

  @Test func `it may be skipped at either try`() throws {
    var walk = try Walker(Self.driving)
    walk.answer("first")
    #expect(walk.answer("skipped") == ["Goodbye.", "finish"])
    walk.back()
    walk.answer("now")
    #expect(walk.answer("skipped") == ["Goodbye.", "finish"])
  }

  @Test func `going back between two tries gives both again`() throws {
    var walk = try Walker(Self.driving)
    walk.answer("first")
    walk.answer("now")
    #expect(walk.back() == ["ask name-it, before The first"])
    walk.answer("first")
    #expect(
      walk.answer("now") == ["again: You can feel fine and still react slowly.", "ask drive"]
    )
  }

  @Test func `changing it gives two tries too`() throws {
    var walk = try Walker(Self.driving)
    walk.answer("first")
    walk.answer("later")
    #expect(
      walk.change("drive", to: "now") == [
        "again: You can feel fine and still react slowly.",
        "ask drive, before The next day or later",
      ]
    )
    #expect(walk.answers == ["name-it is The first", "drive is The next day or later"])
    #expect(
      walk.answer("now") == ["right: The next day or later", "That is too soon.", "finish"]
    )
    #expect(walk.answers == ["name-it is The first", "drive is Right away"])
  }
}
