import GuideCheck
import SourceText
import TestSupport
import Testing

@testable import GuideEngine

/// Walks that nobody planned, over the real content and over guides made to be hard.
struct RandomWalkTests {
  /// A library and its name.
  struct Place: Sendable, CustomTestStringConvertible {
    let name: String
    let library: Library
    var testDescription: String { name }
  }

  static let places: [Place] = {
    var places: [Place] = []
    if let real = try? Folder.real().checked().library {
      places.append(Place(name: "real", library: real))
    }
    if let design = try? Folder.design().checked().library {
      places.append(Place(name: "design", library: design))
    }
    for (name, guides) in HardGuides.all {
      if let library = try? guides.library() { places.append(Place(name: name, library: library)) }
    }
    return places
  }()

  @Test func `all the places are there`() throws {
    for folder in try [Folder.real(), Folder.design()] {
      #expect(folder.checked().diagnostics.filter { $0.severity == .error }.map(\.text) == [])
    }
    for (_, guides) in HardGuides.all { _ = try guides.library() }
    #expect(Self.places.count == 2 + HardGuides.all.count)
  }

  @Test(arguments: places)
  func `a random walk ends where its answers lead straight`(_ place: Place) {
    let library = place.library
    for seed in 0..<400 as Range<UInt64> {
      var person = Person(library, seed: seed)
      person.wander(steps: 60)
      #expect(person.problems == [], "seed \(seed)")
      guard let end = straight(library, person.state) else {
        Issue.record("seed \(seed): the straight walk stopped before its end")
        continue
      }
      #expect(end.walk == person.state.walk, "seed \(seed)")
      #expect(end.answers == person.state.answers, "seed \(seed)")
      #expect(end.decisions == person.state.decisions, "seed \(seed)")
      #expect(end.mentions == person.state.mentions, "seed \(seed)")
      #expect(end.visitedSteps == person.state.visitedSteps, "seed \(seed)")
      #expect(end.visitedGuides == person.state.visitedGuides, "seed \(seed)")
      #expect(library.summary(of: end) == library.summary(of: person.state), "seed \(seed)")
      #expect(values(library, end) == values(library, person.state), "seed \(seed)")
      #expect(library.readings(on: end) == library.readings(on: person.state), "seed \(seed)")
      #expect(person.state.hasShownItsWalk, "seed \(seed)")
    }
  }

  @Test(arguments: places)
  func `replaying and reading back give the same state after every step`(_ place: Place) {
    let library = place.library
    for seed in 1000..<1040 as Range<UInt64> {
      var person = Person(library, seed: seed)
      person.keepsRecord = true
      person.wander(steps: 60)
      #expect(person.problems == [], "seed \(seed)")
      var replayed = State(of: library)
      for input in person.inputs { _ = library.advance(&replayed, input) }
      #expect(replayed == person.state, "seed \(seed)")
    }
  }

  @Test(arguments: places)
  func `what does not fit is refused and changes nothing`(_ place: Place) {
    let library = place.library
    var refusals = 0
    for seed in 2000..<2060 as Range<UInt64> {
      var person = Person(library, seed: seed)
      for _ in 0..<40 {
        for input in person.hostileInputs {
          let transition = library.step(person.state, input)
          if transition.effects == [.refuse] {
            refusals += 1
            #expect(transition.state == person.state, "seed \(seed), \(input)")
          } else {
            #expect(!transition.effects.contains(.refuse), "seed \(seed), \(input)")
          }
        }
        person.wander(steps: 1)
      }
    }
    #expect(refusals > 1000)
  }

  @Test(arguments: places)
  func `what is on a walk was let through by every condition around it`(_ place: Place) {
    let library = place.library
    for seed in 3000..<3040 as Range<UInt64> {
      var person = Person(library, seed: seed)
      person.wander(steps: 40)
      let readings = library.readings(on: person.state)
      let walk = Set(person.state.walk)
      for (instruction, content) in library.instructions.enumerated() {
        guard case .test(let clause, let otherwise) = content else { continue }
        let isOpen = readings.contains {
          $0.place == instruction && $0.condition == clause.condition && $0.holds != clause.isUnless
        }
        let isInside = library.instructions[instruction + 1..<otherwise].contains { inside in
          if case .say(let passage) = inside {
            walk.contains(.passage(passage))
          } else {
            false
          }
        }
        #expect(isOpen || !isInside, "seed \(seed), instruction \(instruction)")
      }
    }
  }

  // MARK: the straight walk

  /// Walks from the start with what leads straight to a state; nil if it does not.
  private func straight(_ library: Library, _ state: State) -> State? {
    var walked = State(of: library)
    for input in library.straightInputs(to: state) { _ = library.advance(&walked, input) }
    return walked.decisions.count == state.decisions.count ? walked : nil
  }

  private func values(_ library: Library, _ state: State) -> [Value] {
    var fresh = state
    fresh.equationCache.forgetAll()
    var kept = state
    let values = library.equations.indices.map { library.value(of: EquationID($0), &fresh) }
    let remembered = library.equations.indices.map { library.value(of: EquationID($0), &kept) }
    return values == remembered ? values : []
  }
}
