/// Everything a sitting can need, checked: the house, its guides, the evidence, the words, the country.
///
/// Only `check` makes one. Positions in it hold as long as the program runs; what is written down uses
/// the names that stand in the scripts.
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
  /// What can be shown.
  public let passages: [Passage]
  /// The menus of all guides.
  public let menus: [Menu]
  /// What to do, guide after guide.
  public let instructions: [Instruction]
  /// How many sights conditions read.
  public let mentionCount: Int
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
  /// The country's help and currency; nil if there is no place file.
  public let locality: Locality?

  /// The guide of this name.
  public func guide(named name: String) -> GuideID? {
    guides.firstIndex { $0.name == name }.map { GuideID($0) }
  }

  /// The guide an identifier stands for.
  public subscript(_ guide: GuideID) -> Guide { guides[guide.index] }
  /// The step an identifier stands for.
  public subscript(_ step: StepID) -> Step { steps[step.index] }
  /// The question an identifier stands for.
  public subscript(_ question: QuestionID) -> Question { questions[question.index] }
  /// The passage an identifier stands for.
  public subscript(_ passage: PassageID) -> Passage { passages[passage.index] }
  /// The menu an identifier stands for.
  public subscript(_ menu: MenuID) -> Menu { menus[menu.index] }
  /// The promise an identifier stands for.
  public subscript(_ promise: PromiseID) -> Promise { self[promise.guide].promises[promise.index] }

  /// The promises the walks of a guide must keep: its own, then those of the house.
  ///
  /// None for the house itself: what it promises, it promises of the other guides.
  public func promises(concerning guide: GuideID) -> [PromiseID] {
    if guide == .house { return [] }
    return [guide, .house].flatMap { owner in
      self[owner].promises.indices.map { PromiseID(owner, $0) }
    }
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

  /// The guide an entry belongs to or is.
  public func guide(of entry: Menu.Entry) -> GuideID {
    switch entry {
    case .topic(let step): self[step].guide
    case .guide(let guide): guide
    }
  }
}
