import ContentFolder
public import Documents
import GuideCheck
import GuideReview
public import SourceText

/// A comparison of what people read in two versions of the content.
public struct ContentComparison {
  /// What changes, and for whom; nil if nothing that a person reads has changed.
  public let document: Document?
  /// The same for other programs, in the format of `diff.schema.json`.
  public let json: JSONText

  /// Compares two versions: content folders, files of one guide, or git revisions of the content folder.
  ///
  /// - Parameters:
  ///   - old: The old version.
  ///   - new: The new version; nil for the content folder as it is now.
  ///   - guide: The only guide to compare; nil for all guides, or for the guide whose file was named.
  ///   - location: Where the content folder is.
  ///   - git: Runs git.
  /// - Throws: An error if a version cannot be read, or if neither has this guide.
  public init(
    from old: String,
    to new: String?,
    guide: String? = nil,
    in location: ContentLocation,
    git: @escaping GitRunner
  ) async throws(AuthoringError) {
    // Two folders need no third.
    let other = new.flatMap { isFolder(old) && isFolder($0) ? Folder(path: $0) : nil }
    let folder = if let other { other } else { try location.folder() }
    let versions = Versions(
      folder: folder,
      // The name of a file is the name of its guide.
      file: [new, old].compactMap(\.self).first { $0.hasSuffix(".guide") },
      reservedNames: location.reservedNames,
      git: git
    )
    let former = try await versions.version(old)
    let latter = try await versions.version(new ?? folder.path)
    let was = former.content.textFingerprints()
    let now = latter.content.textFingerprints()
    var names = Set(was.keys).union(now.keys)
    let named = versions.file.map { file in
      String((file.split(separator: "/").last ?? "").dropLast(".guide".count))
    }
    let only = named ?? guide
    if let only {
      guard names.contains(only) else {
        throw .noGuideInEitherVersion(
          name: only,
          similar: suggestions(for: only, among: Array(names))
        )
      }
      names = [only]
    }
    let changed = names.filter { was[$0] != now[$0] }
    let comparison = VersionComparison(from: former.library, to: latter.library)
    // A guide can change for someone because another guide, or the house, does.
    let houses = [former, latter].map { Array($0.library[.house].source.bytes) }
    let others =
      changed.isEmpty && houses[0] == houses[1]
      ? [] : names.subtracting(changed).intersection(was.keys).intersection(now.keys)
    let report = comparison.report(on: changed, others, tellsOfHouse: only == nil)
    document = report?.document
    json = report?.json ?? .fields([("house", .list([])), ("guides", .list([]))])
  }
}

/// The places where versions can be found.
private struct Versions {
  let folder: Folder
  /// The file that names the guide, if files are compared.
  let file: String?
  let reservedNames: Set<String>
  let git: GitRunner

  func version(_ named: String) async throws(AuthoringError) -> ContentVersion {
    let text: ContentText
    if named.hasSuffix(".guide") {
      var whole = try everything(in: folder)
      // Two files are versions of the same guide even if their names differ.
      whole.put(SourceFile(path: file ?? named, bytes: try source(at: named).bytes))
      text = whole
    } else if isFolder(named) {
      text = try everything(in: Folder(path: named))
    } else {
      text = try await ContentText(of: folder, at: named, git: git)
    }
    return try ContentVersion(text, called: named, reservedNames: reservedNames)
  }
}
