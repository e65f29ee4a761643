import GuideCheck

/// The parts of a library that are entered from elsewhere and return: its guides, then its topics.
///
/// Inside a part, the walk only goes forward, visits do not form a circle, and a menu offers each entry
/// once: *so every walk ends*, no matter what is answered, and what is left to prove is what it passes.
struct Subroutines: Sendable {
  /// From the first instruction to the one that returns.
  let bodies: [ClosedRange<Int>]
  /// For each instruction, the part it belongs to.
  let owners: [Int]
  /// For each part, how many menus and visits name it.
  let entryCounts: [Int]
  /// For each guide, its instructions and those of its topics.
  let extents: [Range<Int>]
  /// For each instruction, the guide it belongs to.
  let guides: [Int]
  private let guideCount: Int

  init(_ library: Library) {
    guideCount = library.guides.count
    var leaves = [Int](repeating: 0, count: library.instructions.count)
    var leave = 0
    for place in library.instructions.indices.reversed() {
      if case .leave = library.instructions[place] { leave = place }
      leaves[place] = leave
    }
    let entries = library.guides.map(\.entry) + library.steps.map(\.entry)
    bodies = entries.map { $0...max($0, leaves[$0]) }
    var owners = [Int](repeating: 0, count: library.instructions.count)
    for index in library.guides.indices { for place in bodies[index] { owners[place] = index } }
    for (index, step) in library.steps.enumerated() where step.isTopic {
      for place in bodies[guideCount + index] { owners[place] = guideCount + index }
    }
    self.owners = owners
    var extents: [Range<Int>] = []
    var guides = [Int](repeating: 0, count: library.instructions.count)
    for index in library.guides.indices {
      let isLast = index + 1 == library.guides.count
      let end = isLast ? library.instructions.count : library.guides[index + 1].entry
      extents.append(library.guides[index].entry..<end)
      for place in extents[index] { guides[place] = index }
    }
    self.extents = extents
    self.guides = guides
    let guideCount = guideCount
    var entryCounts = [Int](repeating: 0, count: entries.count)
    func number(_ entry: Menu.Entry) -> Int {
      switch entry {
      case .guide(let guide): guide.index
      case .topic(let step): guideCount + step.index
      }
    }
    for instruction in library.instructions {
      switch instruction {
      case .offer(let menu): for entry in library[menu].entries { entryCounts[number(entry)] += 1 }
      case .visit(let entry, _): entryCounts[number(entry)] += 1
      default: break
      }
    }
    self.entryCounts = entryCounts
  }

  /// The number of a guide or topic.
  subscript(_ entry: Menu.Entry) -> Int {
    switch entry {
    case .guide(let guide): guide.index
    case .topic(let step): guideCount + step.index
    }
  }

  /// The instructions of a guide and of its topics.
  func places(of guide: Int, in library: Library) -> [Int] {
    bodies[guide]
      + library.guides[guide].steps.filter { library[$0].isTopic }.flatMap {
        bodies[guideCount + $0.index]
      }
  }

  /// The guide that a part is, or that it is a topic of.
  func guide(of part: Int, in library: Library) -> Int {
    part < guideCount ? part : library.steps[part - guideCount].guide.index
  }

  /// The parts that a walk from `root` can enter, each after those it enters itself.
  func reached(from root: Int, in library: Library) -> [Int] {
    var order: [Int] = []
    var visited: Set<Int> = [root]
    var stack: [(part: Int, next: [Int])] = [(root, entered(by: root, in: library))]
    while let top = stack.last {
      guard let next = top.next.last else {
        order.append(top.part)
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next.removeLast()
      if visited.insert(next).inserted { stack.append((next, entered(by: next, in: library))) }
    }
    return order
  }

  private func entered(by part: Int, in library: Library) -> [Int] {
    var found: [Int] = []
    for place in bodies[part] {
      switch library.instructions[place] {
      case .offer(let menu): found += library[menu].entries.map { self[$0] }
      case .visit(let entry, _): found.append(self[entry])
      default: break
      }
    }
    return found.reversed()
  }
}
