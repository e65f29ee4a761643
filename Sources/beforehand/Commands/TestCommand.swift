import ArgumentParser
import ContentFolder
import FoundationEssentials
import GuideCheck
import GuideEngine
import SessionCore
import SourceText

/// `beforehand test`: conversations that must happen exactly so, and the examples of the guides.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Hold the transcripts again, and walk the examples of the guides.",
    discussion: """
      A transcript is what the screen shows, with every typed line behind `> `. Write its header and \
      the typed lines, run `beforehand test --record`, and read what came. Exits with 0 if all is as \
      it was written, 65 if not.
      """
  )

  @Argument(
    help: """
      Transcripts, or guides for their examples; or a content folder. Without any: all transcripts of \
      the content folder, and the examples of every guide.
      """
  )
  var paths: [String] = []

  @Flag(
    help: "Write what came into the transcripts that differ; it fails all the same, to be read."
  )
  var record = false

  @Flag(help: "List the steps, options and conditions that no test takes; run nothing.")
  var coverage = false

  @Flag(
    help: "Write transcripts that take what no test takes; it fails all the same, to be read."
  )
  var writeMissing = false

  @OptionGroup var content: ContentOptions

  func validate() throws {
    if [record, coverage, writeMissing].count(where: { $0 }) > 1 {
      throw ValidationError("--record, --coverage and --write-missing are used one at a time.")
    }
  }

  mutating func run() throws {
    if paths.count == 1, isFolder(paths[0]) { content.content = paths.removeFirst() }
    if let folder = paths.first(where: { isFolder($0) }) {
      throw Failure("`\(visible(folder))` is a folder; name it alone.", exit: .usage)
    }
    let guides = paths.filter { !$0.hasSuffix(Self.ending) }
    let inspection = try Inspection(guides, in: content)
    guard let library = inspection.libraries.first else {
      throw Failure("The content has errors; `beforehand check` shows them.", exit: .content)
    }
    let named = Set(guides.map { nameOfGuide(at: $0) })
    if coverage {
      for line in try covered(library, guides: named).lines { print(line) }
      return
    }
    if writeMissing {
      try write(try covered(library, guides: named), library)
      return
    }
    var count = Count()
    let transcripts =
      paths.isEmpty ? try allTranscripts() : paths.filter { $0.hasSuffix(Self.ending) }
    for path in transcripts { count.add(try outcome(of: path, over: library)) }
    for index in library.guides.indices {
      let guide = library.guides[index]
      guard paths.isEmpty || named.contains(guide.name) else { continue }
      for example in guide.examples {
        let faults = library.faults(of: example, in: GuideID(index))
        count.add(Outcome(name: "\(guide.name): \(example.name)", faults: faults))
      }
    }
    print("\n\(count.passed) passed, \(count.failed) failed")
    if count.failed > 0 { throw Exit.content }
  }

  // MARK: transcripts

  private static let ending = ".transcript"

  private func allTranscripts() throws -> [String] {
    let folder = try content.folder().path + "/transcripts"
    guard isFolder(folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(Self.ending) }
      .sorted()
      .map { "\(folder)/\($0)" }
  }

  private func outcome(of path: String, over library: Library) throws -> Outcome {
    let transcript: Transcript
    switch try Self.read(path) {
    case .success(let read): transcript = read
    case .failure(let fault):
      return Outcome(name: path, faults: ["line \(fault.line): \(fault.message)"])
    }
    guard let lines = transcript.held(over: library) else {
      return Outcome(name: path, faults: ["There is no guide called `\(transcript.guide)`."])
    }
    let difference = TranscriptDifference(expected: transcript.lines, actual: lines).lines
    if record, !difference.isEmpty {
      try replaceFile(at: path, with: Array(transcript.text(with: lines).utf8))
      return Outcome(name: path, faults: ["recorded; read it, then run again"])
    }
    return Outcome(name: path, faults: difference)
  }

  private static func read(_ path: String) throws -> Result<Transcript, Transcript.Fault> {
    Transcript.read(String(decoding: try readFile(at: path).bytes, as: UTF8.self))
  }

  // MARK: coverage

  /// Writes what is missing, and says what could not be.
  private func write(_ coverage: Coverage, _ library: Library) throws {
    if coverage.missing.isEmpty {
      print("Nothing is missing.")
      return
    }
    let proposals = Proposals(for: coverage.missing, in: library)
    let folder = try content.folder().path + "/transcripts"
    let paths = try proposals.write(in: folder)
    for path in paths { print("wrote  \(visible(path))") }
    for coverageItem in proposals.unreached {
      print(
        "\(library.place(of: coverageItem)): no conversation \(library.words(for: coverageItem))"
      )
    }
    if paths.isEmpty { return }
    print(
      "\nRead them before you keep them: they say what the guide does, not what it should do."
    )
    throw Exit.content
  }

  /// What the transcripts take, those named or else all, and the examples of every guide.
  func covered(_ library: Library, guides names: Set<String>) throws -> Coverage {
    var coverage = Coverage(of: library, guides: names)
    let named = paths.filter { $0.hasSuffix(Self.ending) }
    for path in named.isEmpty ? try allTranscripts() : named {
      guard case .success(let transcript) = try Self.read(path) else { continue }
      coverage.add(transcript.inputs(over: library) ?? [])
    }
    if !named.isEmpty { return coverage }
    for (index, guide) in library.guides.enumerated() {
      for example in guide.examples {
        coverage.add(library.walked(example, in: GuideID(index)).inputs)
      }
    }
    return coverage
  }

  private func nameOfGuide(at path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.prefix { $0 != "." })
  }
}

/// What came of one test.
private struct Outcome {
  let name: String
  /// Nothing if it passed.
  let faults: [String]
}

/// How many tests there were, as they are printed one by one.
private struct Count {
  private(set) var passed = 0
  private(set) var failed = 0

  mutating func add(_ outcome: Outcome) {
    print("\(outcome.faults.isEmpty ? "passed" : "failed")  \(visible(outcome.name))")
    for fault in outcome.faults { print("        \(visible(fault))") }
    if outcome.faults.isEmpty { passed += 1 } else { failed += 1 }
  }
}
