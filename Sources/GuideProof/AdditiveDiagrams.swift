/// Numbers that depend on variables, each stored as a decision diagram with a number on every edge: the
/// value is the sum along a path.
///
/// So a sum of parts that depend on different variables takes the sum of their nodes, not the product.
/// Equal parts are stored only once. Nil means *not possible*.
struct AdditiveDiagrams {
  /// A number: a diagram, and what is added to all its values.
  struct Edge: Hashable {
    let value: Int
    let node: Int

    func plus(_ more: Int) -> Edge { more == 0 ? self : Edge(value: value + more, node: node) }
  }

  /// Which of two values counts.
  enum Choice: Hashable { case least, most }

  private struct Node: Hashable {
    let variable: Int
    let branches: [Edge?]
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int
    let difference: Int
    let choice: Choice
  }

  private struct Fork: Hashable {
    let truth: Int
    let first: Int?
    let second: Int?
    let difference: Int
  }

  private struct Setting: Hashable {
    let node: Int
    let variable: Int
    let value: Int
  }

  private var nodes: [Node] = [Node(variable: .max, branches: [])]
  /// By node: the smallest and the largest value.
  private var bounds: [ClosedRange<Int>] = [0...0]
  /// By node: whether every value is possible.
  private var isTotal: [Bool] = [true]
  private var depths: [Int] = [0]
  private var places: [Node: Int] = [:]
  private var choices: [Pair: Edge?] = [:]
  private var forks: [Fork: Edge?] = [:]
  private var settings: [Setting: Edge?] = [:]

  /// The number of nodes, which is the cost so far.
  var count: Int { nodes.count }
  /// The number of steps taken.
  private(set) var looks = 0
  private var mostNodes = Int.max
  private var mostLooks = Int.max
  private var isTooDeep = false
  private static var mostDepth: Int { 500 }

  /// Allows this many more nodes and steps.
  mutating func allow(nodes: Int, looks: Int) {
    mostNodes = count + nodes
    mostLooks = self.looks + looks
    isTooDeep = false
  }

  /// Whether a limit was exceeded; then results mean nothing.
  var isOverfull: Bool { count > mostNodes || looks > mostLooks || isTooDeep }

  /// The number that is the same everywhere.
  static func constant(_ value: Int) -> Edge { Edge(value: value, node: 0) }

  /// The smallest and the largest value.
  func bounds(_ edge: Edge) -> ClosedRange<Int> {
    bounds[edge.node].lowerBound + edge.value...bounds[edge.node].upperBound + edge.value
  }

  /// Whether a diagram depends on a variable can be told only from its first.
  private func variable(_ edge: Edge?) -> Int { edge.map { nodes[$0.node].variable } ?? .max }

  /// The value for the values of variables; nil if it is not possible.
  func value(_ edge: Edge, _ of: (Int) -> Int) -> Int? {
    var sum = edge.value
    var node = edge.node
    while node != 0 {
      let branches = nodes[node].branches
      let value = of(nodes[node].variable)
      guard branches.indices.contains(value), let next = branches[value] else { return nil }
      sum += next.value
      node = next.node
    }
    return sum
  }

  /// The diagram that continues with `branches[value]` for each value of a variable.
  mutating func node(_ variable: Int, _ branches: [Edge?]) -> Edge? {
    guard let first = branches.first(where: { $0 != nil }) ?? nil else { return nil }
    if branches.allSatisfy({ $0 == first }) { return first }
    let base = first.value
    let node = Node(variable: variable, branches: branches.map { $0?.plus(-base) })
    if let place = places[node] { return Edge(value: base, node: place) }
    let place = nodes.count
    places[node] = place
    nodes.append(node)
    var range: ClosedRange<Int>?
    var depth = 0
    for case .some(let branch) in node.branches {
      let next = bounds(branch)
      range = range?.joined(next) ?? next
      depth = max(depth, depths[branch.node])
    }
    bounds.append(range ?? 0...0)
    isTotal.append(node.branches.allSatisfy { $0.map { isTotal[$0.node] } ?? false })
    depths.append(depth + 1)
    if depth + 1 > Self.mostDepth { isTooDeep = true }
    return Edge(value: base, node: place)
  }

