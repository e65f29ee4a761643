import Foundation
import TestSupport

/// The built program, and a folder for it to work in, gone with the value.
final class Program {
  /// How a run of it ended.
  struct Ending {
    let status: Int32
    let output: String
    let errors: String
  }

  let path: String
  private let executable: URL

  /// A program that runs in a copy of the repository's `Content`, or in an empty folder.
  init(withContent: Bool = true) throws {
    // The tests are built into the folder where the program is built.
    executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "beforehand")
    path = FileManager.default.temporaryDirectory.appending(path: "beforehand-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    if withContent {
      let content = Repository.root.appending(path: "Content").resolvingSymlinksInPath()
      try FileManager.default.copyItem(atPath: content.path, toPath: "\(path)/Content")
      // A rule that ends soon would be warned of wherever nothing is to be said.
      let claims = "Content/evidence/claims.guide"
      try write(try text(of: claims).replacing("  ends: 2026-12-31\n", with: ""), to: claims)
    }
  }

  /// A program that runs next to a `Content` folder with these files.
  convenience init(_ folder: TestSupport.Folder) throws {
    try self.init(withContent: false)
    try folder.write(to: URL(filePath: "\(path)/Content"))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Runs the program and waits for its end.
  func run(
    _ arguments: String...,
    environment: [String: String] = [:],
    typing: [String] = [],
    asNobody: Bool = false
  ) throws -> Ending {
    try run(arguments, environment: environment, typing: typing, asNobody: asNobody)
  }

  /// Runs the program and waits for its end.
  func run(
    _ arguments: [String],
    environment: [String: String] = [:],
    typing: [String] = [],
    asNobody: Bool = false
  ) throws -> Ending {
    let process = Process()
    process.executableURL = asNobody ? URL(filePath: "/usr/bin/setpriv") : executable
    process.arguments = asNobody ? nobody + [executable.path] + arguments : arguments
    process.currentDirectoryURL = URL(filePath: path)
    process.environment = ["PATH": "/usr/bin:/bin", "BEFOREHAND_TODAY": "2026-11-28"]
      .merging(environment) { $1 }
    try write(typing.map { $0 + "\n" }.joined(), to: ".input")
    process.standardInput = FileHandle(forReadingAtPath: "\(path)/.input")
    // Files, not pipes: a full pipe would stop the program and so the test.
    let output = try file("output")
    let errors = try file("errors")
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    return Ending(
      status: process.terminationStatus,
      output: try text(of: ".output"),
      errors: try text(of: ".errors")
    )
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path).appending(path: name))
  }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path).appending(path: name)), as: UTF8.self)
  }

  /// Replaces `old` by `new` in a file, the first time it occurs.
  func change(_ old: String, to new: String, in name: String) throws {
    let text = try text(of: name)
    guard let place = text.range(of: old) else { throw CocoaError(.fileReadUnknown) }
    try write(text.replacingCharacters(in: place, with: new), to: name)
  }

  private func file(_ name: String) throws -> FileHandle {
    try write("", to: ".\(name)")
    return try FileHandle(forWritingTo: URL(filePath: path).appending(path: ".\(name)"))
  }

  /// To the superuser, nothing is unreadable.
  private let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"]
}

/// Whether tests run as somebody who may run programs as somebody else.
var isSuperuser: Bool { getuid() == 0 }
