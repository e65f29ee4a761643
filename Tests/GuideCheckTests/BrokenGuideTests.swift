import Foundation
import GuideCheck
import SourceText
import TestSupport
import Testing

/// Two hundred guides, each one slip away from a good one.
struct BrokenGuideTests {
  @Test(arguments: try slips())
  func `a slip is reported at its place, in at most three messages`(slip: Slip) throws {
    var folder = try slip.path == choose ? Folder.design() : Folder.real()
    folder[slip.path] = slip.applied(to: folder[slip.path])
    // The slips are in guides, and reading what counts as a call for help takes as long as all the rest.
    if folder.files.keys.contains(us) {
      let aboutCalls = [
        "words ", "call", "distress", "except", "doubt", "now", "slips", "spelling", "ordinary",
        "filler",
      ]
      folder[us] = folder[us].split(separator: "\n", omittingEmptySubsequences: false)
        .filter { line in !aboutCalls.contains { line.hasPrefix($0) } }
        .joined(separator: "\n")
    }
    let result = folder.checked(today: Day("2026-11-28"))
    #expect(result.library == nil)
    #expect((1...3).contains(result.diagnostics.count), "\(result.text)")
    let isNamed = result.diagnostics.contains { diagnostic in
      diagnostic.labels.contains { label in
        let line = label.source.position(at: label.span.start).line
        return label.source.path == slip.path && abs(line - slip.line) <= 1
      }
    }
    #expect(isNamed || !slip.isLocal, "\(result.text)")
    let isFixed = result.diagnostics.allSatisfy { diagnostic in
      diagnostic.fix != nil || !diagnostic.notes.isEmpty || !diagnostic.labels[0].message.isEmpty
    }
    #expect(isFixed)
  }

  private let choose = "guides/ketamine-or-ect.guide"
  private let us = "places/us.guide"
}

/// Returns slips of all guides, all of them if `EVERY_SLIP=1` is in the environment.
private func slips() throws -> [Slip] {
  let real = try Folder.real()
  let design = try Folder.design()
  let choose = "guides/ketamine-or-ect.guide"
  var slips = Slip.all(in: design[choose], path: choose)
  for path in real.files.keys.sorted() where path.hasPrefix("guides/") && path != choose {
    slips += Slip.all(in: real[path], path: path)
  }
  if ProcessInfo.processInfo.environment["EVERY_SLIP"] == "1" { return slips }
  var generator = SeededGenerator(seed: 20_261_121)
  return Array(slips.shuffled(using: &generator).prefix(200))
}
