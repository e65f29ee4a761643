/// A handbook in Markdown, split into chapters that can be looked up.
public struct Handbook: Sendable {
  /// A heading and the text under it.
  struct Chapter: Sendable {
    /// The text of the heading.
    let title: String
    /// The level: 1 for the whole, 2 for a chapter, 3 for a part of a chapter.
    let level: Int
    let blocks: [Block]
  }

  /// The chapters and their parts, in order; a part comes after its chapter and is not included in it.
  let chapters: [Chapter]

  /// Reads a handbook.
  ///
  /// - Parameter markdown: The text: headings, paragraphs, lists, tables with two columns, and code.
  public init(_ markdown: String) {
    var chapters: [Chapter] = []
    for block in markdownBlocks(markdown) {
      if case .heading(let title, let level) = block {
        chapters.append(Chapter(title: title.text, level: level, blocks: [block]))
      } else if let last = chapters.popLast() {
        chapters.append(
          Chapter(title: last.title, level: last.level, blocks: last.blocks + [block])
        )
      }
    }
    self.chapters = chapters
  }

  /// The titles of the chapters.
  public var titles: [String] { chapters.filter { $0.level == 2 }.map(\.title) }

  /// Everything, from the first line to the last.
  public var blocks: [Block] { chapters.flatMap(\.blocks) }

  /// Returns what the handbook says on a word; nil if it does not have it.
  ///
  /// That is the chapter for a mark, for a word of its title, or for the beginning of such a word. If there is none, it
  /// is each part of a chapter that has the word in its text: whole if it is the only one, and otherwise the
  /// paragraphs with the word, under their headings.
  public func blocks(on word: String) -> [Block]? {
    chapter(on: word) ?? parts(containing: word)
  }

  private func parts(containing word: String) -> [Block]? {
    let wanted = words(of: word)
    if wanted.isEmpty { return nil }
    var found: [(chapter: Chapter, matching: [Block])] = []
    for chapter in chapters where chapter.level > 1 {
      let matching = chapter.blocks.dropFirst().filter { block in
        words(of: block.texts.joined(separator: " ")).contains(wanted)
      }
      if !matching.isEmpty { found.append((chapter, matching)) }
    }
    if found.count == 1 { return found[0].chapter.blocks }
    return found.isEmpty ? nil : found.flatMap { $0.chapter.blocks.prefix(1) + $0.matching }
  }

  private func chapter(on word: String) -> [Block]? {
    let word = word.lowercased()
    let tests: [(String) -> Bool] = [
      { marks(in: $0).contains(word) },
      { words(of: $0).contains(word) },
      { words(of: $0).contains { $0.hasPrefix(word) } },
    ]
    for test in tests where !word.isEmpty {
      guard let start = chapters.firstIndex(where: { $0.level > 1 && test($0.title) }) else {
        continue
      }
      let parts = chapters[(start + 1)...].prefix { $0.level > chapters[start].level }
      return ([chapters[start]] + parts).flatMap(\.blocks)
    }
    return nil
  }
}

/// The text between backticks in a title: all of it, and the word in it.
private func marks(in title: String) -> [String] {
  let spans = title.split(separator: "`", omittingEmptySubsequences: false)
  return spans.enumerated().filter { $0.offset % 2 == 1 }
    .flatMap { [String($0.element)] + words(of: String($0.element)) }
}

private func words(of title: String) -> [String] {
  title.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
}
