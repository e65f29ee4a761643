public import Documents
import GuideCheck

extension VersionComparison {
  /// What the new version of some guides changes, for people to read.
  ///
  /// - Parameters:
  ///   - names: The names of the guides, in the order of the report.
  ///   - tellsOfHouse: Whether the report includes promises of the house.
  /// - Returns: The document.
  public func document(of names: [String], tellsOfHouse: Bool) -> Document {
    let house = tellsOfHouse ? promisesOfTheHouse : []
    let blocks = house.isEmpty ? [] : [.heading("Every guide")] + section("Promises", house)
    return Document(title: "What has changed", blocks: blocks + names.flatMap(report))
  }

  private func report(on name: String) -> [Block] {
    guard old.guide(named: name) != nil else { return [.note(RichText("\(name): a new guide"))] }
    guard let difference = difference(of: name) else {
      return [.note(RichText("\(name): no longer there"))]
    }
    let sections = difference.sections.flatMap { section($0.title, $0.lines) }
    let nothing: [Block] = [.note("No simulated patient reads or is asked anything different.")]
    return [.heading(RichText(name))] + (sections.isEmpty ? nothing : sections)
      + [.note(RichText(extent(of: difference)))]
  }

  private func section(_ title: String, _ lines: [String]) -> [Block] {
    [.note(RichText(title))] + lines.map { .detail(RichText("- \($0)")) }
  }

  private func extent(of difference: GuideDifference) -> String {
    let (people, answers) = difference.extent
    let many = answers == 1 ? "1 answer" : "\(answers) answers"
    let gave =
      answers == 0
      ? "nothing in the guide depends on an answer"
      : "each gave at most \(many) that anything depends on"
    return "(Both versions were tried with \(people) simulated patients; \(gave).)"
  }
}
