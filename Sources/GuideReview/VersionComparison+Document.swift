public import Documents
import GuideCheck
public import SourceText

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

  /// The same for other programs, in the format of `diff.schema.json`.
  public func json(of names: [String], tellsOfHouse: Bool) -> JSONText {
    let house = tellsOfHouse ? promisesOfTheHouse : []
    let guides = names.map { name -> JSONText in
      let state = old.guide(named: name) == nil ? "new" : "changed"
      guard let difference = difference(of: name) else {
        let gone = new.guide(named: name) == nil
        return .fields([("name", .text(name)), ("state", .text(gone ? "gone" : state))])
      }
      return .fields([
        ("name", .text(name)), ("state", .text(state)), ("isExact", .truth(difference.isExact)),
        (
          "sections",
          .list(
            difference.sections.map {
              .fields([("title", .text($0.title)), ("lines", .list($0.lines.map { .text($0) }))])
            }
          )
        ),
      ])
    }
    return .fields([("house", .list(house.map { .text($0) })), ("guides", .list(guides))])
  }

  private func report(on name: String) -> [Block] {
    guard old.guide(named: name) != nil else { return [.note(RichText("\(name): a new guide"))] }
    guard let difference = difference(of: name) else {
      return [.note(RichText("\(name): no longer there"))]
    }
    let sections = difference.sections.flatMap { section($0.title, $0.lines) }
    let nothing: [Block] = [
      .note(
        difference.isExact
          ? "Nobody reads or is asked anything different." : "No difference was found."
      )
    ]
    return [.heading(RichText(name))] + (sections.isEmpty ? nothing : sections)
      + [.note(RichText(extent(of: difference)))]
  }

  private func section(_ title: String, _ lines: [String]) -> [Block] {
    [.note(RichText(title))] + lines.map { .detail(RichText("- \($0)")) }
  }

  private func extent(of difference: GuideDifference) -> String {
    difference.isExact
      ? "(Everyone was compared, whatever they answer, and whatever they have gone through before.)"
      : "(NOT COMPARED EXACTLY: some conditions cannot be examined, so this may say too much or too little.)"
  }
}
