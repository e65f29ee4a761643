/// How many milliseconds some work takes.
func milliseconds(_ work: () throws -> Void) rethrows -> Double {
  try ContinuousClock().measure(work) / .milliseconds(1)
}

/// The median of some figures, which a busy machine distorts least.
func median(_ figures: [Double]) -> Double { figures.sorted()[figures.count / 2] }

/// The median and the best time in milliseconds.
func spread(_ figures: [Double]) -> String {
  "\(decimals(median(figures), 1)) ms (best \(decimals(figures.min() ?? 0, 1)))"
}

/// A number with a fixed number of decimals.
func decimals(_ figure: Double, _ count: Int) -> String {
  var scale = 1
  for _ in 0..<count { scale *= 10 }
  let (whole, rest) = Int((figure * Double(scale)).rounded()).quotientAndRemainder(
    dividingBy: scale
  )
  return count == 0 ? "\(whole)" : "\(whole).\(String(scale + rest).dropFirst())"
}

/// A whole number in groups of three digits.
func grouped(_ figure: Double) -> String {
  var (rest, text) = (Int(figure), "")
  while rest >= 1000 {
    text = ",\(String(1000 + rest % 1000).dropFirst())" + text
    rest /= 1000
  }
  return "\(rest)" + text
}

/// The peak memory of this process: standard input is its own `/proc/self/status`.
func peakMemory() -> String {
  while let line = readLine() {
    guard line.hasPrefix("VmHWM:"), let kibibytes = Double(line.filter(\.isNumber)) else {
      continue
    }
    return "\(decimals(kibibytes / 1024, 1)) MB"
  }
  return "unknown"
}
