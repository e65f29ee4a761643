import GuideCheck
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
