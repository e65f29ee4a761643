/// Lets tests in another language ask the parts of the prover: a line of input is a question.
@main
struct ProofProbe {
  static func main() {
    switch CommandLine.arguments.dropFirst().first {
    case "sums": while let line = readLine() { print(sums(line)) }
    case "diagrams":
      var store = DiagramStore()
      while let line = readLine() { print(store.answer(line)) }
    default: print("proof-probe sums | diagrams")
    }
  }
}
