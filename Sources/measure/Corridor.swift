/// A forward line of N steps: the worst that an honest guide could be, and the same for every peer.
///
/// Each step says thirty words with a running count in them, asks one question with three answers, of
/// which the third depends on the question before, and replies with six words.
struct Corridor {
  let steps: Int

  /// The guide.
  var text: String {
    """
    title: Corridor
    kind: education
    for: nobody; it is there to be measured
    reviewed: 2026-11-21
    review-by: 2027-05-21
    update-policy: None.
    author: a program
    funding: none


    """ + (1...steps).map(step).joined(separator: "\n")
  }

  /// The house around it.
  static let house = """
    title: A house
    kind: house

    # shelf: What would you like to look at?
    menu
      => corridor

    """

  private func step(_ number: Int) -> String {
    let (this, next) = (place(number), place(number + 1))
    let third =
      number == 1
      ? ["  ( ) c: The third way", "    You open the third door slowly."]
      : [
        "  when q\(place(number - 1)) is a or b:", "    ( ) c: The third way",
        "      You open the third door slowly.",
      ]
    let start = number == 1 ? "let score-\(this) = 0\n\n" : ""
    return """
      # s\(this): Step \(number)
      \(start)\
      You stand in a long corridor with one lamp and three doors. So far your count is {score-\(this)},
      and nobody knows how many more doors are still to come today.

      ? q\(this): Which one?
        ( ) a: The first way
          You open the first door slowly.
        ( ) b: The second way
          You open the second door slowly.
      \(third.joined(separator: "\n"))

      let told-\(this) = q\(this) is known
      let kept-\(this) = q\(this) is skipped
      let score-\(next) = score-\(this) + count of told-\(this) - count of kept-\(this)

      """
  }

  /// Numbers of one length, so that every step is as long as every other.
  private func place(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: String(steps + 1).utf8.count - digits.utf8.count) + digits
  }
}
