/// Sets of states, each stored as a decision diagram with equal parts stored only once.
///
/// A state gives every variable a value. Most variables are zero in most states (not asked, not seen), so
/// a diagram omits a variable where it is zero. *To forget* a variable is to make it zero. An empty set
/// is nil.
struct WeightedDiagrams<W: Weight> {
  /// A set: a diagram, and what all its states have in common.
  struct Edge: Hashable {
    let weight: W
    let node: Int

    func followed(by weight: W) -> Edge {
      Edge(weight: self.weight.followed(by: weight), node: node)
    }
  }

  /// The states in which the variable of a node has one value.
  struct Branch: Hashable {
    let value: Int
    let edge: Edge
  }

  private struct Node: Hashable {
    let variable: Int
    let branches: [Branch]
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  private struct Sum: Hashable {
    let first: Edge
    let second: Edge
  }

  private var nodes: [Node] = [Node(variable: .max, branches: [])]
  private var places: [Node: Int] = [:]
  private var sums: [Sum: Edge] = [:]
  private var restrictions: [Pair: Edge?] = [:]
  private var products: [Pair: Edge] = [:]

  /// The number of nodes.
  var count: Int { nodes.count }

  /// The number of visits to nodes.
  private(set) var steps = 0

  /// Whether a limit was exceeded; from then on, no result means anything.
  private(set) var isExhausted = false

  private let mostNodes: Int
  private let mostSteps: Int
  private var depths: [Int] = [0]
  /// States that differ in more variables make a diagram too deep to be traversed.
  private static var mostDepth: Int { 1000 }

  /// An empty store for at most this many nodes, and this many visits to nodes.
  init(nodes: Int, steps: Int) {
    mostNodes = nodes
    mostSteps = steps
  }

  private mutating func step(_ count: Int = 1) {
    steps += count
    if steps > mostSteps { isExhausted = true }
  }

  /// The set of the one state in which everything is zero.
  let start = Edge(weight: .unit, node: 0)

  /// The first variable that is not zero in all states; `Int.max` if there is none.
  func variable(_ node: Int) -> Int { nodes[node].variable }

  /// The rest of the states, for each value of the first variable.
  func branches(_ node: Int) -> [Branch] { nodes[node].branches }

  /// The variables that are not zero in all states of a set.
  func variables(in edge: Edge) -> Set<Int> {
    var visited: Set<Int> = [0, edge.node]
    var pending = [edge.node]
    var found: Set<Int> = []
    while let node = pending.popLast() {
      if node == 0 { break }
      found.insert(variable(node))
      for branch in branches(node) where visited.insert(branch.edge.node).inserted {
        pending.append(branch.edge.node)
      }
    }
    return found
  }

  /// The states in which a variable has these values, each with the rest after it.
  mutating func node(_ variable: Int, _ branches: [Branch]) -> Edge? {
    guard let first = branches.first else { return nil }
    if branches.count == 1, first.value == 0 { return first.edge }
    step(branches.reduce(0) { $0 + $1.edge.weight.work })
    var common = first.edge.weight
    for branch in branches.dropFirst() { common = common.shared(with: branch.edge.weight) }
    let inner = branches.map { branch in
      Branch(
        value: branch.value,
        edge: Edge(weight: branch.edge.weight.without(common), node: branch.edge.node)
      )
    }
    let node = Node(variable: variable, branches: inner)
    if let place = places[node] { return Edge(weight: common, node: place) }
    places[node] = nodes.count
    nodes.append(node)
    let depth = 1 + (inner.map { depths[$0.edge.node] }.max() ?? 0)
    depths.append(depth)
    if depth > Self.mostDepth || nodes.count > mostNodes { isExhausted = true }
    return Edge(weight: common, node: nodes.count - 1)
  }

  // MARK: all states of two sets

