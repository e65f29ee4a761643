/// Everything a session can need, checked: the house, its guides, the evidence, the glossary, the
/// country.
///
/// Only `check` creates one. Indices into it are valid as long as the program runs; everything that is
/// saved uses the names in the scripts.
public struct Library: Sendable {
  /// The guides; the house is the first.
  public let guides: [Guide]
  /// The steps and topics of all guides.
  public let steps: [Step]
  /// The questions of all guides.
  public let questions: [Question]
  /// The equations of all guides; each reads only those before it.
  public let equations: [Equation]
  /// The conditions of all guides.
  public let conditions: [Condition]
  /// Everything that can be shown.
  public let passages: [Passage]
  /// The menus of all guides.
  public let menus: [Menu]
  /// The instructions, guide after guide.
  public let instructions: [Instruction]
  /// The mentions that conditions read.
  public let mentions: [Mention]
  /// For each question, the equations that read it directly.
  public let readersOfQuestion: [[EquationID]]
  /// For each equation, the equations that read it directly.
  public let readersOfEquation: [[EquationID]]
  /// The claims, in the order of the evidence.
  public let claims: [Claim]
  /// The figures, in the order of the evidence.
  public let figures: [Figure]
  /// The sources, by name.
  public let sources: [String: Source]
  /// The glossary.
  public let terms: [Term]
  /// The help and currency of the country; nil if there is no place file.
  public let locality: Locality?

  /// The guide with this name.
  public func guide(named name: String) -> GuideID? {
    guides.firstIndex { $0.name == name }.map { GuideID($0) }
  }

  /// The guide with an identifier.
  public subscript(_ guide: GuideID) -> Guide { guides[guide.index] }
  /// The step with an identifier.
  public subscript(_ step: StepID) -> Step { steps[step.index] }
  /// The question with an identifier.
  public subscript(_ question: QuestionID) -> Question { questions[question.index] }
  /// The passage with an identifier.
  public subscript(_ passage: PassageID) -> Passage { passages[passage.index] }
  /// The menu with an identifier.
  public subscript(_ menu: MenuID) -> Menu { menus[menu.index] }
  /// The promise with an identifier.
  public subscript(_ promise: PromiseID) -> Promise { self[promise.guide].promises[promise.index] }

  /// The promises that a guide must keep: its own, then those of the house.
  ///
  /// None for the house itself, because its promises are about the other guides.
  public func promises(concerning guide: GuideID) -> [PromiseID] {
    if guide == .house { return [] }
    return [guide, .house].flatMap { owner in
      self[owner].promises.indices.map { PromiseID(owner, $0) }
    }
  }

  /// What menus of which each person is offered one depend on, by the first of the instructions that choose among them.
  public var alternatives: [Int: Menu.Alternatives] {
    let all = menus.compactMap(\.alternatives)
    return Dictionary(
      all.map { ($0.place.lowerBound, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The title of something a menu offers.
  public func title(of entry: Menu.Entry) -> String {
    switch entry {
    case .topic(let step): self[step].title
    case .guide(let guide): self[guide].title
    }
  }

  /// The name of something a menu offers.
  public func name(of entry: Menu.Entry) -> String {
    switch entry {
    case .topic(let step): self[step].name
    case .guide(let guide): self[guide].name
    }
  }

  /// The guide that an entry belongs to, or the guide that it is.
  public func guide(of entry: Menu.Entry) -> GuideID {
    switch entry {
    case .topic(let step): self[step].guide
    case .guide(let guide): guide
    }
  }
}
