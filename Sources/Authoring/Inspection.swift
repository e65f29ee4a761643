import ContentFolder
public import GuideCheck
public import SourceText

/// What checking found in what was named.
public struct Inspection {
  /// What is done with a library that came out without an error; what it finds counts too.
  public typealias Proving = (Library) -> [Diagnostic]

  /// The libraries that came out without an error.
  public private(set) var libraries: [Library] = []

  /// What is wrong in the files that were named.
  public private(set) var diagnostics: [Diagnostic] = []

  /// How many errors the rest of the content has, which keep it from being used.
  public private(set) var errorsElsewhere = 0

  private let location: ContentLocation
  private let today: Day

  /// Reads and checks `paths`: folders each for themselves, files as parts of the content folder.
  ///
  /// - Parameters:
  ///   - paths: What was named; without any path, all of the content folder.
  ///   - location: Where the content folder is.
  ///   - today: The day for what is due to be read again.
  ///   - proving: What is done with a library that came out without an error; what it finds counts too.
  /// - Throws: What cannot be read, or ``AuthoringError/samePlace(path:)``.
  public init(
    _ paths: [String] = [],
    in location: ContentLocation,
    today: Day,
    proving: Proving = { _ in [] }
  ) throws(AuthoringError) {
    self.location = location
    self.today = today
    let folders = paths.filter { isFolder($0) }.map { Folder(path: $0) }
    let files = paths.filter { !isFolder($0) }
    for folder in folders { add(try everything(in: folder), proving) }
    if folders.isEmpty || !files.isEmpty { try add(files, proving) }
    diagnostics.sort(by: Diagnostic.precedes)
  }

  /// Whether something must be mended.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  private mutating func add(_ files: [String], _ proving: Proving) throws(AuthoringError) {
    var sources: [SourceFile] = []
    for path in files { sources.append(try source(at: path)) }
    var text = try everything(in: location.folder())
    for source in sources { text.put(source) }
    let named = Set(text.files.map(\.source)).intersection(sources)
    if let lost = sources.first(where: { !named.contains($0) }) {
      throw .samePlace(path: lost.path)
    }
    add(text, proving, only: files.isEmpty ? nil : named)
  }

  /// Checks `text`; of what is found, keeps what points into `named`, or all if that is nil.
  private mutating func add(
    _ text: ContentText,
    _ proving: Proving,
    only named: Set<SourceFile>? = nil
  ) {
    var found: [Diagnostic] = []
    let countries = CheckedContent.everyCountry(
      of: text,
      reservedNames: location.reservedNames,
      today: today
    )
    // The house is there, or reading had thrown; why it could not be read is said.
    if countries.isEmpty { found = text.diagnostics }
    for (index, checked) in countries.enumerated() {
      if index == 0, let library = checked.library {
        libraries.append(library)
        found += proving(library)
      }
      // What one country's check says of the guides, another's would only say again.
      let known = Set(found)
      found += checked.diagnostics.filter { !known.contains($0) }
    }
    let isNamed = { (diagnostic: Diagnostic) in
      named.map { named in diagnostic.labels.contains { named.contains($0.source) } } ?? true
    }
    diagnostics += found.filter(isNamed)
    errorsElsewhere += found.filter { !isNamed($0) && $0.severity == .error }.count
  }
}
