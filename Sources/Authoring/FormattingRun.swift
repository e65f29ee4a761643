import ContentFolder
import GuideSyntax
import SourceText

/// Guides that are to be spaced as every other.
public struct FormattingRun {
  /// What became of a file.
  public enum Outcome: Equatable, Sendable {
    /// It has errors, and was left alone.
    case hasErrors
    /// There is nothing to change in it.
    case unchanged
    /// It would change.
    case wouldChange
    /// It was changed.
    case changed
  }

  private let sources: [SourceFile]

  /// How many files there are.
  public var count: Int { sources.count }

  /// Reads the guides.
  ///
  /// - Parameters:
  ///   - paths: Guides, or content folders; without any path, all of the content folder.
  ///   - location: Where the content folder is.
  /// - Throws: What cannot be read.
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

  /// Formats every file, or says what would change.
  ///
  /// - Parameters:
  ///   - isOnlyChecking: Whether nothing is written.
  ///   - tell: Takes what became of each file, by its path, as it comes.
  /// - Throws: What cannot be written.
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
