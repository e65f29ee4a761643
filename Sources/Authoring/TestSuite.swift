import ContentFolder
public import GuideCheck
import GuideEngine
import SessionCore
public import SourceText

/// The tests of a content folder: conversations that must happen exactly so, and the examples of guides.
public struct TestSuite {
  /// What came of one test.
  public struct Outcome: Equatable, Sendable {
    /// What the test is called: the path of a transcript, or a guide and its example.
    public let name: String
    /// What is not as it should be, as lines; nothing if it passed.
    public let faults: [String]
  }

  /// How many tests there were.
  public struct Tally: Equatable, Sendable {
    /// How many passed.
    public fileprivate(set) var passed = 0
    /// How many did not.
    public fileprivate(set) var failed = 0
  }

  /// Transcripts for what no test takes.
  public struct Written: Equatable, Sendable {
    /// Where they are.
    public let paths: [String]
    /// A line for each thing that no conversation was found for.
    public let unreached: [String]
  }

  private let paths: [String]
  private let location: ContentLocation

  /// The tests that were named.
  ///
  /// - Parameters:
  ///   - paths: Transcripts, or guides for their examples; or one content folder alone. Without any path,
  ///     all transcripts, and the examples of every guide.
  ///   - location: Where the content folder is, unless `paths` says.
  /// - Throws: ``AuthoringError/folderAmongFiles(path:)``.
  public init(_ paths: [String] = [], in location: ContentLocation) throws(AuthoringError) {
    if paths.count == 1, isFolder(paths[0]) {
      self.paths = []
      self.location = location.moved(to: paths[0])
      return
    }
    if let folder = paths.first(where: { isFolder($0) }) { throw .folderAmongFiles(path: folder) }
    self.paths = paths
    self.location = location
  }

  /// Returns the library the tests are held over.
  ///
  /// - Throws: What cannot be read, or ``AuthoringError/contentHasErrors``.
  public func library(today: Day) throws(AuthoringError) -> Library {
    let inspection = try Inspection(guides, in: location, today: today)
    guard let library = inspection.libraries.first else { throw .contentHasErrors }
    return library
  }

  /// Holds every test.
  ///
  /// - Parameters:
  ///   - library: The library they are held over.
  ///   - isRecording: Whether what came is written into the transcripts that differ; they fail all the
  ///     same, to be read.
  ///   - tell: Takes each outcome as it comes.
  /// - Returns: How many passed and failed.
  /// - Throws: What cannot be read or written.
  public func run(
    over library: Library,
    isRecording: Bool = false,
    tell: (Outcome) -> Void
  ) throws(AuthoringError) -> Tally {
    var tally = Tally()
    func add(_ outcome: Outcome) {
      if outcome.faults.isEmpty { tally.passed += 1 } else { tally.failed += 1 }
      tell(outcome)
    }
    for path in paths.isEmpty ? try allTranscripts() : namedTranscripts {
      add(try outcome(of: path, over: library, isRecording: isRecording))
    }
    for (index, guide) in library.guides.enumerated()
    where paths.isEmpty || guideNames.contains(guide.name) {
      for example in guide.examples {
        let faults = library.faults(of: example, in: GuideID(index))
        add(Outcome(name: "\(guide.name): \(example.name)", faults: faults))
      }
    }
    return tally
  }

  /// Returns what the transcripts take, those named or else all, and the examples of every guide.
  ///
  /// - Throws: What cannot be read.
  public func coverage(of library: Library) throws(AuthoringError) -> Coverage {
    var coverage = Coverage(of: library, guides: guideNames)
    let named = namedTranscripts
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

  /// Writes transcripts that take what no test takes, to be read.
  ///
  /// - Returns: Where they are, and what is left; nil if nothing is missing.
  /// - Throws: What cannot be read or written.
  public func writeMissing(over library: Library) throws(AuthoringError) -> Written? {
    let missing = try coverage(of: library).missing
    if missing.isEmpty { return nil }
    let suggested = SuggestedTranscripts(for: missing, in: library)
    return Written(
      paths: try suggested.write(in: location.transcripts()),
      unreached: suggested.unreachedLines
    )
  }

  // MARK: files

  private static let ending = ".transcript"

  private var guides: [String] { paths.filter { !$0.hasSuffix(Self.ending) } }

  private var guideNames: Set<String> { Set(guides.map { nameOfGuide(at: $0) }) }

  private var namedTranscripts: [String] { paths.filter { $0.hasSuffix(Self.ending) } }

  private func allTranscripts() throws(AuthoringError) -> [String] {
    let folder = try location.transcripts()
    guard isFolder(folder) else { return [] }
    return try names(in: folder).filter { $0.hasSuffix(Self.ending) }.sorted()
      .map { "\(folder)/\($0)" }
  }

  private func outcome(
    of path: String,
    over library: Library,
    isRecording: Bool
  ) throws(AuthoringError) -> Outcome {
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
    if isRecording, !difference.isEmpty {
      try write(transcript.text(with: lines), to: path)
      return Outcome(name: path, faults: ["recorded; read it, then run again"])
    }
    return Outcome(name: path, faults: difference)
  }

  private static func read(
    _ path: String
  ) throws(AuthoringError) -> Result<Transcript, Transcript.Fault> {
    Transcript.read(String(decoding: try source(at: path).bytes, as: UTF8.self))
  }
}
