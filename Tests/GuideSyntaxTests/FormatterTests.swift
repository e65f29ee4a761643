import Foundation
import GuideSyntax
import SourceText
import TestSupport
import Testing

struct FormatterTests {
  @Test func `puts spaces and blank lines where they belong`() {
    let written = """
      \u{FEFF}

      // about the guide
      title :   Messy words\u{20}\u{20}
      kind:decision aid
      option   a :Alpha  and  beta
      // over the heading
      #start:Go   here
      Prose  stays   as it is,
      line by line.
      -   item one
        goes   on

      1.   first
      12.    last



      ? q :What?
        why:because  so
        ( )x:No
          =>   far   when   q  is  x   or  y
          ask:me
        when q  is  x :
          ( )   z  :   Zed
      ? n: How many?
        [number   0 to  10   days]
      ? s: How much?
        [scale 0   to 10 ,not at  all…very]
      menu
        must:  a ,b
        =>x
      ##t:T
      let y = ( 3 +  4 )  *  q
      ->   end   unless  z  is  true
      promise:  see   a  before   end   when   z is true


      """
    let expected = """
      // about the guide
      title: Messy words
      kind: decision aid
      option a: Alpha  and  beta

      // over the heading
      # start: Go   here
      Prose  stays   as it is,
      line by line.
      - item one
        goes   on

      1. first
      12. last

      ? q: What?
        why: because  so
        ( ) x: No
          => far when q is x or y
          ask: me
        when q is x:
          ( ) z: Zed
      ? n: How many?
        [number 0 to 10 days]
      ? s: How much?
        [scale 0 to 10, not at  all … very]
      menu
        must: a, b
        => x

      ## t: T
      let y = (3 + 4) * q
      -> end unless z is true
      promise: see a before end when z is true

      """
    #expect(formatted(SourceFile(path: "a.guide", text: written)) == expected)
    #expect(formatted(SourceFile(path: "a.guide", text: expected)) == expected)
  }

  @Test func `sets records straight`() {
    let written = """
      title: Claims
         // a comment
      kind: evidence
      claim  a : What  is  so.
        about :  driving
        source:b,  c

      figure f: Got well
        arm  one : 1 of 2
      """
    let expected = """
      title: Claims
        // a comment
      kind: evidence
      claim a: What  is  so.
        about: driving
        source: b,  c

      figure f: Got well
        arm one: 1 of 2

      """
    #expect(formatted(SourceFile(path: "a.guide", text: written)) == expected)
  }

  @Test(arguments: ["# start Go", "# a: A\n\ttext", "# a: A\n? b: B", "# a: A\na\u{0}"])
  func `leaves a file with errors alone`(_ text: String) {
    #expect(formatted(SourceFile(path: "a.guide", text: text)) == nil)
  }

  @Test func `leaves nothing as nothing`() {
    #expect(formatted(SourceFile(path: "a.guide", text: "")) == "")
    #expect(formatted(SourceFile(path: "a.guide", text: " \r\n\n")) == "")
  }

  @Test(arguments: try everyGuide().keys.sorted())
  func `formatting again changes nothing`(_ path: String) throws {
    let guide = try #require(everyGuide()[path])
    let once = try #require(formatted(guide))
    #expect(formatted(SourceFile(path: guide.path, text: once)) == once)
  }

  @Test(arguments: try everyGuide().keys.sorted())
  func `spaces alone change, however it was written`(_ path: String) throws {
    let guide = try #require(everyGuide()[path])
    let once = try #require(formatted(guide))
    #expect(inked(once.utf8) == inked(guide.bytes))
    let spoiled = SourceFile(path: guide.path, text: spoiled(once))
    #expect(spoiled.bytes != guide.bytes)
    #expect(formatted(spoiled) == once)
  }

  @Test(arguments: try everyGuide().keys.sorted())
  func `formatting changes no meaning`(_ path: String) throws {
    let guide = try #require(everyGuide()[path])
    let once = try #require(formatted(guide))
    let before = meaning(of: parse(SourceFile(path: "a.guide", text: spoiled(once))).script)
    let after = meaning(of: parse(SourceFile(path: "a.guide", text: once)).script)
    #expect(before == meaning(of: parse(guide).script))
    #expect(after == before)
  }
}

private func everyGuide() throws -> [String: SourceFile] {
  var guides: [String: SourceFile] = [:]
  for (folder, name) in [(try Folder.real(), "Content"), (try Folder.design(), "Design")] {
    for (path, bytes) in folder.files {
      guides["\(name)/\(path)"] = SourceFile(path: path, bytes: bytes)
    }
  }
  return guides
}

/// Every byte that is not a space, the mark of UTF-8 left out.
private func inked(_ bytes: some Sequence<UInt8>) -> [UInt8] {
  bytes.filter { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
}

/// The same guide, with spaces and line breaks as an editor from elsewhere might leave them.
private func spoiled(_ text: String) -> String {
  var lines: [String] = []
  for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
    let indent = line.prefix { $0 == " " }
    let words = line.dropFirst(indent.count).split(separator: " ", maxSplits: 1)
    let loose = ["when", "unless", "->", "=>", "promise:", "-"]
    if words.count == 2, loose.contains(String(words[0])) {
      // The text after a dash is prose, and its spaces belong to its author.
      let rest = words[0] == "-" ? " \(words[1])" : words[1].replacing(" ", with: "  ")
      lines.append("\(indent)\(words[0]) \(rest)  ")
    } else {
      lines += line.isEmpty ? ["", "  "] : [line + " "]
    }
  }
  return "\u{FEFF}" + lines.joined(separator: "\r\n")
}

/// Everything a value says, whatever place it says it in.
private func meaning(of value: Any) -> String {
  switch value {
  case is Span, is SourceFile: return ""
  // Names of several words are compared word by word.
  case let name as Name: return name.text.split(separator: " ").joined(separator: " ")
  default: break
  }
  let mirror = Mirror(reflecting: value)
  if mirror.children.isEmpty { return "\(value)" }
  let parts = mirror.children.filter { $0.label != "blankBefore" }
    .map { "\($0.label ?? ""):\(meaning(of: $0.value))" }
  return "(\(parts.joined(separator: " ")))"
}
