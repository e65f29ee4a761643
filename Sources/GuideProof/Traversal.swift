/// A traversal of a part from several places at once, which always goes on from the first of them.
struct Traversal<W: Weight> {
  typealias Edge = WeightedDiagrams<W>.Edge

  let part: Int
  var trail = Trail<W>()
  /// The states in which the walk was over.
  var over: Edge?
  /// What all walks still have in common, factored out where they all meet in one place.
  private(set) var weight = W.unit
  private var places: [Int] = []
  private var states: [Int: Edge?] = [:]

  init(part: Int) { self.part = part }

  /// Adds states to those at a place.
  mutating func add(_ place: Int, _ joined: (Edge?) -> Edge?) {
    if let known = states[place] {
      states[place] = .some(joined(known))
      return
    }
    states[place] = .some(joined(nil))
    // Walks only go forward, and are rarely in many places, so the search starts at the last.
    var index = places.count
    while index > 0, places[index - 1] < place { index -= 1 }
    places.insert(place, at: index)
  }

  /// Removes and returns the first place and the states there.
  mutating func first() -> (place: Int, states: Edge?)? {
    guard let place = places.popLast(), let found = states.removeValue(forKey: place) else {
      return nil
    }
    guard places.isEmpty, let edge = found else { return (place, found) }
    weight = weight.followed(by: edge.weight)
    return (place, Edge(weight: .unit, node: edge.node))
  }
}
