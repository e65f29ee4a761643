import GuideCheck
import GuideEngine
import Testing

struct ConditionalMenuTests {
  private static let coming = SmallGuides(
    """
    # start: Start
    ? car: Will you come by car?
      ( ) yes: Yes
      ( ) no: No
      ( ) unsure: I am not sure

    menu
      offer: parking unless car is no
      must: parking when car is yes
      offer: bus when car is no

    ## parking: Where to park
    Park behind the house.

    ## bus: The bus
    Take the bus.

    ## room: The room
    You have a room.

    # last: Before you go
    Goodbye.
    """
  )

  @Test func `each person is offered what is for them, and must read what is for them`() throws {
    var walk = try Walker(Self.coming)
    #expect(walk.answer("unsure") == ["offer parking room, go on"])
    walk = try Walker(Self.coming)
    #expect(walk.answer("no") == ["offer bus room, go on"])
    #expect(walk.open("parking") == ["refuse"])
    walk = try Walker(Self.coming)
    #expect(walk.answer("yes") == ["offer parking room"])
    #expect(walk.readOn() == ["refuse"])
    #expect(walk.open("parking") == ["Park behind the house.", "offer room, seen parking, go on"])
    #expect(walk.readOn() == ["Goodbye.", "finish"])
  }

  @Test func `after another answer the menu is offered again, with what was read of it`() throws {
    var walk = try Walker(Self.coming)
    walk.answer("yes")
    walk.open("parking")
    walk.open("room")
    walk.readOn()
    #expect(walk.change("car", to: "no") == ["offer bus, seen room, go on"])
    #expect(walk.readOn() == ["finish"])
    #expect(walk.change("car", to: "yes") == ["finish"])
    #expect(walk.steps == ["start", "parking", "room", "last"])
  }

  private static let nothing = SmallGuides(
    """
    # start: Start
    ? car: Will you come by car?
      ( ) yes: Yes
      ( ) no: No
      ( ) unsure: I am not sure

    menu
      offer: parking when car is yes or unsure

    ## parking: Where to park
    Park behind the house.

    # last: Before you go
    Goodbye.
    """
  )

  @Test func `a menu in which nothing is for a person is passed over`() throws {
    var walk = try Walker(Self.nothing)
    #expect(walk.answer("no") == ["Goodbye.", "finish"])
    walk = try Walker(Self.nothing)
    #expect(walk.answer("yes") == ["offer parking, go on"])
  }

  private static let later = SmallGuides(
    """
    # start: Start
    menu
      offer: parking unless car is no

    ## travel: How you come
    ? car: Will you come by car?
      ( ) yes: Yes
      ( ) no: No
      ( ) unsure: I am not sure

    ## parking: Where to park
    Park behind the house.
    """
  )

  @Test func `what a menu offers stays the same until a person goes on`() throws {
    var walk = try Walker(Self.later)
    #expect(walk.seen == ["offer travel parking, go on"])
    walk.open("travel")
    #expect(walk.answer("no") == ["offer parking, seen travel, go on"])
  }
}
