import ContentFolder
import GuideCheck
import SourceText

/// The content as it is now, or as it was earlier.
struct ContentVersion {
  let content: Content
  let library: Library

  init(
    _ text: ContentText,
    called name: String,
    reservedNames: Set<String>
  ) throws(AuthoringError) {
    guard let checked = CheckedContent(text, reservedNames: reservedNames) else {
      throw .noHouse(version: name)
    }
    guard let library = checked.faultlessLibrary else {
      throw .versionHasErrors(version: name, errors: checked.errors)
    }
    content = checked.content
    self.library = library
  }
}

/// Runs git with these arguments; returns its output and its exit status, or nil if git is not installed.
public typealias GitRunner =
  @Sendable (_ arguments: [String]) async -> (
    bytes: [UInt8], status: Int32
  )?

extension ContentText {
  /// The content of a folder as it was at a revision of its git repository.
  init(
    of folder: Folder,
    at revision: String,
    git runGit: GitRunner
  ) async throws(AuthoringError) {
    func git(_ arguments: String...) async throws(AuthoringError) -> [UInt8]? {
      guard let (bytes, status) = await runGit(["-C", folder.path] + arguments) else {
        throw .noGit(revision: revision)
      }
      return status == 0 ? bytes : nil
    }
    guard try await git("rev-parse", "--git-dir") != nil else {
      throw .noRepository(revision: revision, folder: folder.path)
    }
    // After --end-of-options, git treats nothing as an option.
    guard
      let found = try await git(
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        "\(revision)^{commit}"
      )
    else { throw .noRevision(revision) }
    let commit = String(decoding: found, as: UTF8.self).filter { !$0.isWhitespace }
    let list = try await git("ls-tree", "-r", "-z", "--name-only", commit, ".") ?? []
    var files: [File] = []
    for name in list.split(separator: 0).map({ String(decoding: $0, as: UTF8.self) })
    where name.hasSuffix(".guide") || name == "evidence/sources.json" {
      guard let bytes = try await git("cat-file", "blob", "\(commit):./\(name)") else { continue }
      files.append(File(name: name, source: SourceFile(path: "\(revision):\(name)", bytes: bytes)))
    }
    if files.isEmpty { throw .noContentYet(revision: revision, folder: folder.path) }
    self.init(files: files)
  }
}