  mutating func join(_ first: Edge?, _ second: Edge?) -> Edge? {
    guard let first else { return second }
    guard let second else { return first }
    if first.node == second.node {
      return Edge(weight: first.weight.joined(with: second.weight), node: first.node)
    }
    let common = first.weight.shared(with: second.weight)
    var a = Edge(weight: first.weight.without(common), node: first.node)
    var b = Edge(weight: second.weight.without(common), node: second.node)
    if a.node > b.node { swap(&a, &b) }
    let key = Sum(first: a, second: b)
    if let known = sums[key] { return known.followed(by: common) }
    step()
    if isExhausted { return first }
    let variable = min(self.variable(a.node), self.variable(b.node))
    let left = branches(of: a, at: variable)
    let right = branches(of: b, at: variable)
    var merged: [Branch] = []
    var (i, j) = (0, 0)
    while i < left.count || j < right.count {
      let value = min(
        i < left.count ? left[i].value : .max,
        j < right.count ? right[j].value : .max
      )
      var edge: Edge?
      if i < left.count, left[i].value == value {
        edge = left[i].edge
        i += 1
      }
      if j < right.count, right[j].value == value {
        edge = join(edge, right[j].edge)
        j += 1
      }
      if let edge { merged.append(Branch(value: value, edge: edge)) }
    }
    guard let result = node(variable, merged) else { return nil }
    if !isExhausted { sums[key] = result }
    return result.followed(by: common)
  }

  /// The branches of a set at a variable that is not after its first.
  private func branches(of edge: Edge, at variable: Int) -> [Branch] {
    guard self.variable(edge.node) == variable else { return [Branch(value: 0, edge: edge)] }
    if edge.weight == .unit { return branches(edge.node) }
    return branches(edge.node).map {
      Branch(value: $0.value, edge: $0.edge.followed(by: edge.weight))
    }
  }

  // MARK: the states for which a diagram is true

  mutating func restrict(
    _ edge: Edge?,
    to truth: Int,
    _ diagrams: borrowing DecisionDiagrams
  ) -> Edge? {
    guard let edge else { return nil }
    return restrict(node: edge.node, to: truth, diagrams)?.followed(by: edge.weight)
  }

  private mutating func restrict(
    node: Int,
    to truth: Int,
    _ diagrams: borrowing DecisionDiagrams
  ) -> Edge? {
    var truth = truth
    // A variable that the diagram omits is zero.
    while diagrams.variable(truth) < variable(node) { truth = diagrams.child(truth, 0) }
    if truth == DecisionDiagrams.yes { return Edge(weight: .unit, node: node) }
    if truth == DecisionDiagrams.no || isExhausted { return nil }
    let key = Pair(first: node, second: truth)
    if let known = restrictions[key] { return known }
    step()
    let variable = variable(node)
    var kept: [Branch] = []
    for branch in branches(node) {
      let inner =
        diagrams.variable(truth) == variable ? diagrams.child(truth, branch.value) : truth
      if let edge = restrict(branch.edge, to: inner, diagrams) {
        kept.append(Branch(value: branch.value, edge: edge))
      }
    }
    let result = self.node(variable, kept)
    if !isExhausted { restrictions[key] = .some(result) }
    return result
  }

  // MARK: every state of one set with every state of another, about other variables

  mutating func product(_ first: Edge?, _ second: Edge?) -> Edge? {
    guard let first, let second else { return nil }
    let weight = first.weight.followed(by: second.weight)
    return product(nodes: first.node, second.node)?.followed(by: weight)
  }

  private mutating func product(nodes first: Int, _ second: Int) -> Edge? {
    if first == 0 { return Edge(weight: .unit, node: second) }
    if second == 0 { return Edge(weight: .unit, node: first) }
    let key = Pair(first: min(first, second), second: max(first, second))
    if let known = products[key] { return known }
    if isExhausted { return nil }
    let isFirst = variable(first) < variable(second)
    let (top, rest) = isFirst ? (first, second) : (second, first)
    var result: [Branch] = []
    for branch in branches(top) {
      if let edge = product(branch.edge, Edge(weight: .unit, node: rest)) {
        result.append(Branch(value: branch.value, edge: edge))
      }
    }
    guard let edge = node(variable(top), result) else { return nil }
    if !isExhausted { products[key] = edge }
    return edge
  }

  // MARK: variables given other values

  /// The set with some values replaced: the new value for each value, and the weight that this adds.
  mutating func mapping(
    _ edge: Edge?,
    _ variable: Int,
    _ change: (Int) -> (value: Int, weight: W)
  ) -> Edge? {
    var known: [Int: Edge?] = [:]
    return mapping(edge, variable, change, &known)
  }

