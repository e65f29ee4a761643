import ContentFolder
import GuideCheck
import SourceText

/// A guide that somebody named, in a library without errors.
struct GuideReading {
  let text: ContentText
  let content: Content
  let library: Library
  let guide: GuideID

  /// Reads the content folder, and in it the guide of this name, or the one in this file.
  init(_ named: String, in options: ContentOptions) throws {
    var text = try options.folder().read(.everything)
    var name = named
    if named.hasSuffix(".guide") {
      let source = try readFile(at: named)
      text.put(source)
      name = String((named.split(separator: "/").last ?? "").dropLast(".guide".count))
    }
    guard let checked = try CheckedContent(text, today: today()), let library = checked.library
    else {
      throw Failure("The content has errors; `beforehand check` shows them.", exit: .content)
    }
    guard let guide = library.guide(named: name) else {
      let near = suggestions(for: name, among: library.guides.map(\.name)).map { "`\($0)`" }
      let meant = near.isEmpty ? "" : " Did you mean \(near.joined(separator: " or "))?"
      throw Failure("There is no guide called `\(visible(name))`.\(meant)", exit: .noInput)
    }
    self.text = text
    content = checked.content
    self.library = library
    self.guide = guide
  }
}
