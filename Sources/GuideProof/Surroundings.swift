import GuideCheck
import GuideEngine
import Phrases

/// What can be on the screen right above each instruction, as far as it decides which words are added.
struct Surroundings {
  /// What was shown last.
  private enum Above: Hashable {
    case list(Passage.List)
    case figure(Int)
    case other
  }

  /// By instruction: whether every walk from here shows something before another step begins.
  let surelyShows: [Bool]
  /// By instruction: whether a walk from here can show something before another step begins.
  let mayShow: [Bool]
  /// By instruction: whether every walk from here shows something before its part ends.
  let partSurelyShows: [Bool]
  /// By instruction.
  private let above: [[Above]]

  init(_ library: Library) {
    let instructions = library.instructions
    var surely = [Bool](repeating: false, count: instructions.count + 1)
    var may = surely
    for place in instructions.indices.reversed() {
      switch instructions[place] {
      case .say, .offer: (surely[place], may[place]) = (true, true)
      case .ask(let question):
        may[place] = true
        surely[place] = library[question].step != nil || surely[place + 1]
      case .enter, .leave: (surely[place], may[place]) = (false, false)
      case .begin, .visit: (surely[place], may[place]) = (surely[place + 1], may[place + 1])
      case .go(let target): (surely[place], may[place]) = (surely[target], may[target])
      case .test(_, let otherwise):
        surely[place] = surely[place + 1] && surely[otherwise]
        may[place] = may[place + 1] || may[otherwise]
      }
    }
    var part = surely
    for place in instructions.indices.reversed() {
      switch instructions[place] {
      case .ask, .offer, .say: part[place] = surely[place] || part[place + 1]
      case .begin, .enter, .visit: part[place] = part[place + 1]
      case .go(let target): part[place] = part[target]
      case .test(_, let otherwise): part[place] = part[place + 1] && part[otherwise]
      case .leave: part[place] = false
      }
    }
    surelyShows = surely
    partSurelyShows = part
    mayShow = may
    above = Self.above(library)
  }

  private static func above(_ library: Library) -> [[Above]] {
    let instructions = library.instructions
    var above = [[Above]](repeating: [], count: instructions.count + 1)
    func add(_ new: [Above], at place: Int) {
      if above[place].isEmpty {
        above[place] = new
      } else {
        for one in new where !above[place].contains(one) { above[place].append(one) }
      }
    }
    for place in instructions.indices {
      switch instructions[place] {
      case .begin, .enter, .offer: add([.other], at: place + 1)
      case .ask(let question):
        add(library[question].step == nil ? above[place] + [.other] : [.other], at: place + 1)
      case .say(let passage):
        switch library[passage].kind {
        case .listLine(.aside): add(above[place], at: place + 1)
        case .listLine(let list): add([.list(list)], at: place + 1)
        case .figure(let figure): add([.figure(figure)], at: place + 1)
        default: add([.other], at: place + 1)
        }
      case .visit: add(above[place] + [.other], at: place + 1)
      case .go(let target): add(above[place], at: target)
      case .test(_, let otherwise):
        add(above[place], at: place + 1)
        add(above[place], at: otherwise)
      case .leave: break
      }
    }
    return above
  }

  /// How many words are added to a passage, or left out, because of what is above it.
  func above(_ passage: PassageID, at place: Int, _ library: Library) -> ClosedRange<Int> {
    switch library[passage].kind {
    case .listLine(.aside): return 0...0
    case .listLine(let list):
      let words = wordCount(library.announcement(list))
      let isOther = above[place].contains { $0 != .list(list) }
      return (above[place].contains(.list(list)) ? 0 : words)...(isOther ? words : 0)
    case .figure(let figure): return below(library.figures[figure], above[place], library)
    default: return 0...0
    }
  }

  private func below(
    _ figure: Figure,
    _ above: [Above],
    _ library: Library
  ) -> ClosedRange<Int> {
    let words = FigureWords(figure, library.phrases)
    let left =
      wordCount(library.phrases.outcome(words.outcome)) + wordCount(words.setting)
    let isBeside = above.map { one in
      if case .figure(let other) = one {
        figure.isComparable(with: library.figures[other])
      } else {
        false
      }
    }
    return (isBeside.contains(true) ? -left : 0)...(isBeside.contains(false) ? 0 : -left)
  }
}

extension Library {
  /// The instructions that show a line or a figure that another one, in a place before it, shows too, on
  /// a walk that can reach both.
  var repeatedItems: Set<Int> {
    enum Item: Hashable {
      case line(Passage.List, String)
      case figure(Int)
    }
    var places: [Item: [Int]] = [:]
    for (place, instruction) in instructions.enumerated() {
      guard case .say(let passage) = instruction else { continue }
      switch self[passage].kind {
      case .listLine(let list):
        let words = self[passage].pieces.map { piece in
          if case .text(let words, _) = piece { words } else { "{}" }
        }
        places[.line(list, words.joined()), default: []].append(place)
      case .figure(let figure): places[.figure(figure), default: []].append(place)
      default: break
      }
    }
    let several = places.values.filter { $0.count > 1 }
    if several.isEmpty { return [] }
    let subroutines = Subroutines(self)
    var roots: [Int: Set<Int>] = [:]
    for guide in guides.indices.dropFirst() {
      for part in subroutines.reached(from: guide, in: self) {
        roots[part, default: []].insert(guide)
      }
    }
    func origins(of place: Int) -> Set<Int> { roots[subroutines.owners[place]] ?? [] }
    var repeated: Set<Int> = []
    for places in several {
      for (number, place) in places.enumerated().dropFirst() {
        let isAfter = places[..<number].contains {
          !origins(of: $0).isDisjoint(with: origins(of: place))
        }
        if isAfter { repeated.insert(place) }
      }
    }
    return repeated
  }
}
