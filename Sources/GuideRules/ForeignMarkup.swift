import GuideCheck
import GuideSyntax
import SourceText

/// Nothing that people read has marks of another language in it: they would read them as they are.
enum ForeignMarkup: GuideRule {
  static let id = "foreign-markup"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.script.texts.compactMap { text in
      for line in text.words.lines {
        let bytes = guide.source.bytes[line.start..<line.end]
        // Most lines have none of the characters of which such marks are made.
        guard bytes.count == 1 || bytes.contains(where: Kind.isOfMark) else { continue }
        for kind in Kind.allCases {
          if let place = kind.place(in: bytes) {
            let span = Span(start: place.lowerBound, end: place.upperBound)
            return .foreignMarkup(guide.source, span, kind)
          }
        }
      }
      return nil
    }
  }

  /// Marks of other languages.
  enum Kind: CaseIterable {
    case conflict, comment, tag, link, citation, table, fence, rule, lowLines, record, bullet

    /// Whether a mark with more than one character can have this one; every such mark has one of them.
    fileprivate static func isOfMark(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "<"),
        UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "_"), UInt8(ascii: "`"),
        UInt8(ascii: "|"), UInt8(ascii: "~"):
        true
      default: false
      }
    }

    /// Where such a mark is in a line.
    fileprivate func place(in line: ArraySlice<UInt8>) -> Range<Int>? {
      guard let first = line.first, let last = line.last else { return nil }
      switch self {
      case .conflict:
        let count = line.prefix { $0 == first }.count
        let isEnd = line.count == 7 || line.dropFirst(7).first == UInt8(ascii: " ")
        return "<=>|".utf8.contains(first) && count == 7 && isEnd ? line.indices : nil
      case .comment: return place(of: "<!--", in: line) ?? place(of: "-->", in: line)
      case .tag: return tag(in: line)
      case .link: return enclosed("](", ")", in: line) { !$0.contains(UInt8(ascii: " ")) }
      case .citation: return enclosed("(@", ")", in: line) { $0.allSatisfy(isPartOfName) }
      case .table:
        let bar = UInt8(ascii: "|")
        return first == bar && last == bar && line.count > 2 ? line.indices : nil
      case .fence: return place(of: "```", in: line) ?? place(of: "~~~", in: line)
      case .rule:
        let isRule = "-=_".utf8.contains(first) && line.count > 2
        return isRule && line.allSatisfy { $0 == first } ? line.indices : nil
      case .lowLines: return emphasis(in: line)
      case .record:
        let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
        guard words.count > 1, words[1].last == UInt8(ascii: ":"),
          words[1].dropLast().allSatisfy(isPartOfName),
          recordWords.contains(String(decoding: words[0], as: UTF8.self))
        else { return nil }
        return line.startIndex..<words[1].endIndex
      case .bullet: return line.count == 1 && first == UInt8(ascii: "-") ? line.indices : nil
      }
    }

    /// A tag of HTML; what comes after a backslash is meant to be read.
    private func tag(in line: ArraySlice<UInt8>) -> Range<Int>? {
      for start in line.indices where line[start] == UInt8(ascii: "<") {
        if start > line.startIndex, line[start - 1] == UInt8(ascii: "\\") { continue }
        let inside = line[(start + 1)...].drop { $0 == UInt8(ascii: "/") }
        guard let letter = inside.first, isLetter(letter),
          let end = inside.firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }
          ),
          line[end] == UInt8(ascii: ">")
        else { continue }
        return start..<end + 1
      }
      return nil
    }

    /// Words between low lines.
    private func emphasis(in line: ArraySlice<UInt8>) -> Range<Int>? {
      let mark = UInt8(ascii: "_")
      for start in line.indices where line[start] == mark {
        let isFirst = start == line.startIndex || line[start - 1] == UInt8(ascii: " ")
        let inside = line[start...].drop { $0 == mark }
        guard isFirst, let letter = inside.first, isLetter(letter),
          let end = inside.firstIndex(of: mark)
        else { continue }
        let behind = line[end...].drop { $0 == mark }.first
        if let behind, isLetter(behind) || isPartOfName(behind) { continue }
        return start..<end + 1
      }
      return nil
    }

    /// The first text from a beginning to an end that is as it should be.
    private func enclosed(
      _ beginning: String,
      _ end: String,
      in line: ArraySlice<UInt8>,
      _ isRight: (ArraySlice<UInt8>) -> Bool
    ) -> Range<Int>? {
      guard let open = place(of: beginning, in: line),
        let close = place(of: end, in: line[open.upperBound...])
      else { return nil }
      let inside = line[open.upperBound..<close.lowerBound]
      return !inside.isEmpty && isRight(inside) ? open.lowerBound..<close.upperBound : nil
    }

    /// Where a text is first.
    private func place(of text: String, in line: ArraySlice<UInt8>) -> Range<Int>? {
      let bytes = Array(text.utf8)
      guard line.count >= bytes.count else { return nil }
      for start in line.startIndex...line.endIndex - bytes.count where line[start] == bytes[0] {
        let end = start + bytes.count
        if line[start..<end].elementsEqual(bytes) { return start..<end }
      }
      return nil
    }

    private func isLetter(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
    }

    private func isPartOfName(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }

    /// What it is.
    fileprivate var words: String {
      switch self {
      case .conflict: "a mark of a merge that was not finished"
      case .comment: "a comment of HTML"
      case .tag: "a tag of HTML"
      case .link: "a link of Markdown"
      case .citation: "a citation in round brackets"
      case .table: "a table of Markdown"
      case .fence: "a code mark of Markdown"
      case .rule: "a line across the page"
      case .lowLines: "emphasis of Markdown"
      case .record: "a record, which belongs in another place"
      case .bullet: "a list item without words"
      }
    }

    /// What to write.
    fileprivate var advice: String {
      switch self {
      case .conflict: "choose one of the two versions, and remove these lines"
      case .comment: "write `// words` on a line of its own"
      case .tag: "write `*words*` or `**words**` for emphasis, and `\\<` for the character itself"
      case .lowLines: "write `*words*` or `**words**` for emphasis"
      case .link: "write the address itself"
      case .citation: "write `[@claim]`"
      case .table: "write a list, or `compare` in a decision aid"
      case .fence: "write the words alone"
      case .rule: "start a new step with `# name: Title`"
      case .record: "put claims, figures, and terms in their files, and options in the header"
      case .bullet: "write `- words`"
      }
    }
  }
}

/// The first words of records.
private let recordWords: Set<String> = [
  "arm", "call", "claim", "door", "figure", "option", "signature", "term",
]

extension Diagnostic {
  /// A mark of another language in a text.
  static func foreignMarkup(
    _ source: SourceFile,
    _ span: Span,
    _ kind: ForeignMarkup.Kind
  ) -> Diagnostic {
    Diagnostic(
      title: "this is \(kind.words)",
      labels: [Label(source: source, span: span, message: "people would read it as it is")],
      notes: [kind.advice]
    )
  }
}
