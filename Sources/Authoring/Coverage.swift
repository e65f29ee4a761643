public import GuideCheck
public import GuideEngine
import SourceText

/// Which turns of a library's guides no test takes.
public struct Coverage {
  private let library: Library
  private let guides: [Int]
  /// By guide, every turn.
  private let coverageItems: [[CoverageItem]]
  private var taken: Set<CoverageItem> = []

  /// The coverage of the guides with these names; of all without any.
  public init(of library: Library, guides names: Set<String>) {
    self.library = library
    coverageItems = library.coverageItems
    guides = library.guides.indices.filter {
      names.isEmpty || names.contains(library.guides[$0].name)
    }
  }

  /// Adds what a test takes.
  public mutating func add(_ inputs: [Input]) {
    taken.formUnion(library.coverageItems(takenBy: inputs))
  }

  /// The turns no test takes, in reading order.
  public var missing: [CoverageItem] {
    guides.flatMap { coverageItems[$0].filter { !taken.contains($0) } }
  }

  /// A line for each guide with its counts, then what is missing there.
  public var lines: [String] {
    var lines: [String] = []
    for guide in guides where !coverageItems[guide].isEmpty {
      let counts = Kind.allCases.compactMap { kind -> String? in
        let all = coverageItems[guide].filter { Kind($0) == kind }
        if all.isEmpty { return nil }
        return "\(all.filter { taken.contains($0) }.count) of \(all.count) \(kind.rawValue)"
      }
      lines.append("\(library.guides[guide].name): \(counts.joined(separator: ", "))")
      for coverageItem in coverageItems[guide] where !taken.contains(coverageItem) {
        lines.append(
          "  \(library.place(of: coverageItem)): no test \(library.words(for: coverageItem))"
        )
      }
    }
    let all = guides.flatMap { coverageItems[$0] }
    let count = all.filter { taken.contains($0) }.count
    return lines + ["", "\(count) of \(all.count) taken"]
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
  /// Where a turn stands: the file and the line.
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

  /// The guide a turn is written in.
  func guide(of coverageItem: CoverageItem) -> GuideID {
    switch coverageItem {
    case .step(let step): self[step].guide
    case .answer(let question), .option(let question, _), .skip(let question):
      self[question].guide
    case .condition(let condition, _): owner(of: condition)
    }
  }

  /// What a conversation does that takes a turn.
  func words(for coverageItem: CoverageItem) -> String {
    switch coverageItem {
    case .step(let step): "comes to `\(self[step].name)`"
    case .option(let question, let place):
      "answers `\(self[question].name)` with `\(self[question].options[place].name)`"
    case .answer(let question): "answers `\(self[question].name)`"
    case .skip(let question): "skips `\(self[question].name)`"
    case .condition(let condition, true): "finds that `\(conditions[condition].words)`"
    case .condition(let condition, false): "finds otherwise than `\(conditions[condition].words)`"
    }
  }

  /// The guide a condition is written in.
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
