// A bare writer of a journal, for the campaigns that kill it or take its power away.
//
//     journal-probe write FOLDER [COUNT]   keeps numbered answers; says each one when it is kept
//     journal-probe check FOLDER           says how many are kept, and what is damaged
//
// `write` takes the session up again that was left open. So a campaign is: start `write`, kill it
// at any moment, and compare the last number it said with what `check` says.
import Foundation
import Journal

let moment = Moment(seconds: 1_795_262_400, offset: 0)

func write(_ path: String, _ count: Int) throws {
  let writer = try JournalWriter(path)
  var kept = 0
  let recorder: Recorder
  if let handle = try writer.reader.latestOpen() {
    let resumed = try writer.resume(handle)
    recorder = resumed.recorder
    kept = resumed.events.count
  } else {
    let began = Event.began(guide: "probe", fingerprint: "00")
    recorder = try writer.begin([began], keeping: Array("text".utf8), at: moment)
    kept = 1
  }
  say("kept \(kept)")
  for number in kept..<count {
    let answer = Event.input(.answered(question: "probe/number", .words("\(number)")))
    try recorder.append([answer], at: moment)
    say("kept \(number + 1)")
  }
}

func check(_ path: String) throws {
  let reader = try JournalReader(path)
  let verification = try reader.verify()
  for damage in verification.damages { say("damaged \(damage.kind) \(damage.position ?? 0)") }
  let events = try reader.latestOpen().map { try reader.events(of: $0) } ?? []
  for (place, kept) in events.enumerated().dropFirst() {
    let expected = Event.input(.answered(question: "probe/number", .words("\(place)")))
    if kept.event != expected { say("wrong \(place)") }
  }
  say("holds \(events.count)")
}

func say(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

let arguments = CommandLine.arguments
do {
  switch arguments.dropFirst().first {
  case "write" where arguments.count > 2:
    try write(arguments[2], arguments.count > 3 ? Int(arguments[3]) ?? 0 : .max)
  case "check" where arguments.count > 2: try check(arguments[2])
  default: exit(64)
  }
} catch {
  say("failed \(error)")
  exit(74)
}
