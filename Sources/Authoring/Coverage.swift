public import GuideCheck
public import GuideEngine
import SourceText

/// The steps, answers, and conditions of a library's guides that no test covers.
public struct Coverage {
  private let library: Library
  private let guides: [Int]
  /// Every item, by guide.
  private let coverageItems: [[CoverageItem]]
  private var covered: Set<CoverageItem> = []

  /// The coverage of the guides with these names, or of all guides if there are no names.
  public init(of library: Library, guides names: Set<String>) {
    self.library = library
    coverageItems = library.coverageItems
    guides = library.guides.indices.filter {
      names.isEmpty || names.contains(library.guides[$0].name)
    }
  }

  /// Adds what a test covers.
  public mutating func add(_ inputs: [Input]) {
    covered.formUnion(library.coverageItems(takenBy: inputs))
  }

  /// The items that no test covers, in reading order.
  public var missing: [CoverageItem] {
    guides.flatMap { coverageItems[$0].filter { !covered.contains($0) } }
  }

  /// A line with counts for each guide, each followed by what is missing there.
  public var lines: [String] {
    var lines: [String] = []
    for guide in guides where !coverageItems[guide].isEmpty {
      let counts = Kind.allCases.compactMap { kind -> String? in
        let all = coverageItems[guide].filter { Kind($0) == kind }
        if all.isEmpty { return nil }
        return "\(all.filter { covered.contains($0) }.count) of \(all.count) \(kind.rawValue)"
      }
      lines.append("\(library.guides[guide].name): \(counts.joined(separator: ", "))")
      for coverageItem in coverageItems[guide] where !covered.contains(coverageItem) {
        lines.append(
          "  \(library.place(of: coverageItem)): no test \(library.words(for: coverageItem))"
        )
      }
    }
    let all = guides.flatMap { coverageItems[$0] }
    let count = all.filter { covered.contains($0) }.count
    return lines + ["", "\(count) of \(all.count) covered"]
  }

  private enum Kind: String, CaseIterable {
    case steps
    case options
    case conditions

    init(_ coverageItem: CoverageItem) {
      switch coverageItem {
      case .step: self = .steps
      case .answer, .option, .skip: self = .options
      case .condition: self = .conditions
      }
    }
  }
}

extension Library {
  /// The place of an item: the file and the line.
  func place(of coverageItem: CoverageItem) -> String {
    let span =
      switch coverageItem {
      case .step(let step): self[step].span
      case .option(let question, let place): self[question].options[place].span
      case .answer(let question), .skip(let question): self[question].span
      case .condition(let condition, _): conditions[condition].span ?? .empty
      }
    let source = self[guide(of: coverageItem)].source
    return "\(visible(source.path)):\(source.position(at: span.start).line)"
  }

  /// The guide that an item is written in.
  func guide(of coverageItem: CoverageItem) -> GuideID {
    switch coverageItem {
    case .step(let step): self[step].guide
    case .answer(let question), .option(let question, _), .skip(let question):
      self[question].guide
    case .condition(let condition, _): owner(of: condition)
    }
  }

  /// What a conversation that covers an item does.
  func words(for coverageItem: CoverageItem) -> String {
    switch coverageItem {
    case .step(let step): "reaches `\(self[step].name)`"
    case .option(let question, let place):
      "answers `\(self[question].name)` with `\(self[question].options[place].name)`"
    case .answer(let question): "answers `\(self[question].name)`"
    case .skip(let question): "skips `\(self[question].name)`"
    case .condition(let condition, true): "makes `\(conditions[condition].words)` true"
    case .condition(let condition, false): "makes `\(conditions[condition].words)` false"
    }
  }

  /// The guide that a condition is written in.
  private func owner(of condition: Int) -> GuideID {
    var guide = GuideID.house
    for instruction in instructions {
      switch instruction {
      case .begin(let begun): guide = begun
      case .enter(let step): guide = self[step].guide
      case .test(let clause, _) where clause.condition == condition: return guide
      case .ask(let question)
      where self[question].options.contains { $0.condition?.condition == condition }:
        return self[question].guide
      default: break
      }
    }
    return guide
  }
}
