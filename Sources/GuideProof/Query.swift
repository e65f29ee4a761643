import GuideCheck

/// The purpose of an exploration: what it must not leave out.
struct Query {
  /// Whether the ways into states are kept, so that a conversation to one of them can be planned.
  var keepsTrails = false

  /// Something that a promise watches: where `condition` is true, `flag` becomes `value`.
  struct Watch {
    /// A condition on flags, or on facts.
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

  /// Conditions and steps of a guide that are examined.
  struct Examined {
    /// The guide they are in.
    var guide = 0
    var conditions: Set<Int> = []
    var steps: Set<Int> = []
    var isEmpty: Bool { conditions.isEmpty && steps.isEmpty }
  }

  /// What is watched, by instruction; in order.
  var watches: [Int: [Watch]] = [:]
  /// The instruction at which the verdict is given, and the facts it reads.
  var verdict: (place: Int, facts: [Int])?
  /// Whether a walk is over where the verdict is given, though it would go on.
  var endsAtVerdict = false
  /// The facts that are recorded wherever one of these instructions begins a guide.
  var readsAtBegin: [Int: [Int]] = [:]
  /// The conditions and steps that are examined.
  var examined = Examined()
  /// What is counted as the cost of every path.
  var charge = Charge.nothing
  /// A flag without which nothing is charged.
  var chargingFlag: Int?
  /// Whether to look for the most expensive path instead of the cheapest.
  var isDearest = false
  /// Whether paths are distinguished by every answer, and by the order in which topics are opened.
  var counts = false
  /// Whether other guides can have been gone through before.
  var hasPast = false
  /// Whether the walk can go on with the guides that a guide suggests, after the root has ended.
  var goesOn = false
}
