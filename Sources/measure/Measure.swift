import ContentFolder
import GuideCheck
import GuideEngine
import GuideRules
import SourceText

/// Prints goals and figures, or makes what they are measured on.
///
/// `Scripts/measure` runs it.
@main
struct Measure {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    switch (words.first, words.count) {
    case ("house", 1): print(Corridor.house, terminator: "")
    case ("corridor", 2): print(Corridor(steps: Int(words[1]) ?? 1000).text, terminator: "")
    case ("calls", 4), ("calls", 5):
      let figures = CallFigures(calls: try library(words[1]))
      try figures.measure(words[2], as: words[3], all: words.last == "all")
    case ("figures", 4):
      try checking(words[1])
      try opening(words[2], words[3])
      try walking(words[2], words[3])
    case ("journal", 3):
      let figures = JournalFigures(folder: words[1])
      try figures.keeping()
      try figures.resuming(over: library(words[2]))
      try figures.verifying()
    case ("proof", 5):
      let figures = ProofFigures(library: library)
      try figures.proving(words[1])
      try figures.checking(words[2], as: "Corridor-1000", within: "under 100 ms")
      try figures.checking(words[3], as: "Thicket-1000", within: "under 1 s")
      try figures.growing(words[3], words[4])
      figures.parsing()
    case ("rest", 4):
      let figures = ProofFigures(library: library)
      try figures.resting(words[1], as: "Content", within: "under 30 ms")
      try figures.resting(words[2], as: "Corridor-1000", within: "under 100 ms")
      try figures.resting(words[3], as: "Corridor-10000", within: "under 1 s")
    case ("peak", 2): try peak(words[1])
    case ("proof-peak", 2): try ProofFigures(library: library).peak(words[1])
    case ("thicket", 2): print(Thicket(steps: Int(words[1]) ?? 1000).text, terminator: "")
    case ("thicket-house", 1): print(Thicket.house, terminator: "")
    case ("walk", 3): try walk(words[1], times: Int(words[2]) ?? 1)
    default:
      print("measure house | corridor STEPS | figures CONTENT CORRIDOR-1000 CORRIDOR-10000")
      print("measure thicket-house | thicket STEPS | journal FOLDER CORRIDOR-1000 | peak FOLDER")
      print("measure proof CONTENT CORRIDOR-1000 THICKET-1000 THICKET-10000 | proof-peak FOLDER")
      print("measure rest CONTENT CORRIDOR-1000 CORRIDOR-10000 | walk FOLDER TIMES")
      print("measure calls CONTENT SENTENCES NAME [all]")
    }
  }

  // MARK: figures

  /// From a folder on the disk to everything checked.
  private static func checking(_ content: String) throws {
    let times = try (0..<21).map { _ in try milliseconds { _ = try library(content) } }
    Goal("Content, from the disk to checked", "under 10 ms").came(to: spread(times))
  }

  /// From a folder on the disk to the first question.
  private static func opening(_ short: String, _ long: String) throws {
    func time(_ folder: String) throws -> Double {
      // This does not include freeing what was loaded, which happens at the end of the program.
      var loaded: (ParsedContent, Walk)?
      let time = try milliseconds {
        let (parsed, library) = try load(folder)
        loaded = (parsed, Walk(over: library))
      }
      withExtendedLifetime(loaded) {}
      return time
    }
    // Three short ones are measured with each long one, so that both run at the same time.
    var times: (short: [Double], long: [Double]) = ([], [])
    for _ in 0..<7 {
      for _ in 0..<3 { times.short.append(try time(short)) }
      times.long.append(try time(long))
    }
    let ratio = median(times.long) / (10 * median(times.short))
    Goal("Corridor-1000, to the first question", "under 25 ms").came(to: spread(times.short))
    Goal("Corridor-10000, to the first question", "under 300 ms").came(to: spread(times.long))
    Goal("  against ten times Corridor-1000", "about 1").came(to: decimals(ratio, 2))
  }

  /// Steps a second, every text composed and read.
  private static func walking(_ short: String, _ long: String) throws {
    let few = try library(short)
    var speeds: (short: [Double], early: [Double], late: [Double]) = ([], [], [])
    var bytes = 0
    for _ in 0..<101 {
      var walk = Walk(over: few)
      speeds.short.append(1_000_000 / milliseconds { walk.answer(1000) })
      bytes = walk.bytes
    }
    let many = try library(long)
    for _ in 0..<41 {
      var walk = Walk(over: many)
      speeds.early.append(1_000_000 / milliseconds { walk.answer(1000) })
      walk.answer(8000)
      speeds.late.append(1_000_000 / milliseconds { walk.answer(1000) })
    }
    // What was read must be what is always read: no work was left out.
    Goal("Corridor-1000, bytes of text read", "231,745").came(to: grouped(Double(bytes)))
    Goal("Corridor-1000, steps a second", "1,000,000").came(to: grouped(median(speeds.short)))
    // A corridor this long exceeds the caches, so its end is compared with its own beginning.
    let (late, share) = (median(speeds.late), 100 * median(speeds.late) / median(speeds.early))
    Goal("Corridor-10000, the last thousand steps", "90 % or more").came(
      to: "\(decimals(share, 0)) % of its first thousand (\(grouped(late)) a second)"
    )
  }

  /// The peak memory of this process at the first question.
  private static func peak(_ folder: String) throws {
    let walk = Walk(over: try library(folder))
    Goal("Corridor-1000, peak memory", "under 48 MB").came(to: peakMemory())
    withExtendedLifetime(walk) {}
  }

  // MARK: for a profiler

  /// Loads a folder and walks.
  private static func walk(_ folder: String, times: Int) throws {
    let library = try library(folder)
    for _ in 0..<times {
      var walk = Walk(over: library)
      while walk.answer() {}
      print(walk.bytes)
    }
  }

  private static func library(_ folder: String) throws -> Library { try load(folder).library }

  private static func load(_ folder: String) throws -> (parsed: ParsedContent, library: Library) {
    let text = try Folder(path: folder).read(.session(country: "us"))
    guard let parsed = ParsedContent(text, reservedNames: []) else { throw Problem.noHouse }
    let result = check(parsed.content(today: Day("2026-11-21")), after: parsed.diagnostics)
    guard let library = result.library else {
      throw Problem.errors(DiagnosticRenderer().text(of: result.diagnostics[0], color: false))
    }
    return (parsed, library)
  }

  private enum Problem: Error {
    case errors(String)
    case noHouse
  }
}
