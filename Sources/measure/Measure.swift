import ContentFolder
import GuideCheck
import GuideEngine
import SourceText

/// Prints goals and figures, or makes what they are measured on. `Scripts/measure` runs it.
@main
struct Measure {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    switch (words.first, words.count) {
    case ("house", 1): print(Corridor.house, terminator: "")
    case ("corridor", 2): print(Corridor(steps: Int(words[1]) ?? 1000).text, terminator: "")
    case ("figures", 4): try figures(content: words[1], short: words[2], long: words[3])
    case ("hold", 2): try hold(words[1])
    case ("walk", 3): try walk(words[1], times: Int(words[2]) ?? 1)
    default: print("measure: house | corridor N | figures CONTENT SHORT LONG | hold FOLDER | walk FOLDER TIMES")
    }
  }

  private static func figures(content: String, short: String, long: String) throws {
    Goal("checking Content, read to checked", "under 10 ms").came(
      to: "\(digits(try median(of: 21) { try milliseconds { _ = try library(content) } })) ms")

    // Three short ones stand beside each long one, so that both meet the same minutes of the machine.
    var toFirstQuestion: (short: [Double], long: [Double]) = ([], [])
    for _ in 0..<7 {
      for _ in 0..<3 { toFirstQuestion.short.append(try firstQuestion(short)) }
      toFirstQuestion.long.append(try firstQuestion(long))
    }
    let (brief, lengthy) = (middle(toFirstQuestion.short), middle(toFirstQuestion.long))
    Goal("Corridor-1000, source to first question", "under 25 ms").came(to: "\(digits(brief)) ms")
    Goal("Corridor-10000, source to first question", "under 300 ms").came(to: "\(digits(lengthy)) ms")
    Goal("  against ten times Corridor-1000", "about 1").came(to: digits(lengthy / (10 * brief), 2))

    let (few, many) = (try library(short), try library(long))
    var speeds: (short: [Double], early: [Double], late: [Double]) = ([], [], [])
    var bytes = 0
    for _ in 0..<41 {
      var walk = Walk(over: few)
      speeds.short.append(steps(1000) { walk.answer(1000) })
      bytes = walk.bytes
      var long = Walk(over: many)
      speeds.early.append(steps(1000) { long.answer(1000) })
      long.answer(8000)
      speeds.late.append(steps(1000) { long.answer(1000) })
    }
    let late = middle(speeds.late)
    Goal("Corridor-1000, steps a second, all text composed", "1,000,000").came(
      to: grouped(middle(speeds.short)), "(\(bytes) bytes read)")
    Goal("Corridor-10000, the last thousand steps", "within 10 %").came(
      to: grouped(late), "(\(digits(100 * late / middle(speeds.early), 0)) % of its first thousand)")
  }

  /// Loads a folder, walks to the first question, and stands there until a line comes.
  private static func hold(_ folder: String) throws {
    let walk = Walk(over: try library(folder))
    print(walk.bytes)
    _ = readLine()
    print(walk.state.walk.count)
  }

  /// Loads a folder and walks, for a profiler.
  private static func walk(_ folder: String, times: Int) throws {
    let library = try library(folder)
    for _ in 0..<times {
      var walk = Walk(over: library)
      while walk.answer() {}
      print(walk.bytes)
    }
  }

  private static func firstQuestion(_ folder: String) throws -> Double {
    try milliseconds { _ = Walk(over: try library(folder)) }
  }

  private static func steps(_ count: Double, _ work: () -> Void) -> Double {
    count / milliseconds(work) * 1000
  }

  private static func middle(_ figures: [Double]) -> Double { figures.sorted()[figures.count / 2] }

  private static func library(_ folder: String) throws -> Library {
    let text = try Folder(path: folder).read(.sitting(country: "us"))
    let (content, found) = text.parsed(country: "us", today: Day("2026-11-21"))
    guard let content else { throw Fault.noHouse }
    let result = check(content, after: found)
    guard let library = result.library else {
      throw Fault.errors(DiagnosticRenderer().text(of: result.diagnostics[0], color: false))
    }
    return library
  }

  private enum Fault: Error {
    case errors(String)
    case noHouse
  }

  private static func grouped(_ figure: Double) -> String {
    let whole = Int(figure)
    return whole < 1_000_000
      ? "\(whole / 1000),\(digits(Double(whole % 1000) + 1000, 0).dropFirst())"
      : "\(whole / 1_000_000),\(String(whole / 1000 % 1000 + 1000).dropFirst()),000"
  }
}
