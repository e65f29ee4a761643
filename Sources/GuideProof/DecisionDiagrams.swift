package import GuideCheck

/// Conditions and numbers that depend on variables, each stored as a decision diagram with equal parts
/// stored only once: the values of conditions and equations for each answer.
package struct DecisionDiagrams {
  /// A value of a diagram.
  package enum Outcome: Hashable {
    case truth(Bool)
    case number(Fraction)
    /// A part of an equation is missing.
    case missing
  }

  private struct Node: Hashable {
    let variable: Int
    let children: [Int]
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  private var nodes: [Node] = []
  private var outcomes: [Outcome?] = []
  private var places: [Node: Int] = [:]
  private var outcomePlaces: [Outcome: Int] = [:]

  /// The diagram that is never true.
  package static let no = 0
  /// The diagram that is always true.
  package static let yes = 1

  /// An empty store for at most this many nodes.
  package init(nodes: Int) {
    limit = nodes
    _ = constant(.truth(false))
    _ = constant(.truth(true))
  }

  /// The number of nodes.
  package var count: Int { nodes.count }

  /// Whether a limit was exceeded; then no result since then means anything.
  ///
  /// Only the end of the attempt in which it was exceeded can take this back, together with its results.
  private(set) var isExhausted = false
  private var limit: Int
  private var depths: [Int] = []
  private var opposites: [Int: Int] = [:]
  private static let mostDepth = 1000

  /// An attempt to make a diagram with a limited number of nodes.
  package struct Attempt {
    fileprivate let count: Int
    fileprivate let limit: Int
    fileprivate let lookLimit: Int
    fileprivate let wasExhausted: Bool
  }

  /// The nodes that were made for nothing in attempts that failed.
  package private(set) var wasted = 0

  /// The pairs of nodes that were examined so far, and how many can be.
  package private(set) var looks = 0
  private var lookLimit = Int.max
  /// How many pairs of nodes an attempt can examine for each node that it can make.
  private static let looksPerNode = 16

  /// Begins an attempt that can make this many nodes.
  package mutating func begin(nodes: Int) -> Attempt {
    let attempt = Attempt(
      count: count,
      limit: limit,
      lookLimit: lookLimit,
      wasExhausted: isExhausted
    )
    limit = min(limit, count + nodes)
    lookLimit = min(lookLimit, looks + nodes * Self.looksPerNode)
    return attempt
  }

  /// Ends an attempt: its result, or nil if it needed too many nodes, which are then removed.
  package mutating func end(_ attempt: Attempt, _ result: Int?) -> Int? {
    limit = attempt.limit
    lookLimit = attempt.lookLimit
    guard isExhausted else { return result }
    wasted += count - attempt.count
    for node in nodes[attempt.count...] where !node.children.isEmpty { places[node] = nil }
    for case .some(let outcome) in outcomes[attempt.count...] { outcomePlaces[outcome] = nil }
    opposites = opposites.filter { $0.key < attempt.count && $0.value < attempt.count }
    nodes.removeSubrange(attempt.count...)
    outcomes.removeSubrange(attempt.count...)
    depths.removeSubrange(attempt.count...)
    isExhausted = attempt.wasExhausted
    return nil
  }

  /// The first variable a diagram reads; `Int.max` if it reads none.
  package func variable(_ diagram: Int) -> Int { nodes[diagram].variable }

  /// The rest of a diagram when its first variable has this value.
  package func child(_ diagram: Int, _ value: Int) -> Int { nodes[diagram].children[value] }

  /// The number of values of the first variable of a diagram.
  package func width(_ diagram: Int) -> Int { nodes[diagram].children.count }

  /// The value of a diagram that reads nothing.
  package func outcome(_ diagram: Int) -> Outcome? { outcomes[diagram] }

  /// The diagram with the same value in every state.
  package mutating func constant(_ outcome: Outcome) -> Int {
    if let place = outcomePlaces[outcome] { return place }
    nodes.append(Node(variable: .max, children: []))
    outcomes.append(outcome)
    depths.append(0)
    outcomePlaces[outcome] = nodes.count - 1
    if nodes.count > limit { isExhausted = true }
    return nodes.count - 1
  }

  /// The diagram that continues with `children[value]` for each value of a variable.
  package mutating func choice(_ variable: Int, _ children: [Int]) -> Int {
    if let first = children.first, children.allSatisfy({ $0 == first }) { return first }
    if isExhausted { return Self.no }
    let node = Node(variable: variable, children: children)
    if let place = places[node] { return place }
    places[node] = nodes.count
    nodes.append(node)
    outcomes.append(nil)
    let depth = 1 + (children.map { depths[$0] }.max() ?? 0)
    depths.append(depth)
    if depth > Self.mostDepth || nodes.count > limit { isExhausted = true }
    return nodes.count - 1
  }

  /// The diagram that is true for these values of a variable.
  package mutating func isAny(_ variable: Int, of count: Int, _ holds: (Int) -> Bool) -> Int {
    choice(variable, (0..<count).map { holds($0) ? Self.yes : Self.no })
  }

  /// The diagram that is true where two others both are.
  package mutating func both(_ first: Int, _ second: Int) -> Int {
    var known: [Int: Int] = [:]
    return joined(first, second, deciding: Self.no, idle: Self.yes, &known)
  }

  /// The diagram that is true where one of two others is.
  package mutating func either(_ first: Int, _ second: Int) -> Int {
    var known: [Int: Int] = [:]
    return joined(first, second, deciding: Self.yes, idle: Self.no, &known)
  }

  /// Two diagrams that are true or not, joined: `deciding` decides the result, and `idle` leaves it to the other.
  private mutating func joined(
    _ first: Int,
    _ second: Int,
    deciding: Int,
    idle: Int,
    _ known: inout [Int: Int]
  ) -> Int {
    if first == second || second == idle || first == deciding { return first }
    if first == idle || second == deciding { return second }
    let key = min(first, second) << 32 | max(first, second)
    if let result = known[key] { return result }
    look()
    if isExhausted { return Self.no }
    let (left, right) = (nodes[first], nodes[second])
    let variable = min(left.variable, right.variable)
    var children: [Int] = []
    for value in 0..<(left.variable == variable ? left : right).children.count {
      let one = left.variable == variable ? left.children[value] : first
      let other = right.variable == variable ? right.children[value] : second
      children.append(joined(one, other, deciding: deciding, idle: idle, &known))
    }
    let result = choice(variable, children)
    known[key] = result
    return result
  }

  /// Counts a pair of nodes that is examined.
  private mutating func look() {
    looks += 1
    if looks > lookLimit { isExhausted = true }
  }

  package mutating func opposite(_ diagram: Int) -> Int {
    if let known = opposites[diagram] { return known }
    let result = mapping(diagram) { $0 == .truth(true) ? .truth(false) : .truth(true) }
    if !isExhausted {
      opposites[diagram] = result
      opposites[result] = diagram
    }
    return result
  }

  /// The diagram whose value is `change` of the value of another.
  package mutating func mapping(_ diagram: Int, _ change: (Outcome) -> Outcome) -> Int {
    var known: [Int: Int] = [:]
    return mapping(diagram, change, &known)
  }

  private mutating func mapping(
    _ diagram: Int,
    _ change: (Outcome) -> Outcome,
    _ known: inout [Int: Int]
  ) -> Int {
    if let outcome = outcomes[diagram] { return constant(change(outcome)) }
    if let result = known[diagram] { return result }
    let node = nodes[diagram]
    let children = node.children.map { mapping($0, change, &known) }
    let result = choice(node.variable, children)
    known[diagram] = result
    return result
  }

  /// The diagram whose value is `operation` of the values of two others.
  ///
  /// The operation receives nil for a value that is not known yet; a result it returns then is true for
  /// every possible value.
  package mutating func combined(
    _ first: Int,
    _ second: Int,
    _ operation: (Outcome?, Outcome?) -> Outcome?
  ) -> Int {
    var known: [Int: Int] = [:]
    return combined(first, second, operation, &known)
  }

  private mutating func combined(
    _ first: Int,
    _ second: Int,
    _ operation: (Outcome?, Outcome?) -> Outcome?,
    _ known: inout [Int: Int]
  ) -> Int {
    let (a, b) = (outcomes[first], outcomes[second])
    if let result = operation(a, b) { return constant(result) }
    let key = first << 32 | second
    if let result = known[key] { return result }
    look()
    if isExhausted { return Self.no }
    let variable = min(nodes[first].variable, nodes[second].variable)
    let (left, right) = (nodes[first], nodes[second])
    let width = left.variable == variable ? left.children.count : right.children.count
    var children: [Int] = []
    for value in 0..<width {
      let one = left.variable == variable ? left.children[value] : first
      let other = right.variable == variable ? right.children[value] : second
      children.append(combined(one, other, operation, &known))
    }
    let result = choice(variable, children)
    known[key] = result
    return result
  }

  /// The diagram that is true where another is for some values of the variables for which `isFree` is true.
  package mutating func some(_ diagram: Int, _ isFree: (Int) -> Bool) -> Int {
    var known: [Int: Int] = [:]
    return some(diagram, isFree, &known)
  }

  private mutating func some(
    _ diagram: Int,
    _ isFree: (Int) -> Bool,
    _ known: inout [Int: Int]
  ) -> Int {
    if outcomes[diagram] != nil { return diagram }
    if let result = known[diagram] { return result }
    let node = nodes[diagram]
    var children: [Int] = []
    for child in node.children { children.append(some(child, isFree, &known)) }
    var result = Self.no
    if isFree(node.variable) {
      for child in children { result = either(result, child) }
    } else {
      result = choice(node.variable, children)
    }
    known[diagram] = result
    return result
  }

  /// The rest of a diagram when a variable has a value.
  package mutating func restricting(_ diagram: Int, _ variable: Int, to value: Int) -> Int {
    var known: [Int: Int] = [:]
    return restricting(diagram, variable, value, &known)
  }

  private mutating func restricting(
    _ diagram: Int,
    _ variable: Int,
    _ value: Int,
    _ known: inout [Int: Int]
  ) -> Int {
    let node = nodes[diagram]
    if node.variable > variable { return diagram }
    if node.variable == variable { return node.children[value] }
    if let result = known[diagram] { return result }
    var children: [Int] = []
    for child in node.children { children.append(restricting(child, variable, value, &known)) }
    let result = choice(node.variable, children)
    known[diagram] = result
    return result
  }

  /// Whether a diagram is true in a state.
  package func holds(_ diagram: Int, _ value: (Int) -> Int) -> Bool {
    var diagram = diagram
    while outcomes[diagram] == nil {
      let node = nodes[diagram]
      let value = value(node.variable)
      guard node.children.indices.contains(value) else { return false }
      diagram = node.children[value]
    }
    return outcomes[diagram] == .truth(true)
  }

  /// The variables that a diagram reads.
  package func variables(in diagram: Int) -> Set<Int> {
    var found: Set<Int> = []
    var visited: Set<Int> = [diagram]
    var pending = [diagram]
    while let next = pending.popLast() {
      if outcomes[next] == nil { found.insert(nodes[next].variable) }
      for child in nodes[next].children where visited.insert(child).inserted {
        pending.append(child)
      }
    }
    return found
  }

  /// The rest of a diagram when all variables for which `isZero` is true are zero.
  package mutating func zeroing(_ diagram: Int, _ isZero: (Int) -> Bool) -> Int {
    var known: [Int: Int] = [:]
    return zeroing(diagram, isZero, &known)
  }

  private mutating func zeroing(
    _ diagram: Int,
    _ isZero: (Int) -> Bool,
    _ known: inout [Int: Int]
  ) -> Int {
    if outcomes[diagram] != nil { return diagram }
    if let result = known[diagram] { return result }
    let node = nodes[diagram]
    let result: Int
    if isZero(node.variable) {
      result = zeroing(node.children[0], isZero, &known)
    } else {
      var children: [Int] = []
      for child in node.children { children.append(zeroing(child, isZero, &known)) }
      result = choice(node.variable, children)
    }
    known[diagram] = result
    return result
  }
}
