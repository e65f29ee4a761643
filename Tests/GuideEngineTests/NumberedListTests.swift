import GuideCheck
import Testing

@testable import GuideEngine

struct NumberedListTests {
  private static let morning = SmallGuides(
    """
    # start: Start
    ? insulin: Do you take insulin?
      ( ) yes: Yes
      ( ) no: No
      ( ) unsure: I am not sure

    ? car: Will you come by car?
      ( ) yes: Yes
      ( ) no: No
      ( ) unsure: I am not sure

    In the morning:
    1. Eat nothing.
    unless insulin is no:
      2. Ask how much insulin to take.
    3. Drink water.
    when car is yes:
      4. Leave the car at home.
    unless car is yes:
      4. Come by bus.
    => packing
    5. Come at eight.

    In the evening:
    1. Rest.
    2. Sleep.

    ## packing: What to bring
    1. Your list.
    2. A friend.
    """
  )

  private func said(_ insulin: String, _ car: String) throws -> [String] {
    var walk = try Walker(Self.morning)
    walk.answer(insulin)
    return walk.answer(car).filter { $0 != "finish" }
  }

  @Test func `items that a person does not read leave no gap`() throws {
    let packing = ["1. Your list.", "2. A friend."]
    let evening = ["In the evening:", "1. Rest.", "2. Sleep."]
    #expect(
      try said("no", "yes")
        == ["In the morning:", "1. Eat nothing.", "2. Drink water.", "3. Leave the car at home."]
        + packing + ["4. Come at eight."] + evening
    )
    #expect(
      try said("unsure", "no")
        == [
          "In the morning:", "1. Eat nothing.", "2. Ask how much insulin to take.",
          "3. Drink water.", "4. Come by bus.",
        ] + packing + ["5. Come at eight."] + evening
    )
  }

  @Test func `an item that becomes due is read with the items before it`() throws {
    var walk = try Walker(Self.morning)
    walk.answer("no")
    walk.answer("no")
    let due = walk.change("insulin", to: "yes")
    #expect(
      due.prefix(3) == [
        "In the morning:", "1. Eat nothing.", "2. Ask how much insulin to take.",
      ]
    )
  }
}