  /// The rest of a diagram for a value of a variable that is not after its first.
  private func branch(_ edge: Edge?, _ variable: Int, _ value: Int) -> Edge? {
    guard let edge, nodes[edge.node].variable == variable else { return edge }
    let branches = nodes[edge.node].branches
    guard branches.indices.contains(value) else { return nil }
    return branches[value]?.plus(edge.value)
  }

  private func width(_ edge: Edge?, _ variable: Int) -> Int {
    edge.map { nodes[$0.node].variable == variable ? nodes[$0.node].branches.count : 0 } ?? 0
  }

  // MARK: operations

  /// The smaller, or the larger, of two numbers.
  mutating func choose(_ choice: Choice, _ first: Edge?, _ second: Edge?) -> Edge? {
    guard let first else { return second }
    guard let second else { return first }
    if first.node == second.node {
      let isFirst = (first.value <= second.value) == (choice == .least)
      return isFirst ? first : second
    }
    let (one, other) = (bounds(first), bounds(second))
    if isTotal[first.node], isTotal[second.node] {
      if one.upperBound <= other.lowerBound { return choice == .least ? first : second }
      if other.upperBound <= one.lowerBound { return choice == .least ? second : first }
    }
    let isOrdered = first.node < second.node
    let (a, b) = isOrdered ? (first, second) : (second, first)
    let key = Pair(
      first: a.node,
      second: b.node,
      difference: b.value - a.value,
      choice: choice
    )
    if let known = choices[key] { return known?.plus(a.value) }
    looks += 1
    if isOverfull { return first }
    let (left, right) = (a.plus(-a.value), b.plus(-a.value))
    let variable = min(self.variable(left), self.variable(right))
    var branches: [Edge?] = []
    for value in 0..<max(width(left, variable), width(right, variable)) {
      branches.append(
        choose(choice, branch(left, variable, value), branch(right, variable, value))
      )
    }
    let result = node(variable, branches)
    if !isOverfull { choices[key] = .some(result) }
    return result?.plus(a.value)
  }

  /// The first number where a truth is true, and the second elsewhere.
  mutating func fork(
    _ truth: Int,
    _ first: Edge?,
    _ second: Edge?,
    _ diagrams: borrowing DecisionDiagrams
  ) -> Edge? {
    if truth == DecisionDiagrams.yes { return first }
    if truth == DecisionDiagrams.no { return second }
    if first == second { return first }
    let base = first?.value ?? second?.value ?? 0
    let (left, right) = (first?.plus(-base), second?.plus(-base))
    let key = Fork(
      truth: truth,
      first: left?.node,
      second: right?.node,
      difference: (right?.value ?? 0) - (left?.value ?? 0)
    )
    if let known = forks[key] { return known?.plus(base) }
    looks += 1
    if isOverfull { return first ?? second }
    let top = diagrams.variable(truth)
    let variable = min(top, self.variable(left), self.variable(right))
    let width =
      variable == top
      ? diagrams.width(truth) : max(width(left, variable), width(right, variable))
    var branches: [Edge?] = []
    for value in 0..<width {
      branches.append(
        fork(
          variable == top ? diagrams.child(truth, value) : truth,
          branch(left, variable, value),
          branch(right, variable, value),
          diagrams
        )
      )
    }
    let result = node(variable, branches)
    if !isOverfull { forks[key] = .some(result) }
    return result?.plus(base)
  }

  /// The number when a variable has a value, whatever it was before.
  mutating func setting(_ edge: Edge?, _ variable: Int, to value: Int) -> Edge? {
    guard let edge else { return nil }
    let first = nodes[edge.node].variable
    if first > variable { return edge }
    if first == variable { return branch(edge, variable, value) }
    let key = Setting(node: edge.node, variable: variable, value: value)
    if let known = settings[key] { return known?.plus(edge.value) }
    looks += 1
    if isOverfull { return edge }
    var branches: [Edge?] = []
    for branch in nodes[edge.node].branches {
      branches.append(setting(branch, variable, to: value))
    }
    let result = node(first, branches)
    if !isOverfull { settings[key] = .some(result) }
    return result?.plus(edge.value)
  }
}
