import GuideCheck
import GuideEngine

/// Where things come that promises speak of, each looked up once.
struct Sightings {
  let library: Library
  private var known: [Sight: [Int]] = [:]

  init(_ library: Library) { self.library = library }

  /// The instructions at which a sight comes.
  mutating func places(of sight: Sight) -> [Int] {
    if let places = known[sight] { return places }
    let places = library.instructions.indices.filter { isSeen(sight, at: $0) }
    known[sight] = places
    return places
  }

  private func isSeen(_ sight: Sight, at place: Int) -> Bool {
    switch (library.instructions[place], sight) {
    case (.enter(let step), .step(let wanted)): step == wanted
    case (.begin(let guide), .guide(let wanted)): guide == wanted
    case (.ask(let question), .question(let wanted)): question == wanted
    case (.say, .step), (.say, .guide), (.say, .question): false
    case (.say(let passage), _): library.carries(library[passage], sight)
    default: false
    }
  }
}
