public import GuideCheck
import GuideRules
import GuideSyntax
public import SourceText

/// A draft of a new guide, with enough for a text that passes every check.
public struct GuideDraft: Sendable {
  /// The title.
  public var title = "A title"
  /// The name of its file, without the extension.
  public var name = "a-guide"
  /// Who it is for.
  public var audience = "adults"
  /// What it is about, which a patient reads first.
  public var about = "What it is about."
  /// Whether it is a decision aid; only then are the next three properties used.
  public var isDecisionAid = false
  /// What the person has.
  public var condition = "What the person has"
  /// The question to decide.
  public var decision = "What should we do?"
  /// Two or more choices; "No change for now" is always added.
  public var choices = ["One way", "Another way"]
  /// What the house file requires in every guide.
  private var claims: [Claim]
  private let today: Day
  private let reservedNames: Set<String>

  /// A name made from the words of the title.
  public var proposedName: String { slug(title) ?? "a-guide" }

  /// A draft of a guide for a library.
  ///
  /// - Parameters:
  ///   - library: The library, with what its house file requires in every guide.
  ///   - today: The date of the draft.
  ///   - reservedNames: The names that a guide cannot have.
  public init(for library: Library, today: Day, reservedNames: Set<String>) {
    claims = library.saidEverywhere
    self.today = today
    self.reservedNames = reservedNames
  }

  /// Why this draft cannot become a guide; nil if it can.
  ///
  /// This does not include the claims, which were checked earlier.
  public var problem: String? {
    if slug(name, mostWords: .max) != name {
      return "a name has lowercase letters, digits, and hyphens, and begins with a letter"
    }
    var alone = self
    alone.claims = []
    let house = SourceFile(
      path: "house.guide",
      text: "title: House\nkind: house\n\n# shelf: Guides\nmenu\n  => \(name)\n"
    )
    let source = SourceFile(path: "\(name).guide", text: alone.text)
    let (script, problems) = parse(source)
    var content = Content(house: parse(house).script, reservedNames: reservedNames)
    content.guides = [Content.Entry(name: name, script: script)]
    let errors = check(content, after: problems).diagnostics.filter { $0.severity == .error }
    return (errors.first { $0.labels.first?.source == source } ?? errors.first)?.title
  }

  /// The text of the guide.
  public var text: String {
    (header + start + middle + last + tests).joined(separator: "\n") + "\n"
  }

  private var header: [String] {
    var lines = ["title: \(title)", "kind: \(isDecisionAid ? "decision aid" : "education")"]
    if isDecisionAid { lines += ["condition: \(condition)", "decision: \(decision)"] }
    lines += [
      "for: \(audience)", "reviewed: \(today)",
      "review-by: \(Day(daysSinceEpoch: today.daysSinceEpoch + 182))",
      "update-policy: Reviewed every six months.",
      "author: not yet reviewed by a clinician", "funding: none",
    ]
    return lines + options.map { "option \($0.name): \($0.label)" }
  }

  private var start: [String] {
    let help = "Need help now? Type **help** at any time."
    let words = claims.map { isHelp($0) ? "\(help) \(said($0))" : said($0) }
    let all = claims.contains(where: isHelp) ? words : [help] + words
    return ["", "# start: \(title)", about] + all.flatMap { ["", $0] }
      + [
        "", "? wish: What would help you most today?", "  ( ) learn: To learn what happens",
        "    ask: What happens, step by step?", "  ( ) worry: To talk about a worry",
        "    tell: I have a worry that I would like to talk about.", "  ( ) other: Something else",
      ]
  }

  private var middle: [String] {
    guard isDecisionAid else {
      return [
        "", "# more: What to know",
        "// Say here what your readers need. After each fact, cite the claim that supports it, like this:",
        "// Someone takes you home. [@a-claim]", "Your team can tell you what happens, and when.",
      ]
    }
    let cells = options.map { option in
      "    \(option.name): \(option.name == "no-change" ? "What you do now." : "Your team can tell you.")"
    }
    return [
      "", "# compare: Side by side",
      "// The same rows for every choice. After each fact, cite the claim that supports it: [@a-claim]",
      "compare", "  day: What would I do?",
    ] + cells + [
      "", "# matters: What matters to you", "weigh: How much does each of these matter to you?",
      "  soon: Feeling better soon", "  visits: Fewer visits",
    ]
  }

  private var last: [String] {
    ["", "# last: Before you go", "ask: What else should I know?"]
      + claims.filter(isHelp).flatMap { ["", said($0)] }
      + ["", "-> end"]
  }

  private func isHelp(_ claim: Claim) -> Bool { claim.about.contains("crisis") }

  private func said(_ claim: Claim) -> String { "\(claim.statement) [@\(claim.name)]" }

  private var tests: [String] {
    let middle = isDecisionAid ? "compare" : "more"
    return [
      "", "// What is true on every walk, and a patient as an example.",
      "promise: see \(middle) before last", "promise: see last before end",
      "", "example: someone who skips it", "  wish is skipped", "  sees \(middle)", "  sees last",
    ]
  }

  /// The choices of the decision, with names made from their words.
  private var options: [(name: String, label: String)] {
    guard isDecisionAid else { return [] }
    var names: Set<String> = ["no-change"]
    var options: [(name: String, label: String)] = []
    for (place, label) in choices.enumerated() {
      var name = slug(label) ?? ""
      if name.isEmpty || !names.insert(name).inserted {
        name = "choice-\(place + 1)"
        names.insert(name)
      }
      options.append((name, label))
    }
    return options + [("no-change", "No change for now")]
  }
}

/// A name made from the first words of a text; nil if the text has no letters from A to Z.
private func slug(_ text: String, mostWords: Int = 6) -> String? {
  let words = text.lowercased().split { character in
    !(character.isASCII && (character.isLetter || character.isNumber))
  }
  let name = words.drop { $0.first?.isNumber ?? true }.prefix(mostWords).joined(separator: "-")
  return name.isEmpty ? nil : name
}

extension Library {
  /// For each promise that the house file makes for every guide, the claim that keeps it and is about as
  /// little else as possible.
  fileprivate var saidEverywhere: [Claim] {
    var said: [Claim] = []
    for promise in self[.house].promises where promise.clause == nil {
      guard case .seeBeforeEnd(let mention) = promise.form else { continue }
      let claim: Claim? =
        switch mention {
        case .said(.claim(let index)): claims[index]
        case .said(.subject(let subject)):
          claims.filter { $0.verified != nil && $0.about.contains(subject) }
            .min { $0.about.count < $1.about.count }
        default: nil
        }
      if let claim, !said.contains(where: { $0.name == claim.name }) { said.append(claim) }
    }
    return said
  }
}
