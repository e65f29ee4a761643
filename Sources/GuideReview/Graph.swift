public import GuideCheck

/// The paths through a guide, or among all guides: places, and the connections between them.
public struct Graph: Hashable, Sendable {
  /// A place.
  public struct Node: Hashable, Sendable {
    /// The kind of place.
    public enum Kind: Hashable, Sendable {
      case step
      case topic
      case guide
      case end
    }

    /// The name of the place in the scripts.
    public let name: String
    /// The title that people read.
    public let title: String
    /// The kind of place.
    public let kind: Kind
    /// The questions asked there, each with its conditions.
    public let asked: [String]
    /// Whether no test reaches it.
    public let isUntested: Bool
  }

  /// A connection from one place to another.
  public struct Edge: Hashable, Sendable {
    /// The kind of connection.
    public enum Kind: String, Hashable, Sendable {
      case goesOn = "goes on to"
      case goes = "goes to"
      case offers
      case visits
      case names = "names as next"
    }

    /// The places, by their order in the graph.
    public let from: Int
    /// Where the connection leads.
    public let to: Int
    /// The kind of connection.
    public let kind: Kind
    /// Its conditions in words; empty if there are none.
    public let words: String
  }

  /// The title of the graph.
  public let title: String
  /// The places, in reading order.
  public private(set) var nodes: [Node] = []
  /// The connections.
  public private(set) var edges: [Edge] = []
  /// The promises.
  public let notes: [String]

  private var places: [Place: Int] = [:]

  private enum Place: Hashable {
    case step(StepID)
    case guide(GuideID)
    case end
  }

  /// The graph of a guide; `untested` are the steps that no test reaches.
  public init(of guide: GuideID, in library: Library, untested: Set<StepID> = []) {
    title = library[guide].title
    notes = library[guide].promises.map(\.words)
    let steps = library[guide].steps
    let alternatives = library.alternatives
    let bodies = steps.map { Body(library, from: library[$0].entry + 1, alternatives) }
    for (step, body) in zip(steps, bodies) {
      add(.step(step), Node(library[step], asked: body.asked, isUntested: untested.contains(step)))
    }
    let inOrder = steps.filter { !library[$0].isTopic }
    for (step, body) in zip(steps, bodies) {
      for exit in body.exits {
        switch exit.way {
        case .step(let target): connect(step, .step(target), .goes, exit.words, library)
        case .end: connect(step, .end, .goes, exit.words, library)
        case .entry(.topic(let topic), let kind):
          connect(step, .step(topic), kind, exit.words, library)
        case .entry(.guide(let other), let kind):
          connect(step, .guide(other), kind, exit.words, library)
        }
      }
      if !library[step].isTopic, !body.alwaysLeaves {
        let next = inOrder.firstIndex(of: step).map { $0 + 1 } ?? 0
        let target: Place = next < inOrder.count ? .step(inOrder[next]) : .end
        connect(step, target, .goesOn, "", library)
      }
    }
  }

  /// The graph of all guides: what the shelf offers, which guides visit which, and which each names next.
  public init(of library: Library) {
    title = library[.house].title
    notes = library[.house].promises.map(\.words)
    for index in library.guides.indices {
      add(.guide(GuideID(index)), Node(library.guides[index]))
    }
    let alternatives = library.alternatives
    for index in library.guides.indices {
      for step in library.guides[index].steps {
        for exit in Body(library, from: library[step].entry + 1, alternatives).exits {
          guard case .entry(.guide(let other), let kind) = exit.way else { continue }
          let edge = Edge(from: index, to: other.index, kind: kind, words: exit.words)
          if !edges.contains(edge) { edges.append(edge) }
        }
      }
      for next in library.guides[index].next {
        edges.append(Edge(from: index, to: next.index, kind: .names, words: ""))
      }
    }
  }

  @discardableResult
  private mutating func add(_ place: Place, _ node: @autoclosure () -> Node) -> Int {
    if let known = places[place] { return known }
    places[place] = nodes.count
    nodes.append(node())
    return nodes.count - 1
  }

  private mutating func connect(
    _ step: StepID,
    _ target: Place,
    _ kind: Edge.Kind,
    _ words: String,
    _ library: Library
  ) {
    let to =
      switch target {
      case .step(let step): add(target, Node(library[step], asked: [], isUntested: false))
      case .guide(let guide): add(target, Node(library[guide]))
      case .end: add(target, .end)
      }
    edges.append(Edge(from: places[.step(step)] ?? 0, to: to, kind: kind, words: words))
  }
}

extension Graph.Node {
  fileprivate init(_ step: Step, asked: [String], isUntested: Bool) {
    self.init(
      name: step.name,
      title: step.title,
      kind: step.isTopic ? .topic : .step,
      asked: asked,
      isUntested: isUntested
    )
  }

  fileprivate init(_ guide: Guide) {
    self.init(name: guide.name, title: guide.title, kind: .guide, asked: [], isUntested: false)
  }

  fileprivate static let end = Graph.Node(
    name: "end",
    title: "The end",
    kind: .end,
    asked: [],
    isUntested: false
  )
}

/// How paths leave the instructions of a step, and under which conditions.
private struct Body {
  enum Way {
    case step(StepID)
    case end
    case entry(Menu.Entry, Graph.Edge.Kind)
  }

  private(set) var exits: [(way: Way, words: String)] = []
  /// The questions asked, with their conditions.
  private(set) var asked: [String] = []
  /// Whether no path continues into the next step.
  private(set) var alwaysLeaves = false
  private let library: Library
  private let alternatives: [Int: Menu.Alternatives]

  init(_ library: Library, from start: Int, _ alternatives: [Int: Menu.Alternatives]) {
    self.library = library
    self.alternatives = alternatives
    read(start..<library.instructions.count, under: [])
  }

  private mutating func read(_ range: Range<Int>, under conditions: [String]) {
    var place = range.lowerBound
    let words = conditions.joined(separator: ", and ")
    while place < range.upperBound {
      if let menus = alternatives[place] {
        offer(menus, conditions)
        place = menus.place.upperBound
        continue
      }
      switch library.instructions[place] {
      case .begin, .enter, .leave: return
      case .say: break
      case .ask(let question):
        let prompt = "\u{201C}\(library[question].prompt)\u{201D}"
        asked.append(words.isEmpty ? prompt : "\(prompt), \(words)")
      case .go(let target):
        if target != place + 1 || conditions.isEmpty {
          exits.append((way(to: target), words))
          if conditions.isEmpty { alwaysLeaves = true }
        }
      case .offer(let menu):
        for entry in library[menu].entries { exits.append((.entry(entry, .offers), words)) }
      case .visit(let entry, _): exits.append((.entry(entry, .visits), words))
      case .test(let clause, let otherwise):
        read(
          place + 1..<max(otherwise, place + 1),
          under: conditions + [library.words(for: clause)]
        )
        place = max(otherwise, place + 1)
        continue
      }
      place += 1
    }
  }

  /// Adds what menus offer, each with its condition.
  private mutating func offer(_ menus: Menu.Alternatives, _ conditions: [String]) {
    for entry in menus.entries {
      let condition = menus.offered[entry].map { library.words(for: $0) }
      let words = (conditions + [condition].compactMap(\.self)).joined(separator: ", and ")
      exits.append((.entry(entry, .offers), words))
    }
  }

  private func way(to target: Int) -> Way {
    if library.instructions.indices.contains(target),
      case .enter(let step) = library.instructions[target]
    {
      return .step(step)
    }
    return .end
  }
}
