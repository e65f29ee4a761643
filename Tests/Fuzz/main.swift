import Foundation
import GuideCheck
import GuideProof
import SourceText
import TestSupport

// Hostile guides through parser, checker and prover: `fuzz [how many] [seed]`. A trap ends it, with the
// seed to find it again; so does what takes longer than a second of the processor's time: a machine that is
// busy with other things does not count against a text.

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
let seed = CommandLine.arguments.dropFirst(2).first.flatMap { UInt64($0) } ?? 1
var texts = try HostileText(seed: seed)
var folder = plainFolder
var (checked, proved, refused) = (0, 0, 0)
var slowest = 0.0

for number in 1...max(count, 1) {
  let text = texts.next()
  folder.files["guides/visit.guide"] = text
  let start = clock()
  if let library = folder.checked().library {
    checked += 1
    let result = prove(library, isMeasuring: number % 10 == 0)
    if result.diagnostics.isEmpty { proved += 1 }
    refused += result.diagnostics.count { $0.id.hasPrefix("too-entangled") }
  }
  let time = Double(clock() - start) / Double(CLOCKS_PER_SEC)
  slowest = max(slowest, time)
  if time > 1 {
    let message =
      "number \(number) of seed \(seed) took \(time) s:\n\(String(decoding: text, as: UTF8.self))\n"
    FileHandle.standardError.write(Data(message.utf8))
    exit(1)
  }
  if number % 10_000 == 0 || number == count {
    print(
      "\(number) texts, \(checked) without error, \(proved) proved, \(refused) refused, slowest \(slowest) s"
    )
  }
}
