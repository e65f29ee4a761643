import GuideCheck

/// The purpose of an exploration: what it must not leave out.
struct Query {
  /// Something that a promise watches: where `condition` is true, `flag` becomes `value`.
  struct Watch {
    /// A condition on flags.
    let condition: Int
    let flag: Int
    let value: Int
  }

  /// What is counted as the cost of every path.
  enum Charge {
    case nothing
    /// Everything the person does: answering, opening, going on.
    case inputs
    case questions
    /// Reading and answering, in fifths of a second.
    case time
  }

  /// What is watched, by instruction; in order.
  var watches: [Int: [Watch]] = [:]
  /// The instruction at which the verdict is given, and the facts it reads.
  var verdict: (place: Int, facts: [Int])?
  /// Whether a walk is over where the verdict is given, though it would go on.
  var endsAtVerdict = false
  /// The facts that each guide's walk depends on when it begins, by the instruction that begins it.
  var readsAtBegin: [Int: [Int]] = [:]
  /// Whether every condition and step is examined.
  var looksAtAll = false
  /// What is counted as the cost of every path.
  var charge = Charge.nothing
  /// Whether to look for the most expensive path instead of the cheapest.
  var isDearest = false
  /// Whether paths are distinguished by every answer, and by the order in which topics are opened.
  var counts = false
}
