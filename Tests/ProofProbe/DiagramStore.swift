import GuideCheck
import GuideProof

/// Diagrams of variables, made and joined as lines say, all in one store.
///
/// A line is in Polish notation, turned around: `is 0 1,2 is 1 0 both` is true where variable 0 is 1 or 2 and
/// variable 1 is 0. The answer is the value for each state, the number of the diagram, and the variables it reads;
/// or `refused`, where an attempt ended with too many nodes. `new` tells how much was made and examined, and begins an
/// empty store.
struct DiagramStore {
  private var diagrams = DecisionDiagrams(nodes: Self.mostNodes)
  private static let mostNodes = 100_000
  private static let widths = [2, 3, 2, 4, 2]

  mutating func answer(_ line: String) -> String {
    if line == "new" {
      defer { diagrams = DecisionDiagrams(nodes: Self.mostNodes) }
      return "\(diagrams.count) nodes, \(diagrams.wasted) wasted, \(diagrams.looks) looks"
    }
    var words = line.split(separator: " ").map(String.init)[...]
    var stack: [Int] = []
    var attempts: [DecisionDiagrams.Attempt] = []
    while let word = words.popFirst() {
      if word == "begin" {
        attempts.append(diagrams.begin(nodes: Int(words.removeFirst()) ?? 0))
      } else if word == "end" {
        guard let result = diagrams.end(attempts.removeLast(), stack.removeLast()) else {
          for attempt in attempts.reversed() where diagrams.end(attempt, nil) != nil {
            fatalError()
          }
          return "refused"
        }
        stack.append(result)
      } else {
        apply(word, &words, &stack)
      }
    }
    let result = stack.removeLast()
    let variables = diagrams.variables(in: result).sorted().map(String.init)
    return "\(values(of: result)) \(result) \(variables.joined(separator: ","))"
  }

  private mutating func apply(
    _ word: String,
    _ words: inout ArraySlice<String>,
    _ stack: inout [Int]
  ) {
    func numbers() -> [Int] { words.removeFirst().split(separator: ",").compactMap { Int($0) } }
    switch word {
    case "yes": stack.append(DecisionDiagrams.yes)
    case "no": stack.append(DecisionDiagrams.no)
    case "is":
      let (variable, values) = (numbers()[0], numbers())
      stack.append(diagrams.isAny(variable, of: Self.widths[variable], values.contains))
    case "number":
      let variable = numbers()[0]
      let children = words.removeFirst().split(separator: ",").map { number in
        diagrams.constant(Int(number).map { .number(Fraction($0)) } ?? .missing)
      }
      stack.append(diagrams.choice(variable, children))
    case "both": stack.append(diagrams.both(stack.removeLast(), stack.removeLast()))
    case "either": stack.append(diagrams.either(stack.removeLast(), stack.removeLast()))
    case "opposite": stack.append(diagrams.opposite(stack.removeLast()))
    case "some":
      let free = numbers()
      stack.append(diagrams.some(stack.removeLast(), free.contains))
    case "zero":
      let zero = numbers()
      stack.append(diagrams.zeroing(stack.removeLast(), zero.contains))
    case "at":
      let (variable, value) = (numbers()[0], numbers()[0])
      stack.append(diagrams.restricting(stack.removeLast(), variable, to: value))
    case "least":
      let least = Fraction(numbers()[0])
      stack.append(
        diagrams.mapping(stack.removeLast()) { outcome in
          if case .number(let number) = outcome {
            return .truth(Comparison.atLeast.holds(number, least))
          }
          return .truth(false)
        }
      )
    case "plus":
      stack.append(
        diagrams.combined(stack.removeLast(), stack.removeLast()) { left, right in
          if left == .missing || right == .missing { return .missing }
          guard case .number(let x)? = left, case .number(let y)? = right else { return nil }
          return x.plus(y).map { .number($0) } ?? .missing
        }
      )
    default: fatalError("not a word: \(word)")
    }
  }

  /// The value of a diagram in every state, the last variable changing first.
  private func values(of diagram: Int) -> String {
    var states: [[Int]] = [[]]
    for width in Self.widths {
      states = states.flatMap { state in (0..<width).map { state + [$0] } }
    }
    return states.map { state in
      var place = diagram
      while diagrams.outcome(place) == nil {
        let (variable, width) = (diagrams.variable(place), diagrams.width(place))
        precondition(width == Self.widths[variable])
        place = diagrams.child(place, state[variable])
      }
      let holds = diagrams.holds(diagram) { state[$0] }
      switch diagrams.outcome(place) {
      case .truth(let truth): return truth == holds ? truth ? "y" : "n" : "?"
      case .number(let number): return holds ? "?" : "\(number.numerator)"
      case .missing, nil: return holds ? "?" : "-"
      }
    }.joined(separator: ",")
  }
}
