import ContentFolder
import GuideCheck
import SourceText

/// What checking found in what was named.
struct Inspection {
  /// The libraries that came out without an error.
  private(set) var libraries: [Library] = []

  /// What is wrong in the files that were named.
  private(set) var diagnostics: [Diagnostic] = []

  /// How many errors the rest of the content has, which keep it from being used.
  private(set) var errorsElsewhere = 0

  /// What is done with libraries that came out without an error.
  private let proving: ((Library) -> [Diagnostic])?

  /// Reads and checks `paths`: folders each for themselves, files as parts of the content folder.
  ///
  /// Without any path, all of the content folder. What is found by `proving` a library counts too.
  init(
    _ paths: [String],
    in options: ContentOptions,
    proving: ((Library) -> [Diagnostic])? = nil
  ) throws {
    self.proving = proving
    let folders = paths.filter { isFolder($0) }.map { Folder(path: $0) }
    let files = paths.filter { !isFolder($0) }
    for folder in folders { try add(folder.read(.everything)) }
    if folders.isEmpty || !files.isEmpty { try add(files, in: options) }
    diagnostics.sort(by: Diagnostic.precedes)
  }

  /// Whether something must be mended.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  private mutating func add(_ files: [String], in options: ContentOptions) throws {
    let sources = try files.map { path throws(ContentError) in try readFile(at: path) }
    var text = try options.folder().read(.everything)
    for source in sources { text.put(source) }
    let named = Set(text.files.map(\.source)).intersection(sources)
    if let lost = sources.first(where: { !named.contains($0) }) {
      let path = visible(lost.path)
      throw Failure("Two files belong in the same place; `\(path)` is one.", exit: .usage)
    }
    try add(text, only: files.isEmpty ? nil : named)
  }

  /// Checks `text`; of what is found, keeps what points into `named`, or all if that is nil.
  private mutating func add(_ text: ContentText, only named: Set<SourceFile>? = nil) throws {
    var found: [Diagnostic] = []
    let countries = try CheckedContent.everyCountry(of: text, today: today())
    // The house is there, or reading had thrown; why it could not be read is said.
    if countries.isEmpty { found = text.diagnostics }
    for (index, checked) in countries.enumerated() {
      if index == 0, let library = checked.library {
        libraries.append(library)
        found += proving?(library) ?? []
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
