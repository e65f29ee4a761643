import GuideCheck
import TestSupport

/// Small guides that chance has written: everything that routes, close together.
struct RandomGuides {
  private var chance: SeededGenerator
  private var lines: [String] = []
  private var names = 0
  /// What conditions can ask, of the guide being written.
  private var atoms: [String] = []
  private var questions = 0
  private var guide = ""
  private var promises: [String] = []

  init(seed: UInt64) { chance = SeededGenerator(seed: seed) }

  /// A content folder with a house and some guides; seldom in error.
  mutating func folder() -> Folder {
    let count = 1 + Int.random(in: 0..<3, using: &chance)
    let guides = ["one", "two", "three"].prefix(count)
    var files: [String: String] = [:]
    for (index, name) in guides.enumerated() {
      files["guides/\(name).guide"] = write(name, others: Array(guides[(index + 1)...]))
    }
    files["house.guide"] = """
      title: The house
      kind: house
      subjects: harm, help

      ? shared: A shared question
        ( ) a: The first
        ( ) b: The second

      ? other: Another
        ( ) a: The first
        ( ) b: The second

      # shelf: The shelf
      menu
      \(guides.map { "  => \($0)" }.joined(separator: "\n"))

      \(oneIn(2) ? "promise: see help before end unless other is b" : "")
      """
    files["evidence/claims.guide"] = """
      title: Claims
      kind: evidence

      claim hurts: It can hurt
        about: harm
        source: a-study
        certainty: low
        verified: 2026-11-21
        checked: By hand.

      claim helps: It can help
        about: help
        source: a-study
        certainty: low
        verified: 2026-11-21
        checked: By hand.
      """
    return Folder(files)
  }

  private mutating func oneIn(_ count: Int) -> Bool {
    Int.random(in: 0..<count, using: &chance) == 0
  }

  private mutating func pick<T>(_ items: [T]) -> T {
    items[Int.random(in: items.indices, using: &chance)]
  }

  private mutating func name(_ kind: String) -> String {
    names += 1
    return kind + letters(names)
  }

  private func letters(_ number: Int) -> String {
    var (number, text) = (number, "")
    repeat {
      text = String(UnicodeScalar(UInt8(97 + number % 26))) + text
      number /= 26
    } while number > 0
    return text
  }

  private mutating func line(_ indent: Int, _ text: String) {
    lines.append(String(repeating: "  ", count: indent) + text)
  }

  // MARK: a guide

  private mutating func write(_ name: String, others: [String]) -> String {
    lines = []
    atoms = []
    questions = 0
    promises = []
    guide = name
    let steps = (0..<Int.random(in: 2...4, using: &chance)).map { _ in self.name("step-") }
    var things: [String] = []
    for (index, step) in steps.enumerated() {
      line(0, "# \(step): A step")
      things.append(step)
      // Some steps show nothing unless a condition is met.
      if !oneIn(4) { paragraph(0) }
      let later = Array(steps[(index + 1)...])
      let topics =
        oneIn(3) ? (0..<Int.random(in: 1...3, using: &chance)).map { _ in self.name("topic-") } : []
      for _ in 0..<Int.random(in: 1...3, using: &chance) {
        block(0, later: later, visits: topics + (oneIn(3) ? others : []), depth: 0)
      }
      if !topics.isEmpty {
        line(0, "")
        line(0, "menu")
        if oneIn(2) { line(1, "must: \(pick(topics))") }
        if !others.isEmpty, oneIn(4) { line(1, "=> \(pick(others))") }
        line(0, "")
        paragraph(0)
      }
      for (place, topic) in topics.enumerated() {
        line(0, "## \(topic): A topic")
        things.append(topic)
        paragraph(0)
        for _ in 0..<Int.random(in: 0...2, using: &chance) {
          block(0, later: [], visits: Array(topics[(place + 1)...]), depth: 0)
        }
        atoms.append("seen \(topic)")
      }
      atoms.append("seen \(step)")
    }
    promise(things)
    return """
      title: The guide \(name)
      kind: education
      for: adults
      reviewed: 2026-11-21
      review-by: 2027-05-21
      update-policy: Read again every year.
      author: nobody
      funding: none

      \(lines.joined(separator: "\n"))

      \(promises.joined(separator: "\n"))
      """
  }

  private mutating func promise(_ things: [String]) {
    let mentions = things + ["harm", "help"]
    for _ in 0..<3 {
      let (first, second) = (pick(mentions), pick(mentions))
      if first == second { continue }
      var words: String
      switch Int.random(in: 0..<6, using: &chance) {
      case 0: words = "see \(first) before \(second)"
      case 1: words = "see \(first) after \(second)"
      case 2, 3: words = "see \(first) before end"
      case 4: words = "never \(first)"
      default: words = "at most \(Int.random(in: 0...4, using: &chance)) questions"
      }
      if !atoms.isEmpty, oneIn(2) {
        words += oneIn(2) ? " when \(condition())" : " unless \(condition())"
      }
      promises.append("promise: \(words)")
    }
  }

