/// Returns the changes to a text, word by word: `[-removed-]` and `{+added+}`.
public func wordDifference(from old: String, to new: String) -> String {
  let before = old.split(separator: " ").map(String.init)
  let after = new.split(separator: " ").map(String.init)
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in after.difference(from: before) {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var parts: [String] = []
  func run(_ words: inout [String], _ open: String, _ close: String) {
    if !words.isEmpty { parts.append(open + words.joined(separator: " ") + close) }
    words = []
  }
  var place = 0
  var taken: [String] = []
  var put: [String] = []
  for index in 0...before.count {
    if index < before.count, removed.contains(index) {
      taken.append(before[index])
      continue
    }
    while place < after.count, inserted.contains(place) {
      put.append(after[place])
      place += 1
    }
    run(&taken, "[-", "-]")
    run(&put, "{+", "+}")
    if index < before.count { parts.append(before[index]) }
    place += 1
  }
  return parts.joined(separator: " ")
}

/// The changed paragraphs of a step, old and new together.
struct WordChanges {
  /// A change, as a line, and the paragraphs it is about.
  struct Change {
    let line: String
    let old: String?
    let new: String?
  }

  /// The paragraphs that are in only one version, or that changed.
  let changes: [Change]

  init(_ old: [String], _ new: [String]) {
    var removed: [Int: String] = [:]
    var inserted: [Int: String] = [:]
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, let text, _): removed[offset] = text
      case .insert(let offset, let text, _): inserted[offset] = text
      }
    }
    var changes: [Change] = []
    var rest = inserted.sorted { $0.key < $1.key }.map(\.value)
    for (_, text) in removed.sorted(by: { $0.key < $1.key }) {
      let near = rest.indices.filter { Self.areNear(text, rest[$0]) }
        .max { Self.shared(text, rest[$0]) < Self.shared(text, rest[$1]) }
      if let near {
        let other = rest.remove(at: near)
        let line = "changed: " + wordDifference(from: text, to: other)
        changes.append(Change(line: line, old: text, new: other))
      } else {
        changes.append(Change(line: "no longer there: " + text, old: text, new: nil))
      }
    }
    self.changes = changes + rest.map { Change(line: "new: " + $0, old: nil, new: $0) }
  }

  private static func words(_ text: String) -> Set<Substring> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
  }

  /// The part of their words that two texts share, in thousandths.
  private static func shared(_ first: String, _ second: String) -> Int {
    let (one, other) = (words(first), words(second))
    return one.intersection(other).count * 1000 / max(one.count, other.count, 1)
  }

  /// Whether two texts share more than a third of their words.
  private static func areNear(_ first: String, _ second: String) -> Bool {
    shared(first, second) > 333
  }
}
