import GuideCheck

/// The names of steps and questions in the old version of a guide that have other names in the new, though people read
/// the same.
struct VersionNames {
  private var steps: [String: String] = [:]
  private var questions: [String: String] = [:]

  init(from old: (library: Library, guide: GuideID), to new: (library: Library, guide: GuideID)) {
    func steps(_ version: (library: Library, guide: GuideID)) -> [(name: String, read: String)] {
      version.library[version.guide].steps.map {
        (version.library[$0].name, version.library[$0].title)
      }
    }
    func questions(_ version: (library: Library, guide: GuideID)) -> [(name: String, read: String)]
    {
      version.library.questionNames(in: version.guide).map { name in
        let question = version.library.question(named: name, in: version.guide)
        let labels = question?.options.map(\.label) ?? []
        return (name, ([question?.prompt ?? ""] + labels).joined(separator: "\n"))
      }
    }
    self.steps = Self.renamed(steps(old), steps(new))
    self.questions = Self.renamed(questions(old), questions(new))
  }

  /// The old names that are gone, and the new ones that are read as they were, if there is just one of each.
  private static func renamed(
    _ old: [(name: String, read: String)],
    _ new: [(name: String, read: String)]
  ) -> [String: String] {
    let gone = old.filter { one in !new.contains { $0.name == one.name } }
    let added = new.filter { one in !old.contains { $0.name == one.name } }
    var found: [String: String] = [:]
    for one in gone where gone.count(where: { $0.read == one.read }) == 1 {
      let same = added.filter { $0.read == one.read }
      if same.count == 1 { found[one.name] = same[0].name }
    }
    return found
  }

  /// What an old step is called now.
  func present(ofStep name: String) -> String { steps[name] ?? name }

  /// What an old question is called now.
  func present(ofQuestion name: String) -> String { questions[name] ?? name }

  /// What a new question was called.
  func former(ofQuestion name: String) -> String {
    questions.first { $0.value == name }?.key ?? name
  }
}
