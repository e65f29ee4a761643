import ArgumentParser
import ContentFolder
import Documents
import GuideCheck
import GuideProof
import GuideReview
import SourceText

/// `beforehand diff`: what a new version changes, in terms of people.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say who sees something else in a new version, each with a conversation.",
    discussion: """
      Old and new are content folders, files of one guide, or git revisions of the content folder, \
      such as HEAD~1. What everybody sees is proved. Who else sees something else is found by \
      going through both versions with everyone who gives a few answers and skips the rest; how many \
      answers, it says. In which order things come, and how long a walk takes, is not compared. \
      Exits with 0 whether anything changed or not.
      """
  )

  @Argument(help: "The old version.")
  var old: String

  @Argument(help: "The new version; without it, the content folder as it stands.")
  var new: String?

  @Option(help: ArgumentHelp("Compare this guide only.", valueName: "name"))
  var guide: String?

  @OptionGroup var content: ContentOptions

  func run() async throws {
    let (old, new) = try await versions()
    let (was, now) = (old.content.textFingerprints(), new.content.textFingerprints())
    var names = Set(was.keys).union(now.keys)
    let named = file.map(nameOfGuide) ?? guide
    if let named {
      guard names.contains(named) else {
        let near = suggestions(for: named, among: Array(names)).map { "`\($0)`" }
        let meant = near.isEmpty ? "" : " Did you mean \(near.joined(separator: " or "))?"
        let message = "There is no guide called `\(visible(named))` in either version.\(meant)"
        throw Failure(message, exit: .noInput)
      }
      names = [named]
    }
    let changed = names.filter { was[$0] != now[$0] }.sorted()
    guard !changed.isEmpty else {
      print("Nothing that a person reads has changed.")
      return
    }
    let comparison = VersionComparison(from: old.library, to: new.library)
    let document = comparison.document(of: changed, tellsOfHouse: named == nil)
    print(TerminalRenderer(width: 80).text(of: document))
  }

  // MARK: versions

  /// The file that names the guide, where a file is compared.
  private var file: String? { [new, old].compactMap(\.self).first { $0.hasSuffix(".guide") } }

  private func versions() async throws -> (old: ContentVersion, new: ContentVersion) {
    let folder = try content.folder()
    return try await (version(old, in: folder), version(new ?? folder.path, in: folder))
  }

  private func version(_ named: String, in folder: Folder) async throws -> ContentVersion {
    if named.hasSuffix(".guide") {
      var text = try folder.read(.everything)
      // Two files are the same guide, whatever they are called.
      text.put(SourceFile(path: file ?? named, bytes: try readFile(at: named).bytes))
      return try ContentVersion(text, called: named)
    }
    if isFolder(named) {
      return try ContentVersion(Folder(path: named).read(.everything), called: named)
    }
    return try ContentVersion(await ContentText(of: folder, at: named), called: named)
  }

  private func nameOfGuide(at path: String) -> String {
    String((path.split(separator: "/").last ?? "").dropLast(".guide".count))
  }
}
