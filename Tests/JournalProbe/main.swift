// A bare user of a journal, for the campaigns that kill it, fail its calls or take its power away.
//
//     journal-probe write FOLDER [COUNT]    keeps numbered answers; says each one when it is kept
//     journal-probe sit FOLDER PART         a sitting: first, killed, erasing, long, anew or moving; or hasty,
//                                           which says that things are kept before they are,
//                                           or odd, which keeps what no prompt would take
//     journal-probe judge FOLDER            hears what one of those said, and says what of it is not
//                                           so, what is damaged, and why one cannot go on
//     journal-probe states TRACE COUNT SEED [OPTION VALUE]
//                                           power failures at every moment of a trace of DiskProbe
//         unsynced FILE                     syncs of this file do nothing
//         last COUNT                        only at the last moments of the trace
//     journal-probe damages FOLDER WAY STRIDE
//                                           one bit in so many flipped, or every file cut at each
//                                           multiple of a length, or every record taken away, cut,
//                                           repeated and moved: bits, cuts or records
//     journal-probe state TRACE MOMENT VARIANT SEED FOLDER
//                                           leaves the files of one of them, to be looked at
//
// All of them take the session up again that was left open. So a campaign is: start one, do to it
// whatever can be done, and let it be judged.
import Foundation

func judge(_ path: String) {
  var promise = Promise()
  while let line = readLine() { promise.hear(line) }
  let look = Look(path)
  for fault in look.faults + promise.lost(in: look) { say(fault) }
  for fault in Look.goingOn(path, after: look, promise) { say(fault) }
}

let arguments = CommandLine.arguments
func number(_ place: Int) -> Int { Int(arguments[place]) ?? 0 }

do {
  switch (arguments.dropFirst().first, arguments.count) {
  case ("write", 3...4):
    try Sitting(arguments[2], telling: say).answer(upTo: arguments.count > 3 ? number(3) : .max)
  case ("sit", 4): try Sitting.run(arguments[3], arguments[2])
  case ("judge", 3): judge(arguments[2])
  case ("damages", 5):
    let violations = try Damages(arguments[2])
    switch arguments[3] {
    case "bits": violations.flip(every: number(4))
    case "cuts": violations.cut(every: number(4))
    default: try violations.takeRecords(every: number(4))
    }
    exit(violations.report() ? 0 : 1)
  case ("states", 5), ("states", 7):
    let trace = try Trace(Data(contentsOf: URL(filePath: arguments[2])))
    let option = arguments.count == 7 ? arguments[5] : ""
    let campaign = PowerFailures(
      trace,
      seed: number(4),
      unsynced: option == "unsynced" ? arguments[6] : nil,
      last: option == "last" ? number(6) : nil
    )
    await campaign.run(number(3))
    exit(campaign.report() ? 0 : 1)
  case ("state", 7):
    let trace = try Trace(Data(contentsOf: URL(filePath: arguments[2])))
    PowerFailures(trace, seed: number(5))
      .leave(arguments[6], at: number(3), variant: number(4))
  default: exit(64)
  }
} catch {
  say("failed \(error)")
  exit(74)
}
