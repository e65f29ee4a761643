/// Questions in two rows, so many that the answers to all of them are too much to be told apart: what each
/// of the second row offers depends on one of the first.
///
/// As long as nothing reads them later, each is soon forgotten, and the guide can be proved.
public enum CrossedQuestions {
  private static let letters = "abcdefghijklmnop"

  /// The questions, a text of several lines for each.
  public static let questions =
    letters.map { "? one-\($0): The question \($0)\n  ( ) a: This\n  ( ) b: That" }
    + letters.map { letter in
      """
      ? two-\(letter): The other question \(letter)
        ( ) b: That
        when one-\(letter) is a:
          ( ) a: This
      """
    }

  /// A guide in which they are asked, without a header: then comes what is given.
  public static func guide(then rest: String) -> String {
    "# start: Start\n\(questions.joined(separator: "\n"))\n\n# last: Last\n\(rest)"
  }

  /// A condition that reads every answer.
  public static let condition = letters.map { "one-\($0) is b or two-\($0) is a" }
    .joined(separator: " or ")

  /// Words under conditions, which read every answer one after the other.
  public static let words = letters.map { letter in
    "when one-\(letter) is b:\n  One way.\n\nwhen two-\(letter) is a:\n  Another way.\n\n"
  }.joined()
}
