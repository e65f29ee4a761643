public import ContentFolder
public import SourceText

/// Checks again whenever a file is another, and tells what is new.
///
/// What was told before is not told again: it still stands above.
public struct InspectionWatcher {
  /// What came of a look at the files.
  public enum Round {
    /// No file is another.
    case unchanged
    /// Something was checked.
    case checked(Report)
    /// What was named cannot be read just now: a file may be missing for the moment in which it is saved.
    case unreadable(ContentError)
  }

  /// What is new.
  public struct Report {
    /// The faults that were not there before.
    public let new: [Diagnostic]
    /// One paragraph on how it stands, and how many faults are gone.
    public let summary: String
    /// Whether something must be mended.
    public let hasErrors: Bool
  }

  private let paths: [String]
  private let location: ContentLocation
  private var known: [String: Int] = [:]
  private var stamps: [String: FileStamp]?

  /// A watcher of files and folders that has not looked yet.
  ///
  /// - Parameters:
  ///   - paths: What is checked; without any path, all of the content folder.
  ///   - location: Where the content folder is.
  public init(_ paths: [String], in location: ContentLocation) {
    self.paths = paths
    self.location = location
  }

  /// Looks whether a file is another, and checks if one is.
  ///
  /// - Throws: What cannot be read, the first time; what could be read once may come back.
  public mutating func look(today: Day) throws(AuthoringError) -> Round {
    let found = watched
    if found == stamps { return .unchanged }
    let isFirst = stamps == nil
    stamps = found
    do throws(AuthoringError) {
      var proofs = ProofReport(isMeasuring: false)
      return .checked(
        report(on: try Inspection(paths, in: location, today: today) { proofs.prove($0) })
      )
    } catch {
      if case .content(let reason) = error, !isFirst { return .unreadable(reason) }
      throw error
    }
  }

  private mutating func report(on inspection: Inspection) -> Report {
    let before = known
    known = [:]
    var new: [Diagnostic] = []
    for diagnostic in inspection.diagnostics {
      let name = Self.name(of: diagnostic)
      known[name, default: 0] += 1
      if known[name, default: 0] > before[name, default: 0] { new.append(diagnostic) }
    }
    let mended = before.reduce(0) { $0 + max(0, $1.value - known[$1.key, default: 0]) }
    let news = counted(mended, "fault is mended", "faults are mended").map { " \($0)." } ?? ""
    return Report(
      new: new,
      summary: inspection.summary + news,
      hasErrors: inspection.hasErrors
    )
  }

  /// What a fault is known by while lines move around it.
  private static func name(of diagnostic: Diagnostic) -> String {
    let path = diagnostic.labels.first?.source.path ?? ""
    return "\(path)\n\(diagnostic.id)\n\(diagnostic.title)"
  }

  /// The files that count, with their stamps.
  private var watched: [String: FileStamp] {
    let folders = paths.filter { isFolder($0) } + ((try? location.folder()).map { [$0.path] } ?? [])
    return FileStamp.stamps(of: paths, inside: folders)
  }
}
