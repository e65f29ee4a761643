import GuideCheck

/// What an exploration is for: what it must not leave out.
struct Query {
  /// Something a promise watches: where `condition` holds, `flag` becomes `value`.
  struct Watch {
    /// A truth over flags.
    let condition: Int
    let flag: Int
    let value: Int
  }

  /// What every path is charged for.
  enum Charge {
    case nothing
    /// Whatever the person sends: answers, openings, going on.
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
  /// The facts each guide's walk depends on when it begins, by the instruction that begins it.
  var readsAtBegin: [Int: [Int]] = [:]
  /// Whether every condition and step is looked at.
  var looksAtAll = false
  /// What every path is charged for.
  var charge = Charge.nothing
  /// Whether the dearest path is looked for, not the cheapest.
  var isDearest = false
  /// Whether paths are told apart by every answer, and by the order in which topics are opened.
  var counts = false
}
