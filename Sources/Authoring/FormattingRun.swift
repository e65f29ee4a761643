import ContentFolder
import GuideSyntax
import SourceText

/// Formats guides in the canonical layout.
public struct FormattingRun {
  /// The result for a file.
  public enum Outcome: Equatable, Sendable {
    /// It has errors and was not changed.
    case hasErrors
    /// It is already formatted.
    case unchanged
    /// It would change.
    case wouldChange
    /// It was changed.
    case changed
  }

  private let sources: [SourceFile]

  /// The number of files.
  public var count: Int { sources.count }

  /// Reads the guides.
  ///
  /// - Parameters:
  ///   - paths: Guides, or content folders; if empty, the whole content folder.
  ///   - location: Where the content folder is.
  /// - Throws: An error if something cannot be read.
  public init(_ paths: [String] = [], in location: ContentLocation) throws(AuthoringError) {
    if paths.isEmpty {
      sources = try Self.guides(in: location.folder())
      return
    }
    var sources: [SourceFile] = []
    for path in paths {
      sources +=
        isFolder(path) ? try Self.guides(in: Folder(path: path)) : [try source(at: path)]
    }
    self.sources = sources
  }

  /// Formats every file, or reports which would change.
  ///
  /// - Parameters:
  ///   - isOnlyChecking: Whether to write nothing.
  ///   - tell: Called with the path and the result of each file.
  /// - Throws: An error if a file cannot be written.
  public func format(
    isOnlyChecking: Bool = false,
    tell: (_ path: String, Outcome) -> Void
  ) throws(AuthoringError) {
    for source in sources {
      tell(source.path, try Self.format(source, isOnlyChecking))
    }
  }

  private static func format(
    _ source: SourceFile,
    _ isOnlyChecking: Bool
  ) throws(AuthoringError) -> Outcome {
    guard let text = formatted(source) else { return .hasErrors }
    let bytes = Array(text.utf8)
    if bytes == source.bytes { return .unchanged }
    if isOnlyChecking { return .wouldChange }
    try write(bytes, to: source.path)
    return .changed
  }

  private static func guides(in folder: Folder) throws(AuthoringError) -> [SourceFile] {
    try everything(in: folder).files.map(\.source).filter { $0.path.hasSuffix(".guide") }
  }
}
