import Foundation
import TestSupport
import Testing

struct ProofTests {
  private let guide = "Content/guides/what-to-expect.guide"

  @Test func `says what proving came to`() throws {
    let ending = try Program().run("check", "--proof")
    #expect(ending.status == 0)
    let line =
      #/get-help-now: \d+ states, 1 path, 0 questions, 6\.\d to 6\.\d minutes, [\d.]+ ms, \d+ steps, \d+ nodes\n/#
    #expect(ending.output.contains(line))
    #expect(try Program().run("check", "--proof", "--json").output == "[]\n")
  }

  @Test func `shows who breaks a promise, and keeps the conversation as a test that fails`() throws
  {
    let program = try Program()
    try program.change(
      "promise: at most 9 minutes when time is short",
      to: "promise: at most 8 minutes when time is short",
      in: guide
    )
    let ending = try program.run("check", "--save")
    #expect(ending.status == 65)
    #expect(ending.output.hasPrefix("error[broken-promise]: the guide `what-to-expect` can break"))
    #expect(ending.output.contains("this conversation takes 8."))
    #expect(ending.output.contains("> About seven minutes"))
    let transcript = "Content/transcripts/breaks-what-to-expect-1.transcript"
    #expect(ending.errors.contains("saved ") && ending.errors.contains(transcript))
    let text = try program.text(of: transcript)
    let start =
      "# Breaks the promise: at most 8 minutes when time is short\nguide: what-to-expect\n"
    #expect(text.hasPrefix(start))
    #expect(try program.run("test", transcript).status == 65)
    #expect(try program.run("test", "--record", transcript).status == 65)
    #expect(try program.run("test", transcript).status == 0)
  }

  @Test func `keeps the conversation in the folder that was checked`() throws {
    let program = try Program()
    try program.change(
      "promise: at most 9 minutes when time is short",
      to: "promise: at most 8 minutes when time is short",
      in: guide
    )
    try FileManager.default.moveItem(
      atPath: "\(program.path)/Content",
      toPath: "\(program.path)/elsewhere"
    )
    let ending = try program.run("check", "elsewhere", "--save")
    #expect(ending.status == 65)
    let transcript = "elsewhere/transcripts/breaks-what-to-expect-1.transcript"
    #expect(ending.errors.contains("saved \(transcript)"))
    #expect(try program.text(of: transcript).hasPrefix("# Breaks the promise"))
  }
  @Test func `a conversation is saved though titles in it are words for commands`() throws {
    var folder = plainFolder
    folder["guides/visit.guide"] = """
      title: A visit
      kind: form

      # start: Start
      menu

      ## done: Done
      Tell your team.

      ## same: Done
      You can ask again.

      # last: Goodbye
      Goodbye.

      promise: see done before end

      """
    let program = try Program(folder)
    let ending = try program.run("check", "--save")
    #expect(ending.errors == "saved Content/transcripts/breaks-visit-1.transcript\n")
    let text = try program.text(of: "Content/transcripts/breaks-visit-1.transcript")
    #expect(text.contains("> Go on\n"))
    #expect(try program.run("test", "--record").status == 65)
    #expect(try program.run("test").status == 0)
  }
}
