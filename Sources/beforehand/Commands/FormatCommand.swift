import ArgumentParser
import ContentFolder
import GuideSyntax
import SourceText

/// `beforehand format`: every guide spaced as every other.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Put the spaces and blank lines of guides where they belong.",
    discussion: "Only spaces change. A file with errors is left alone: check it first."
  )

  @Argument(help: "Guides, or content folders. Without any: the whole content folder.")
  var paths: [String] = []

  @Flag(help: "Change nothing; name the files that would change, and exit with 65 if any would.")
  var check = false

  @OptionGroup var content: ContentOptions

  func run() throws {
    let sources = try sources()
    var changed = 0
    var faulty = 0
    for source in sources {
      let path = visible(source.path)
      guard let text = formatted(source) else {
        complain("\(path): has errors; `beforehand check` shows them")
        faulty += 1
        continue
      }
      let bytes = Array(text.utf8)
      guard bytes != source.bytes else { continue }
      changed += 1
      if check {
        print("\(path): would change")
      } else {
        try replaceFile(at: source.path, with: bytes)
        print("\(path): formatted")
      }
    }
    if changed == 0, faulty == 0 {
      print("\(counted(sources.count, "file") ?? "no files"): nothing to change.")
    }
    if faulty > 0 || (check && changed > 0) {
      throw Exit.content
    }
  }

  private func sources() throws(ContentError) -> [SourceFile] {
    if paths.isEmpty { return try guides(in: content.folder()) }
    var sources: [SourceFile] = []
    for path in paths {
      sources += isFolder(path) ? try guides(in: Folder(path: path)) : [try readFile(at: path)]
    }
    return sources
  }

  private func guides(in folder: Folder) throws(ContentError) -> [SourceFile] {
    try folder.read(.everything).files.map(\.source).filter { $0.path.hasSuffix(".guide") }
  }
}
