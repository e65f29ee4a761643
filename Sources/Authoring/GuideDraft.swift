public import GuideCheck
import GuideRules
import GuideSyntax
public import SourceText

/// What a new guide is to be: enough for a text that passes every check.
public struct GuideDraft: Sendable {
  /// What stands over it.
  public var title = "A title"
  /// The name of its file, without the ending.
  public var name = "a-guide"
  /// Whom it is for.
  public var audience = "adults"
  /// What it is about: what a patient reads first.
  public var about = "What it is about."
  /// Whether it helps somebody decide; then all that follows counts.
  public var isDecisionAid = false
  /// What the person has.
  public var condition = "What the person has"
  /// The question to decide.
  public var decision = "What should we do?"
  /// Two or more; that nothing changes is one more.
  public var choices = ["One way", "Another way"]
  /// What the house wants said in every guide.
  private var claims: [Claim]
  private let today: Day
  private let reservedNames: Set<String>

  /// A name made of the words of the title.
  public var proposedName: String { slug(title) ?? "a-guide" }

  /// A draft of a guide for a house.
  ///
  /// - Parameters:
  ///   - library: What the house wants said is in it.
  ///   - today: The day it is written on.
  ///   - reservedNames: The names that no guide may have.
  public init(for library: Library, today: Day, reservedNames: Set<String>) {
    claims = library.saidEverywhere
    self.today = today
    self.reservedNames = reservedNames
  }

  /// Why a guide cannot be written so; nil if it can.
  ///
  /// The claims are left out: they are checked already.
  public var fault: String? {
    if slug(name, mostWords: .max) != name {
      return "a name has small letters, digits and hyphens, and begins with a letter"
    }
    var alone = self
    alone.claims = []
    let house = SourceFile(
      path: "house.guide",
      text: "title: House\nkind: house\n\n# shelf: Guides\nmenu\n  => \(name)\n"
    )
    let source = SourceFile(path: "\(name).guide", text: alone.text)
    let (script, faults) = parse(source)
    var content = Content(house: parse(house).script, reservedNames: reservedNames)
    content.guides = [Content.Entry(name: name, script: script)]
    let errors = check(content, after: faults).diagnostics.filter { $0.severity == .error }
    return (errors.first { $0.labels.first?.source == source } ?? errors.first)?.title
  }

  /// The guide, as it is written.
  public var text: String {
    (header + start + middle + last + tests).joined(separator: "\n") + "\n"
  }

  private var header: [String] {
    var lines = ["title: \(title)", "kind: \(isDecisionAid ? "decision aid" : "education")"]
    if isDecisionAid { lines += ["condition: \(condition)", "decision: \(decision)"] }
    lines += [
      "for: \(audience)", "reviewed: \(today)",
      "review-by: \(Day(daysSinceEpoch: today.daysSinceEpoch + 182))",
      "update-policy: Read again every six months.",
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
        "// Say here what your readers need. Behind each fact, name the claim it rests on, like this:",
        "// Someone takes you home. [@a-claim]", "Your team can tell you what happens, and when.",
      ]
    }
    let cells = options.map { option in
      "    \(option.name): \(option.name == "no-change" ? "What you do now." : "Your team can tell you.")"
    }
    return [
      "", "# compare: Side by side",
      "// The same rows for every choice. Behind each fact, name the claim it rests on: [@a-claim]",
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
      "", "// What holds on every walk, and someone to try it with.",
      "promise: see \(middle) before last", "promise: see last before end",
      "", "example: someone who skips it", "  wish is skipped", "  sees \(middle)", "  sees last",
    ]
  }

  /// The choices of the decision, with names made of their words.
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

/// A name made of the first words of a text; nil if they hold no letter of the Latin alphabet.
private func slug(_ text: String, mostWords: Int = 6) -> String? {
  let words = text.lowercased().split { character in
    !(character.isASCII && (character.isLetter || character.isNumber))
  }
  let name = words.drop { $0.first?.isNumber ?? true }.prefix(mostWords).joined(separator: "-")
  return name.isEmpty ? nil : name
}

extension Library {
  /// For all that the house promises of every guide, the claim that says it and the least besides.
  fileprivate var saidEverywhere: [Claim] {
    var said: [Claim] = []
    for promise in self[.house].promises where promise.clause == nil {
      guard case .seeBeforeEnd(let mention) = promise.form else { continue }
      let claim: Claim? =
        switch mention {
        case .claim(let index): claims[index]
        case .subject(let subject):
          claims.filter { $0.verified != nil && $0.about.contains(subject) }
            .min { $0.about.count < $1.about.count }
        default: nil
        }
      if let claim, !said.contains(where: { $0.name == claim.name }) { said.append(claim) }
    }
    return said
  }
}