  private mutating func mapping(
    _ edge: Edge?,
    _ variable: Int,
    _ change: (Int) -> (value: Int, weight: W),
    _ known: inout [Int: Edge?]
  ) -> Edge? {
    guard let edge else { return nil }
    if isExhausted { return edge }
    if let result = known[edge.node] { return result?.followed(by: edge.weight) }
    step()
    var result: Edge?
    if self.variable(edge.node) < variable {
      var branches: [Branch] = []
      for branch in self.branches(edge.node) {
        if let inner = mapping(branch.edge, variable, change, &known) {
          branches.append(Branch(value: branch.value, edge: inner))
        }
      }
      result = node(self.variable(edge.node), branches)
    } else {
      let unit = Edge(weight: .unit, node: edge.node)
      for branch in self.branches(of: unit, at: variable) {
        let (value, weight) = change(branch.value)
        let moved = node(variable, [Branch(value: value, edge: branch.edge.followed(by: weight))])
        result = join(result, moved)
      }
    }
    known[edge.node] = .some(result)
    return result?.followed(by: edge.weight)
  }

  /// The set with a variable given one value in all states.
  mutating func assigning(_ edge: Edge?, _ variable: Int, _ value: Int) -> Edge? {
    mapping(edge, variable) { _ in (value, .unit) }
  }

  /// The set with zero for every variable for which `isForgotten` is true.
  mutating func forgetting(_ edge: Edge?, _ isForgotten: (Int) -> Bool) -> Edge? {
    var known: [Int: Edge?] = [:]
    return forgetting(edge, isForgotten, &known)
  }

  private mutating func forgetting(
    _ edge: Edge?,
    _ isForgotten: (Int) -> Bool,
    _ known: inout [Int: Edge?]
  ) -> Edge? {
    guard let edge, edge.node != 0, !isExhausted else { return edge }
    if let result = known[edge.node] { return result?.followed(by: edge.weight) }
    step()
    var result: Edge?
    var kept: [Branch] = []
    let variable = variable(edge.node)
    let isGone = isForgotten(variable)
    for branch in branches(edge.node) {
      guard let inner = forgetting(branch.edge, isForgotten, &known) else { continue }
      if isGone {
        result = join(result, inner)
      } else {
        kept.append(Branch(value: branch.value, edge: inner))
      }
    }
    if !isGone { result = node(variable, kept) }
    known[edge.node] = .some(result)
    return result?.followed(by: edge.weight)
  }
}

extension WeightedDiagrams<Cost> {
  /// The cheapest state of a set, and its cost.
  func cheapest(_ edge: Edge) -> (cost: Int, state: [Int: Int])? {
    cheapest(edge, agreeing: [:]) { _ in true }
  }

  /// The cheapest state of a set among those that agree with `state`, and its cost.
  ///
  /// Variables for which `isFree` is true can have any value.
  func cheapest(
    _ edge: Edge,
    agreeing state: [Int: Int],
    except isFree: (Int) -> Bool = { _ in false }
  ) -> (cost: Int, state: [Int: Int])? {
    let wanted = state.filter { $0.value != 0 && !isFree($0.key) }
    var known: [Int: (cost: Int, value: Int)?] = [:]
    /// Whether no wanted value is between two variables, where everything is zero.
    func isOpen(_ first: Int, _ second: Int) -> Bool {
      wanted.keys.allSatisfy { $0 <= first || $0 >= second }
    }
    func cost(_ node: Int) -> Int? {
      if node == 0 { return 0 }
      if let found = known[node] { return found?.cost }
      let variable = variable(node)
      var best: (cost: Int, value: Int)?
      for branch in branches(node)
      where isFree(variable) || branch.value == wanted[variable, default: 0] {
        guard isOpen(variable, self.variable(branch.edge.node)),
          let rest = cost(branch.edge.node)
        else { continue }
        let sum = rest + branch.edge.weight.value
        if best.map({ sum < $0.cost }) ?? true { best = (sum, branch.value) }
      }
      known[node] = .some(best)
      return best?.cost
    }
    guard isOpen(-1, variable(edge.node)), let least = cost(edge.node) else { return nil }
    var found: [Int: Int] = [:]
    var node = edge.node
    while node != 0, let best = known[node] ?? nil {
      if best.value != 0 { found[variable(node)] = best.value }
      guard let branch = branches(node).first(where: { $0.value == best.value }) else { break }
      node = branch.edge.node
    }
    return (least + edge.weight.value, found)
  }
}
