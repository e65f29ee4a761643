import CallsForHelp
import Foundation
import GuideCheck

/// How many calls for help are found, and how many other lines are taken for one.
struct CallFigures {
  private let matcher: CallMatcher

  init(calls library: Library) {
    let calls = library.locality?.calls ?? CallPatterns()
    matcher = CallMatcher([calls], order: library.locality?.helpContacts.map(\.name) ?? [])
  }

  /// Prints both figures for sentences in a file, and with `all` each sentence that is read wrong.
  func measure(_ path: String, as name: String, all: Bool) throws {
    var (calls, found, distress, heard, others, taken) = (0, 0, 0, 0, 0, 0)
    let text = try String(decoding: Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let reading = matcher.reading(of: String(parts[1]))
      var isCall = false
      if case .call = reading { isCall = true }
      let isRight: Bool
      switch parts[0].split(separator: " ").first {
      case "call":
        calls += 1
        isRight = isCall
        if isRight { found += 1 }
      case "distress":
        distress += 1
        isRight = reading != nil
        if isRight { heard += 1 }
      default:
        others += 1
        isRight = reading == nil
        if !isRight { taken += 1 }
      }
      if all, !isRight { print(parts[0], "|", parts[1], "|", reading.map { "\($0)" } ?? "nothing") }
    }
    Goal("calls found, \(name)", "98 of 100").came(to: "\(found) of \(calls)")
    Goal("distress heard, \(name)", "").came(to: "\(heard) of \(distress)")
    Goal("other lines taken, \(name)", "at most 2 of 100").came(to: "\(taken) of \(others)")
  }
}
