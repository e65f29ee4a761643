import ContentFolder
public import GuideCheck
import GuideSyntax
public import SourceText

/// What checking found in the named files and folders.
public struct Inspection {
  /// Proves a library without errors, and returns further diagnostics.
  public typealias Proving = (Library) -> [Diagnostic]

  /// The libraries without errors.
  public private(set) var libraries: [Library] = []

  /// The problems in the named files.
  public private(set) var diagnostics: [Diagnostic] = []

  /// The number of errors in the rest of the content.
  public private(set) var errorsElsewhere = 0

  /// The guides that are closed to patients until their errors are fixed.
  public private(set) var closed: [String] = []

  /// Whether every path and every promise of the guides that are not closed was tried.
  public private(set) var isComplete = true

  private let location: ContentLocation
  private let today: Day

  /// Reads and checks `paths`: each folder by itself, and files as parts of the content folder.
  ///
  /// - Parameters:
  ///   - paths: The named files and folders; if empty, the whole content folder.
  ///   - location: Where the content folder is.
  ///   - today: The day that decides whether a review is due.
  ///   - proving: Proves a library without errors, and returns further diagnostics.
  /// - Throws: An error if something cannot be read, or ``AuthoringError/samePlace(path:)``.
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

  /// Whether there are errors, which must be fixed, or something could not be tried because of errors elsewhere.
  public var hasErrors: Bool { !isComplete || diagnostics.contains { $0.severity == .error } }

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

  /// Checks `text`, and adds the diagnostics that point into `named`, or all if that is nil.
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
    // The house file exists, or reading would have thrown; the diagnostics say why it cannot be used.
    if countries.isEmpty {
      found = text.diagnostics
      isComplete = false
    }
    for (index, checked) in countries.enumerated() {
      if index == 0 {
        closed += checked.closed
        if let library = checked.library {
          libraries.append(library)
          found += proving(library)
        } else {
          isComplete = false
        }
      }
      // Checking for another country finds the same problems in the guides again.
      let known = Set(found)
      found += checked.diagnostics.filter { !known.contains($0) }
    }
    let evidence = named.map { countries.first?.content.evidence(for: $0) ?? [] } ?? []
    let isNamed = { (diagnostic: Diagnostic) in
      guard let named else { return true }
      return diagnostic.labels.contains { label in
        named.contains(label.source)
          || evidence.contains { $0.source == label.source && $0.span.contains(label.span) }
      }
    }
    diagnostics += found.filter(isNamed)
    errorsElsewhere += found.filter { !isNamed($0) && $0.severity == .error }.count
  }
}

extension Content {
  /// Where the claims and figures are that some files cite and show.
  fileprivate func evidence(for named: Set<SourceFile>) -> [(source: SourceFile, span: Span)] {
    let scripts = ([house] + guides.map(\.script)).filter { named.contains($0.source) }
    let names = Set(scripts.flatMap(\.evidence))
    return evidence.flatMap { script in
      script.records.filter { names.contains($0.name?.text ?? "") }.map { (script.source, $0.span) }
    }
  }
}

extension Span {
  fileprivate func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
}
