import GuideCheck
import GuideEngine
import GuideProof
import GuideSyntax
import SourceText

/// The cost of exploring every path.
struct ProofFigures {
  /// Opens a folder: from the disk to checked.
  let library: (String) throws -> Library

  /// All guides of a folder.
  func proving(_ content: String) throws {
    let library = try library(content)
    let times = try (0..<21).map { _ in try milliseconds { try proved(library) } }
    Goal("Content, every path proved", "under 100 ms").came(to: spread(times))
  }

  /// From a folder on the disk to everything that `check` says about it.
  func checking(_ folder: String, as name: String, within wanted: String) throws {
    let times = try (0..<11).map { _ in try milliseconds { try proved(library(folder)) } }
    Goal("\(name), read, checked and proved", wanted).came(to: spread(times))
  }

  /// Ten times as many steps, in turns.
  func growing(_ short: String, _ long: String) throws {
    var times: (short: [Double], long: [Double]) = ([], [])
    for _ in 0..<5 {
      for _ in 0..<3 { times.short.append(try milliseconds { try proved(library(short)) }) }
      times.long.append(try milliseconds { try proved(library(long)) })
    }
    let ratio = median(times.long) / (10 * median(times.short))
    Goal("10,000 such steps, against ten times 1,000", "about 1").came(
      to: "\(decimals(ratio, 2)) (\(decimals(median(times.long), 0)) ms)"
    )
  }

  /// What is left from each place of each guide of a folder: the tables made, and one look at a table.
  func resting(_ content: String, as name: String, within wanted: String) throws {
    let library = try library(content)
    for guide in library.guides.indices.dropFirst() {
      var times: (making: [Double], looking: [Double]) = ([], [])
      for _ in 0..<5 {
        var rests = RestOfWalks(library)
        var state = State(of: library)
        _ = library.advance(&state, .began(GuideID(guide)))
        times.making.append(milliseconds { _ = rests.remaining(at: state) })
        var looks = 0
        var looking = 0.0
        while case .answer(let question) = state.awaiting {
          _ = library.advance(&state, .answered(question, .skipped))
          looking += milliseconds { _ = rests.remaining(at: state) }
          looks += 1
        }
        if looks > 0 { times.looking.append(1000 * looking / Double(looks)) }
      }
      let title = "\(name), \(library.guides[guide].name), what is left from each place"
      Goal(title, wanted).came(to: spread(times.making))
      if !times.looking.isEmpty {
        Goal("  one look, on the way", "under 5 µs").came(
          to: "\(decimals(median(times.looking), 2)) µs"
        )
      }
    }
  }

  /// Ten megabytes of one guide.
  func parsing() {
    let source = SourceFile(path: "corridor.guide", text: Corridor(steps: 20_000).text)
    let bytes = Double(source.bytes.count)
    let times = (0..<7).map { _ in
      // This does not include freeing what was read.
      var script: Script?
      let time = milliseconds { script = parse(source).script }
      return withExtendedLifetime(script) { time }
    }
    Goal("a guide of \(decimals(bytes / 1_000_000, 1)) MB, parsed", "50 MB a second").came(
      to: "\(decimals(bytes / 1000 / median(times), 0)) MB a second"
    )
  }

  /// The peak memory of this process, with everything proved.
  func peak(_ folder: String) throws {
    try proved(library(folder))
    Goal("Thicket-1000, peak memory", "under 200 MB").came(to: peakMemory())
  }

  private func proved(_ library: Library) throws {
    if let problem = prove(library).diagnostics.first(where: { $0.severity == .error }) {
      throw Problem.unproved(problem.title)
    }
  }

  private enum Problem: Error {
    case unproved(String)
  }
}
