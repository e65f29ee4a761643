import ContentFolder
public import GuideCheck
import GuideEngine
import SessionCore
public import SourceText

/// The tests of a content folder: transcripts, and the examples of its guides.
public struct TestSuite {
  /// The result of one test.
  public struct Outcome: Equatable, Sendable {
    /// The name of the test: the path of a transcript, or a guide and its example.
    public let name: String
    /// The differences from what is expected, as lines; empty if it passed.
    public let problems: [String]
  }

  /// The number of tests.
  public struct Tally: Equatable, Sendable {
    /// The number that passed.
    public fileprivate(set) var passed = 0
    /// The number that failed.
    public fileprivate(set) var failed = 0
  }

  /// New transcripts for what no test covers.
  public struct Written: Equatable, Sendable {
    /// Their paths.
    public let paths: [String]
    /// A line for each item for which no conversation was found.
    public let unreached: [String]
  }

  private let paths: [String]
  private let location: ContentLocation

  /// Creates a suite of the named tests.
  ///
  /// - Parameters:
  ///   - paths: Transcripts, and guides for their examples; or just one content folder. If empty, all
  ///     transcripts, and the examples of every guide.
  ///   - location: Where the content folder is, unless `paths` names it.
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

  /// Returns the library that is tested.
  ///
  /// - Throws: An error if something cannot be read, or ``AuthoringError/contentHasErrors``.
  public func library(today: Day) throws(AuthoringError) -> Library {
    let inspection = try Inspection(guides, in: location, today: today)
    guard let library = inspection.libraries.first else { throw .contentHasErrors }
    return library
  }

  /// Runs every test.
  ///
  /// - Parameters:
  ///   - library: The library to test.
  ///   - isRecording: Whether to write the actual conversation into transcripts that differ. They still
  ///     fail, so that someone reads them.
  ///   - tell: Called with each result.
  /// - Returns: The number of tests that passed and failed.
  /// - Throws: An error if something cannot be read or written.
  public func run(
    over library: Library,
    isRecording: Bool = false,
    tell: (Outcome) -> Void
  ) throws(AuthoringError) -> Tally {
    var tally = Tally()
    func add(_ outcome: Outcome) {
      if outcome.problems.isEmpty { tally.passed += 1 } else { tally.failed += 1 }
      tell(outcome)
    }
    for path in paths.isEmpty ? try allTranscripts() : namedTranscripts {
      add(try outcome(of: path, over: library, isRecording: isRecording))
    }
    for (index, guide) in library.guides.enumerated()
    where paths.isEmpty || guideNames.contains(guide.name) {
      for example in guide.examples {
        let problems = library.problems(with: example, in: GuideID(index))
        add(Outcome(name: "\(guide.name): \(example.name)", problems: problems))
      }
    }
    return tally
  }

  /// Returns what the named transcripts cover; or, if none are named, what all transcripts and the
  /// examples of every guide cover.
  ///
  /// - Throws: An error if something cannot be read.
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

  /// Writes suggested transcripts for what no test covers.
  ///
  /// - Returns: Their paths, and what they do not cover; nil if nothing is missing.
  /// - Throws: An error if something cannot be read or written.
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
    case .failure(let problem):
      return Outcome(name: path, problems: ["line \(problem.line): \(problem.message)"])
    }
    guard let lines = transcript.held(over: library) else {
      return Outcome(name: path, problems: ["There is no guide called `\(transcript.guide)`."])
    }
    let difference = TranscriptDifference(expected: transcript.lines, actual: lines).lines
    if isRecording, !difference.isEmpty {
      try write(transcript.text(with: lines), to: path)
      return Outcome(name: path, problems: ["recorded; read it, then run the test again"])
    }
    return Outcome(name: path, problems: difference)
  }

  private static func read(
    _ path: String
  ) throws(AuthoringError) -> Result<Transcript, Transcript.Problem> {
    Transcript.read(String(decoding: try source(at: path).bytes, as: UTF8.self))
  }
}
