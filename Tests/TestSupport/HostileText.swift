import Foundation

/// Guides with something done to them: lines lost, doubled or moved, words of other guides in the place of
/// words, bytes that are not letters.
public struct HostileText {
  private let texts: [[Substring]]
  private let words: [Substring]
  private var chance: SeededGenerator

  /// Everything in `Content/guides` and in the goldens, as a start.
  public init(seed: UInt64) throws {
    var texts: [[Substring]] = []
    let guides = Repository.root.appending(path: "Content/guides").resolvingSymlinksInPath()
    for name in try FileManager.default.contentsOfDirectory(atPath: guides.path).sorted() {
      let text = try String(contentsOf: guides.appending(path: name), encoding: .utf8)
      texts.append(Self.lines(text))
    }
    for folder in ["Diagnostics", "ProofDiagnostics", "Unsafe"] {
      for name in try Golden.names(in: folder) {
        for section in try Golden(name, in: folder).sections
        where section.name.hasSuffix("guides/visit.guide") && section.text.utf8.count < 4000 {
          texts.append(Self.lines(section.text))
        }
      }
    }
    self.texts = texts
    words = texts.joined().flatMap { $0.split(separator: " ") }
    chance = SeededGenerator(seed: seed)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The next text; most are small, most are nearly right.
  public mutating func next() -> [UInt8] {
    // The first are whole guides of the content; they are long, and seldom taken.
    let isLong = Int.random(in: 0..<50, using: &chance) == 0
    let long = texts.indices.filter { texts[$0].count > 100 }
    let short = texts.indices.filter { texts[$0].count <= 100 }
    var lines = texts[(isLong ? long : short).randomElement(using: &chance) ?? 0]
    for _ in 0..<Int.random(in: 0...4, using: &chance) { change(&lines) }
    var bytes = Array(lines.joined(separator: "\n").utf8)
    if Int.random(in: 0..<20, using: &chance) == 0, !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &chance)
      bytes[place] = UInt8.random(in: 0...255, using: &chance)
    }
    return bytes
  }

  private mutating func change(_ lines: inout [Substring]) {
    guard !lines.isEmpty else { return }
    let place = Int.random(in: lines.indices, using: &chance)
    let other = Int.random(in: lines.indices, using: &chance)
    switch Int.random(in: 0..<7, using: &chance) {
    case 0: lines.remove(at: place)
    case 1: lines.insert(lines[other], at: place)
    case 2: lines.swapAt(place, other)
    case 3: lines[place] = "  " + lines[place]
    case 4: lines.insert(foreignLine(), at: place)
    default:
      var parts = lines[place].split(separator: " ", omittingEmptySubsequences: false)
      guard !parts.isEmpty else { return }
      let word = Int.random(in: parts.indices, using: &chance)
      // Words of the same guide fit more often than not.
      let near = lines[other].split(separator: " ")
      parts[word] = (Bool.random(using: &chance) ? near : words).randomElement(using: &chance) ?? ""
      lines[place] = parts.joined(separator: " ")[...]
    }
  }

  private mutating func foreignLine() -> Substring {
    texts.randomElement(using: &chance)?.randomElement(using: &chance) ?? ""
  }
}
