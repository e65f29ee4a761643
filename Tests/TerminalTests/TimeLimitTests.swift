import Foundation
import SessionCore
import Terminal
import Testing

/// The time limit of a line is for the silence after each key, not for the whole line.
@Suite struct TimeLimitTests {
  @Test func `slow typing is not cut off, and silence is`() throws {
    let pipe = Pipe()
    // Ten letters take longer than the limit, and none of them takes nearly as long.
    Thread.detachNewThread {
      for letter in "take time\n" {
        Thread.sleep(forTimeInterval: 0.25)
        try? pipe.fileHandleForWriting.write(contentsOf: Data(String(letter).utf8))
      }
    }
    var reader = PlainLineReader(descriptor: pipe.fileHandleForReading.fileDescriptor)
    #expect(reader.read(within: .seconds(2)) == .line("take time"))
    #expect(reader.read(within: .milliseconds(100)) == .elapsed)
  }

  @Test func `what was typed before the silence begins the next line`() throws {
    let pipe = Pipe()
    var reader = PlainLineReader(descriptor: pipe.fileHandleForReading.fileDescriptor)
    try pipe.fileHandleForWriting.write(contentsOf: Data("half".utf8))
    #expect(reader.read(within: .milliseconds(100)) == .elapsed)
    try pipe.fileHandleForWriting.write(contentsOf: Data(" and half\n".utf8))
    #expect(reader.read(within: .seconds(5)) == .line("half and half"))
  }
}
