// A bare user of a journal, for the campaigns that kill it, fail its calls or take its power away.
//
//     journal-probe write FOLDER [COUNT]    keeps numbered answers; says each one when it is kept
//     journal-probe sit FOLDER PART         a sitting: first, killed, erasing, long or anew
//     journal-probe check FOLDER            says what is kept, and what is damaged
//     journal-probe states TRACE COUNT SEED [OPTION VALUE]
//                                           power failures at every moment of a trace of DiskProbe
//         unsynced FILE                     syncs of this file do nothing
//         last COUNT                        only at the last moments of the trace
//     journal-probe state TRACE MOMENT VARIANT SEED FOLDER
//                                           leaves the files of one of them, to be looked at
//
// `write` takes the session up again that was left open. So a campaign is: start it, kill it at any
// moment, and compare what it said last with what `check` says.
import Foundation

func check(_ path: String) {
  let look = Look(path)
  for fault in look.faults { say(fault) }
  for (place, session) in look.sessions.enumerated() {
    switch session {
    case .holds(let count): say("holds \(place + 1) \(count)")
    case .erased: say("erased \(place + 1)")
    }
  }
  if !look.isThere { say("no journal") }
}

let arguments = CommandLine.arguments
func number(_ place: Int) -> Int { Int(arguments[place]) ?? 0 }

do {
  switch (arguments.dropFirst().first, arguments.count) {
  case ("write", 3...4):
    try Sitting(arguments[2], telling: say).answer(upTo: arguments.count > 3 ? number(3) : .max)
  case ("sit", 4): try Sitting.run(arguments[3], arguments[2])
  case ("check", 3): check(arguments[2])
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
