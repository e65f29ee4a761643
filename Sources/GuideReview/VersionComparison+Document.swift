public import Documents
import GuideCheck
public import SourceText

extension VersionComparison {
  /// What the new version of some guides changes, for people to read.
  ///
  /// - Parameters:
  ///   - changed: The names of the guides whose text has changed.
  ///   - others: The names of guides that are reported only if they change for someone, because of others.
  ///   - tellsOfHouse: Whether the report includes the house.
  /// - Returns: What changes; nil if nothing that a person reads does.
  public func report(
    on changed: Set<String>,
    _ others: Set<String>,
    tellsOfHouse: Bool
  ) -> (document: Document, json: JSONText)? {
    let house = tellsOfHouse ? self.house : []
    var blocks = house.isEmpty ? [] : [.heading("Every guide")] + sections(house)
    var guides: [JSONText] = []
    for name in changed.union(others).sorted() {
      let difference = difference(of: name)
      if !changed.contains(name), difference?.sections.isEmpty ?? true { continue }
      blocks += report(on: name, difference)
      guides.append(json(of: name, difference))
    }
    if blocks.isEmpty { return nil }
    let lines = house.flatMap(\.lines).map { JSONText.text($0) }
    return (
      Document(title: "What has changed", blocks: blocks),
      .fields([("house", .list(lines)), ("guides", .list(guides))])
    )
  }

  private func json(of name: String, _ difference: GuideDifference?) -> JSONText {
    let isNew = old.guide(named: name) == nil
    guard let difference else {
      return .fields([("name", .text(name)), ("state", .text(isNew ? "new" : "gone"))])
    }
    let sections = difference.sections.map { section in
      JSONText.fields([
        ("title", .text(section.title)), ("lines", .list(section.lines.map { .text($0) })),
      ])
    }
    return .fields([
      ("name", .text(name)), ("state", .text("changed")),
      ("isExact", .truth(difference.limit == nil)),
      ("sections", .list(sections)),
    ])
  }

  private func report(on name: String, _ difference: GuideDifference?) -> [Block] {
    guard old.guide(named: name) != nil else { return [.note(RichText("\(name): a new guide"))] }
    guard let difference else { return [.note(RichText("\(name): no longer there"))] }
    let nothing: [Block] = [
      .note(
        difference.limit == nil
          ? "Nobody reads or is asked anything different." : "No difference was found."
      )
    ]
    let told = sections(difference.sections)
    return [.heading(RichText(name))] + (told.isEmpty ? nothing : told)
      + [.note(RichText(extent(of: difference)))]
  }

  private func sections(_ sections: [GuideDifference.Section]) -> [Block] {
    sections.flatMap { section($0.title, $0.lines) }
  }

  private func section(_ title: String, _ lines: [String]) -> [Block] {
    [.note(RichText(title))] + lines.map { .detail(RichText("- \($0)")) }
  }

  private func extent(of difference: GuideDifference) -> String {
    switch difference.limit {
    case nil:
      "(Everyone was compared, whatever they answer and open, in the order of the guide, and whatever they have gone through before.)"
    case .conditions:
      "(NOT COMPARED EXACTLY: some conditions cannot be examined, so this may say too much or too little.)"
    case .otherGuides:
      "(NOT COMPARED EXACTLY: what people have seen in other guides has changed, too, so for those who come from there this may say too much or too little.)"
    }
  }
}
