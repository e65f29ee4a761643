public import ContentFolder
public import SourceText

/// Checks again whenever a file changes, and reports what is new.
///
/// It does not repeat problems that it reported before: they are still on the screen, further up.
public struct InspectionWatcher {
  /// The result of looking at the files.
  public enum Round {
    /// No file has changed.
    case unchanged
    /// A file has changed, and everything was checked.
    case checked(Report)
    /// Something cannot be read right now: a file can be missing for a moment while it is saved.
    case unreadable(ContentError)
  }

  /// What is new.
  public struct Report {
    /// The problems that were not there before.
    public let new: [Diagnostic]
    /// The result in one paragraph, with the number of problems that are gone.
    public let summary: String
    /// Whether there are errors, which must be fixed.
    public let hasErrors: Bool
  }

  private let paths: [String]
  private let location: ContentLocation
  private var known: [String: Int] = [:]
  private var stamps: [String: FileStamp]?

  /// Creates a watcher of files and folders that has not looked yet.
  ///
  /// - Parameters:
  ///   - paths: What to check; if empty, the whole content folder.
  ///   - location: Where the content folder is.
  public init(_ paths: [String], in location: ContentLocation) {
    self.paths = paths
    self.location = location
  }

  /// Looks for changed files, and checks if there are any.
  ///
  /// - Throws: An error if something cannot be read the first time. After that, it might come back.
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
    let fixed = before.reduce(0) { $0 + max(0, $1.value - known[$1.key, default: 0]) }
    let news = counted(fixed, "problem fixed", "problems fixed").map { " \($0)." } ?? ""
    return Report(
      new: new,
      summary: inspection.summary + news,
      hasErrors: inspection.hasErrors
    )
  }

  /// What identifies a problem even if its line number changes.
  private static func name(of diagnostic: Diagnostic) -> String {
    let path = diagnostic.labels.first?.source.path ?? ""
    return "\(path)\n\(diagnostic.id)\n\(diagnostic.title)"
  }

  /// The watched files, with their stamps.
  private var watched: [String: FileStamp] {
    let folders = paths.filter { isFolder($0) } + ((try? location.folder()).map { [$0.path] } ?? [])
    return FileStamp.stamps(of: paths, inside: folders)
  }
}
