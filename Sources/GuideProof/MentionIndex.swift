import GuideCheck
import GuideEngine

/// Where the things that promises refer to are shown; each is looked up once.
struct MentionIndex {
  let library: Library
  private var known: [Mention: [Int]] = [:]

  init(_ library: Library) { self.library = library }

  /// The instructions that show a mention.
  mutating func places(of mention: Mention) -> [Int] {
    if let places = known[mention] { return places }
    let places = library.instructions.indices.filter { isSeen(mention, at: $0) }
    known[mention] = places
    return places
  }

  private func isSeen(_ mention: Mention, at place: Int) -> Bool {
    switch (library.instructions[place], mention) {
    case (.enter(let step), .step(let wanted)): step == wanted
    case (.begin(let guide), .guide(let wanted)): guide == wanted
    case (.ask(let question), .question(let wanted)): question == wanted
    case (.say, .step), (.say, .guide), (.say, .question): false
    case (.say(let passage), _): library.carries(library[passage], mention)
    default: false
    }
  }
}
