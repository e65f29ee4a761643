import ContentFolder
import GuideCheck
import SourceText

/// The content as it stands, or as it once stood.
struct ContentVersion {
  let content: Content
  let library: Library

  init(_ text: ContentText, called name: String) throws(Failure) {
    guard let checked = CheckedContent(text) else {
      throw Failure("\(quoted(name)) has no house that can be read.", exit: .content)
    }
    guard let library = checked.library else {
      let errors = checked.errors
      let number = counted(errors.count, "error") ?? "errors"
      let first = errors.first.map { " The first: \($0.place): \($0.title)." } ?? ""
      throw Failure(
        "\(quoted(name)) has \(number), so it cannot be compared.\(first)",
        exit: .content
      )
    }
    content = checked.content
    self.library = library
  }
}

private func quoted(_ name: String) -> String { "`\(visible(name))`" }

extension ContentText {
  /// The content of a folder as it stood at a revision of the git repository it lies in.
  init(of folder: Folder, at revision: String) async throws(Failure) {
    func git(_ arguments: String...) async throws(Failure) -> [UInt8]? {
      guard let (bytes, status) = await output(of: "git", ["-C", folder.path] + arguments) else {
        let message = "\(quoted(revision)) is no file and no folder, and there is no `git` to ask."
        throw Failure(message, exit: .configuration)
      }
      return status == 0 ? bytes : nil
    }
    guard try await git("rev-parse", "--git-dir") != nil else {
      let message =
        "\(quoted(revision)) is no file and no folder, and \(quoted(folder.path)) lies in no git "
        + "repository that could know it."
      throw Failure(message, exit: .noInput)
    }
    // Behind --end-of-options, git takes nothing for one of its own options.
    guard
      let found = try await git(
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        "\(revision)^{commit}"
      )
    else {
      let message = "\(quoted(revision)) is no file, no folder and no revision that git knows."
      throw Failure(message, exit: .noInput)
    }
    let commit = String(decoding: found, as: UTF8.self).filter { !$0.isWhitespace }
    let list = try await git("ls-tree", "-r", "-z", "--name-only", commit, ".") ?? []
    var files: [File] = []
    for name in list.split(separator: 0).map({ String(decoding: $0, as: UTF8.self) })
    where name.hasSuffix(".guide") || name == "evidence/sources.json" {
      guard let bytes = try await git("cat-file", "blob", "\(commit):./\(name)") else { continue }
      files.append(File(name: name, source: SourceFile(path: "\(revision):\(name)", bytes: bytes)))
    }
    if files.isEmpty {
      let message = "At \(quoted(revision)) there was no content in \(quoted(folder.path)) yet."
      throw Failure(message, exit: .noInput)
    }
    self.init(files: files)
  }
}
