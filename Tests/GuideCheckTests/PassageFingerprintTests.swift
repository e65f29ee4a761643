import GuideCheck
import SourceText
import TestSupport
import Testing

/// Saved states name passages by their fingerprints: if one changes, people who resume are shown the
/// passage again, although not a word of it is new.
struct PassageFingerprintTests {
  /// The folder in this golden never changes, so its fingerprints may not either.
  ///
  /// Record it only after adding a new kind of passage to it.
  @Test func `every kind of passage keeps its fingerprint`() throws {
    let golden = try Golden("every-kind", in: "Fingerprints")
    let files = golden.sections.filter { $0.name.hasSuffix(".guide") }
    var folder = plainFolder
    for file in files { folder[file.name] = file.text + "\n" }
    let result = folder.checked()
    let library = try #require(result.library, "\(result.text)")
    #expect(Set(library.passages.map(\.kind.name)) == kinds)
    let visit = try #require(library.guide(named: "visit"))
    let found = files + [("fingerprints", fingerprints(in: library, of: visit))]
    if let difference = try golden.difference(from: found) { Issue.record("\(difference)") }
  }

  /// A fingerprint may change when the words of its passage do.
  ///
  /// A change without new words is a problem.
  @Test func `every passage of the content keeps its fingerprint`() throws {
    let library = try #require(try Folder.real().checked().library)
    let found = library.guides.enumerated().map { index, guide in
      (guide.name, fingerprints(in: library, of: GuideID(index)))
    }
    let golden = try Golden("content", in: "Fingerprints")
    if let difference = try golden.difference(from: found) { Issue.record("\(difference)") }
  }

  private let kinds: Set<String> = [
    "already seen", "comparison", "disagreement", "figure", "item", "aside", "ask", "flag", "tell",
    "paragraph", "ratings", "weigh prompt",
  ]

  /// The passages of a guide, each with its step, its fingerprint and its kind.
  private func fingerprints(in library: Library, of guide: GuideID) -> String {
    library.passages.filter { library[$0.step].guide == guide }.map { passage in
      let fingerprint = String(passage.fingerprint, radix: 16)
      return "\(library[passage.step].name)/\(fingerprint) \(passage.kind.name)"
    }.joined(separator: "\n")
  }
}

extension Passage.Kind {
  /// Its name in the goldens.
  fileprivate var name: String {
    switch self {
    case .paragraph: "paragraph"
    case .disagreement: "disagreement"
    case .ruleEnds: "rule ends"
    case .item: "item"
    case .numberedItem(let number): "item \(number)"
    case .listLine(let list): list.rawValue
    case .figure: "figure"
    case .comparison: "comparison"
    case .weighPrompt: "weigh prompt"
    case .ratings: "ratings"
    case .alreadySeen: "already seen"
    }
  }
}
