import ContentFolder
import Foundation
import SourceText
import TestSupport
import Testing

/// The authors' handbook, cut into its examples.
///
/// The words after the first word of a fence say what an example is:
///
///     ```guide                     lines of a step, or whole steps
///     ```guide error=unknown-claim the same, with this problem in it
///     ```guide house.guide         a file of the handbook's own content folder; `json` too
///     ```message                   what is said of the example above
///     ```transcript                a conversation over the folder
struct Handbook {
  /// A fenced example.
  struct Example: CustomTestStringConvertible {
    /// `guide`, `message`, `transcript` and others that no test reads.
    let kind: String
    /// The path of a file, if it is one.
    let path: String?
    /// The problem that is to be found, if there is one.
    let problem: String?
    /// The text between the fences, with a line break at its end.
    let text: String
    /// The lines between the fences, counted from 0.
    let lines: Range<Int>

    var testDescription: String { "line \(lines.lowerBound + 1)" }
  }

  /// The file.
  static let file = Repository.root.appending(path: "Content/HANDBOOK.md")

  /// Every line.
  let lines: [String]
  /// The examples, in order.
  let examples: [Example]

  init() throws {
    let text = String(decoding: try Data(contentsOf: Self.file), as: UTF8.self)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var examples: [Example] = []
    var fence: (words: [Substring], line: Int)?
    for (number, line) in lines.enumerated() where line.hasPrefix("```") {
      guard let open = fence else {
        fence = (line.dropFirst(3).split(separator: " "), number)
        continue
      }
      let inside = open.line + 1..<number
      let rest = open.words.dropFirst().first.map(String.init)
      let problem = rest.flatMap { $0.hasPrefix("error=") ? String($0.dropFirst(6)) : nil }
      examples.append(
        Example(
          kind: open.words.first.map(String.init) ?? "",
          path: problem == nil ? rest : nil,
          problem: problem,
          text: lines[inside].map { $0 + "\n" }.joined(),
          lines: inside
        )
      )
      fence = nil
    }
    self.examples = examples
  }

  /// The examples that are guides, or parts of one.
  var guides: [Example] { examples.filter { $0.kind == "guide" } }

  /// The content folder that the handbook writes, with an example in it.
  func folder(with example: Example? = nil) -> ContentText {
    var files = examples.compactMap { example in
      example.path.map { ContentText.File(name: $0, source: source($0, example.text)) }
    }
    if let example, example.path == nil {
      let path = "guides/practice.guide"
      files.append(ContentText.File(name: path, source: source(path, wrapped(example.text))))
    }
    return ContentText(files: files)
  }

  /// An example as a whole guide: after the header of a decision aid and a step that says where help is.
  private func wrapped(_ text: String) -> String {
    let start = text.hasPrefix("# ") ? "" : "# practice-step: Practice\n"
    return """
      title: Practice
      kind: decision aid
      condition: Sleeping badly
      decision: What now?
      for: authors
      reviewed: 2026-11-21
      review-by: 2027-11-21
      update-policy: Never read again.
      author: none
      funding: none
      option tablet: A sleeping tablet
      option course: A sleep course
      option no-change: No change for now

      # welcome: Welcome
      Need help now? You can call or text 988. [@crisis-988]

      \(start + text)
      """
  }

  private func source(_ path: String, _ text: String) -> SourceFile {
    SourceFile(path: path, bytes: Array(text.utf8))
  }
}