  private mutating func paragraph(_ indent: Int) {
    line(indent, "")
    let cited = oneIn(6) ? pick([" [@hurts]", " [@helps]"]) : ""
    line(indent, "Words \(name("w")).\(cited)")
    line(indent, "")
    if !cited.isEmpty { atoms.append(cited == " [@hurts]" ? "seen harm" : "seen help") }
  }

  private mutating func block(_ indent: Int, later: [String], visits: [String], depth: Int) {
    let kind = Int.random(in: 0..<13, using: &chance)
    switch kind {
    case 0...5 where questions < 5: question(indent, visits: visits, depth: depth)
    case 6...8 where !atoms.isEmpty && depth < 2:
      line(indent, "")
      line(indent, "\(pick(["when", "unless"])) \(condition()):")
      let count = atoms.count
      paragraph(indent + 1)
      if oneIn(2) { block(indent + 1, later: later, visits: visits, depth: depth + 1) }
      atoms.removeLast(oneIn(2) ? 0 : atoms.count - count)
      line(indent, "")
    case 9 where !later.isEmpty && !atoms.isEmpty:
      line(indent, "-> \(pick(later + ["end"])) \(pick(["when", "unless"])) \(condition())")
    case 10...11 where !visits.isEmpty:
      line(indent, "=> \(pick(visits))\(atoms.isEmpty || oneIn(2) ? "" : " when \(condition())")")
      paragraph(indent)
    case 12 where !atoms.isEmpty:
      let truth = name("truth-")
      line(indent, "")
      line(indent, "let \(truth) = \(condition())")
      line(indent, "")
      atoms.append("\(truth) is true")
      // What leads the way may not read it.
      if oneIn(8) {
        let number = name("count-")
        line(indent, "let \(number) = count of \(truth)")
        line(indent, "")
        atoms.append("\(number) is at least 1")
      }
    default: paragraph(indent)
    }
  }

  private mutating func condition() -> String {
    let first = pick(atoms)
    let second = pick(atoms)
    let isPlain = first == second || oneIn(2) || (first + second).contains(" or ")
    return isPlain ? first : "\(first) \(pick(["and", "or"])) \(second)"
  }

  // MARK: questions

  private mutating func question(_ indent: Int, visits: [String], depth: Int) {
    questions += 1
    let name = name("q-")
    line(indent, "")
    switch Int.random(in: 0..<9, using: &chance) {
    case 0, 1:
      let shared = pick(["shared", "other"])
      line(indent, "? \(shared)")
      atoms += ["\(shared) is a", "\(shared) is skipped", "seen \(shared)"]
    case 2, 3, 4:
      line(indent, "? \(name): Which one")
      options(indent + 1, name, ["a", "b", "c"], "( )", visits, depth)
      atoms += ["\(name) is a", "\(name) is b", "\(name) is known", "\(name) is a or c"]
    case 5:
      line(indent, "? \(name): Which ones")
      options(indent + 1, name, ["a", "b"], "[ ]", visits, depth)
      if oneIn(2) { line(indent + 1, "( ) none: None") }
      atoms += ["\(name) includes a", "\(name) includes a or b"]
      if oneIn(3) {
        line(indent, "")
        let count = self.name("count-")
        line(indent, "let \(count) = count of \(name)")
        atoms.append("\(count) is at least 2")
      }
    case 6:
      line(indent, "check \(name): Do you know")
      line(indent + 1, "( ) a: No")
      line(indent + 1, "(x) b: Yes")
      if oneIn(2) { line(indent + 1, "( ) c: Perhaps") }
      line(indent + 1, "again: Think once more.")
      atoms += ["\(name) is a", "\(name) is b"]
    case 7:
      line(indent, "? \(name): Say more")
      line(indent + 1, "[text]")
      atoms += ["\(name) is known", "\(name) is skipped"]
    default:
      line(indent, "? \(name): How much")
      let form = pick([
        "[number 0 to 5]", "[scale 0 to 4, low … high]", "[amount 0 to 3]", "[number 0.5 to 2]",
      ])
      line(indent + 1, form)
      atoms += ["\(name) is at least 1", "\(name) is at most 2", "\(name) is known"]
      if oneIn(2) {
        line(indent, "")
        let double = self.name("let-")
        line(
          indent,
          "let \(double) = \(pick(["\(name) * 2 - 1", "3 - \(name)", "\(name) / 3 + 1"]))"
        )
        atoms += ["\(double) is at least 1", "\(double) is less than 2", "\(double) is equal 1"]
      }
    }
    line(indent, "")
  }

  private mutating func options(
    _ indent: Int,
    _ name: String,
    _ options: [String],
    _ mark: String,
    _ visits: [String],
    _ depth: Int
  ) {
    for (index, option) in options.enumerated() {
      let isGuarded = index > 0 && !atoms.isEmpty && oneIn(4)
      if isGuarded { line(indent, "\(pick(["when", "unless"])) \(condition()):") }
      line(indent + (isGuarded ? 1 : 0), "\(mark) \(option): The \(option)")
      if !isGuarded, oneIn(4) {
        paragraph(indent + 1)
        if depth < 1, oneIn(2) { block(indent + 1, later: [], visits: visits, depth: depth + 1) }
      }
    }
  }
}
