/// What is wanted, and what it came to.
struct Goal {
  let name: String
  let wanted: String

  init(_ name: String, _ wanted: String) {
    self.name = name
    self.wanted = wanted
  }

  /// Prints both on one line.
  func came(to figure: String, _ remark: String = "") {
    print(padded(name, 50), padded(wanted, 18), figure, remark)
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

/// The middle of some figures: what a disturbed machine disturbs least.
func median(of count: Int, _ figure: () throws -> Double) rethrows -> Double {
  var figures: [Double] = []
  for _ in 0..<count { figures.append(try figure()) }
  return figures.sorted()[count / 2]
}

/// How many milliseconds some work takes.
func milliseconds(_ work: () throws -> Void) rethrows -> Double {
  try ContinuousClock().measure(work) / .milliseconds(1)
}

/// A number with so many decimals.
func digits(_ figure: Double, _ decimals: Int = 1) -> String {
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let whole = Int((figure * scale).rounded())
  if decimals == 0 { return String(whole) }
  let rest = String(whole % Int(scale))
  let zeros = String(repeating: "0", count: decimals - rest.utf8.count)
  return "\(whole / Int(scale)).\(zeros)\(rest)"
}
