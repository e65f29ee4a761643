import GuideCheck

/// What every exploration of a library uses: its parts, and what its instructions cost.
struct LibraryMap: Sendable {
  let library: Library
  let subroutines: Subroutines
  let costs: ReadingCosts
  /// For each mention that conditions read, the guides that show it.
  let guidesMentioning: [Set<Int>]
  /// For each question, the guides that ask it.
  let guidesAsking: [Set<Int>]
  /// For each guide, the guides whose walks can go through it, and itself.
  let guidesReaching: [[Int]]
  /// For each guide, whether a session can go through it as its root, or go on with it, and reach others then.
  let canBeApart: [Bool]
  /// For each guide, the parts that a walk from it can enter, each after those it enters itself.
  private let reached: [[Int]]

  init(_ library: Library) { self.init(library, ReadingCosts(library)) }

  init(_ library: Library, _ costs: ReadingCosts) {
    self.library = library
    self.costs = costs
    subroutines = Subroutines(library)
    var guidesMentioning = [Set<Int>](repeating: [], count: library.mentions.count)
    for passage in library.passages {
      for mention in passage.mentions {
        guidesMentioning[mention.index].insert(library[passage.step].guide.index)
      }
    }
    self.guidesMentioning = guidesMentioning
    var guidesAsking = [Set<Int>](repeating: [], count: library.questions.count)
    for (place, instruction) in library.instructions.enumerated() {
      if case .ask(let question) = instruction {
        guidesAsking[question.index].insert(subroutines.guides[place])
      }
    }
    self.guidesAsking = guidesAsking
    let subroutines = subroutines
    reached = library.guides.indices.map { subroutines.reached(from: $0, in: library) }
    let suggested = Set(library.guides.flatMap { $0.next.map(\.index) })
    canBeApart = library.guides.indices.map {
      suggested.contains($0) || !library.suggestions(after: $0, subroutines).isEmpty
    }
    var guidesReaching = [[Int]](repeating: [], count: library.guides.count)
    for (guide, parts) in reached.enumerated() {
      for part in parts where part < library.guides.count { guidesReaching[part].append(guide) }
    }
    self.guidesReaching = guidesReaching
  }

  /// The parts that a walk from a guide can enter, each after those it enters itself.
  func reached(from guide: Int) -> [Int] { reached[guide] }

  /// The guides whose walks can make something of a fact true.
  func guidesWriting(_ fact: Int, _ variables: Variables, _ tests: [SumTest]) -> Set<Int> {
    if let question = variables.question(ofFact: fact) { return guidesAsking[question.index] }
    if let test = variables.test(ofFact: fact) {
      return tests[test].terms.reduce(into: []) {
        $0.formUnion(guidesAsking[$1.question.index])
      }
    }
    if fact >= variables.mentions { return guidesMentioning[fact - variables.mentions] }
    if fact >= variables.steps { return [library.steps[fact - variables.steps].guide.index] }
    if fact >= variables.guides { return [fact - variables.guides] }
    if fact >= variables.menus {
      return [library[library.menus[fact - variables.menus].step].guide.index]
    }
    return []
  }
}
