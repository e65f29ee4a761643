import GuideProof

/// Whether some whole numbers fulfill constraints: `some`, `none`, or `refused`; and with how much effort.
///
/// The line has the count of numbers, the range of each, and the constraints, between bars:
/// `2 | 0 5 | 0 9 | 1 3 >= 4 | 1 -1 <= 2`.
func sums(_ line: String) -> String {
  let parts = line.split(separator: "|").map { $0.split(separator: " ") }
  guard let count = parts.first?.first.flatMap({ Int($0) }), parts.count > count else {
    fatalError("not a set of constraints: \(line)")
  }
  var constraints = IntegerConstraints(count: count)
  for (place, range) in parts[1...count].enumerated() {
    let ends = range.compactMap { Int($0) }
    var factors = [Int](repeating: 0, count: count)
    factors[place] = 1
    constraints.require(factors, atLeast: ends[0])
    constraints.require(factors, atMost: ends[1])
  }
  for row in parts[(count + 1)...] {
    let numbers = row.compactMap { Int($0) }
    let factors = Array(numbers[..<count])
    if row.contains(">=") {
      constraints.require(factors, atLeast: numbers[count])
    } else {
      constraints.require(factors, atMost: numbers[count])
    }
  }
  let most = 100_000
  var effort = most
  switch constraints.canHold(&effort) {
  case true?: return "some \(most - effort)"
  case false?: return "none \(most - effort)"
  case nil: return "refused \(most - effort)"
  }
}
