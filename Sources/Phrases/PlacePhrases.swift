/// What the program says about how far the person has come.
public protocol PlacePhrases {
  /// The part that the person is in, and how much time is left.
  ///
  /// - Parameters:
  ///   - part: The number of the part, from 1.
  ///   - parts: The smallest and the largest number of parts there can be.
  ///   - seconds: The shortest and the longest time that is left.
  /// - Returns: The phrase.
  func place(part: Int, of parts: ClosedRange<Int>, secondsLeft seconds: ClosedRange<Int>) -> String
  /// How much time is left, where there are no parts to count.
  func timeLeft(seconds: ClosedRange<Int>) -> String
  /// The person is where they choose what to read, or at a question about keeping.
  var placeIsBeforeAGuide: String { get }
}

// The protocol above documents each phrase.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public func place(
    part: Int,
    of parts: ClosedRange<Int>,
    secondsLeft seconds: ClosedRange<Int>
  ) -> String {
    let all =
      parts.lowerBound == parts.upperBound
      ? "\(parts.lowerBound)" : "\(parts.lowerBound) to \(parts.upperBound)"
    return "Part \(part) of \(all). \(timeLeft(seconds: seconds))"
  }

  public func timeLeft(seconds: ClosedRange<Int>) -> String {
    // Rounded so that the true time is in the range, and the ends are close to it.
    let low = time(seconds.lowerBound, isUp: false)
    let high = time(seconds.upperBound, isUp: true)
    if low == high { return "About \(low.words) left." }
    return low.unit == high.unit
      ? "About \(low.number) to \(high.words) left." : "About \(low.words) to \(high.words) left."
  }

  public var placeIsBeforeAGuide: String {
    "No guide is open here. Each guide tells you how far you are in it."
  }

  private struct Time: Equatable {
    let number: String
    let unit: String
    var words: String { "\(number) \(unit)" }
  }

  /// A time in tens of seconds up to two minutes, in half minutes up to five, and then in minutes.
  private func time(_ seconds: Int, isUp: Bool) -> Time {
    func rounded(to step: Int) -> Int {
      isUp ? (seconds + step - 1) / step * step : seconds / step * step
    }
    if seconds < 120 {
      let tens = rounded(to: 10)
      if tens < 120 { return Time(number: "\(tens)", unit: "seconds") }
      return Time(number: "2", unit: "minutes")
    }
    let step = seconds < 300 ? 30 : 60
    let whole = rounded(to: step)
    let half = whole % 60 == 30
    return Time(number: "\(whole / 60)\(half ? ".5" : "")", unit: "minutes")
  }
}
