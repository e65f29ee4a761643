import TestSupport
import Testing

/// One slip of an author's hand, which makes a good guide a broken one.
struct Slip: Sendable, CustomTestStringConvertible {
  /// The file it is made in.
  let path: String
  /// The line it is made in, from 1.
  let line: Int
  /// The line before and after; nil where it is taken out.
  let before: String
  let after: String?
  /// What was done.
  let kind: String
  /// Whether a message must name this very line, or the one before or after it.
  let isLocal: Bool

  var testDescription: String { "\(path):\(line) \(kind): \(after ?? "")" }

  /// Returns the file with the slip in it.
  func applied(to text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let after { lines[line - 1] = after } else { lines.remove(at: line - 1) }
    return lines.joined(separator: "\n")
  }

  /// Returns every slip this catalogue knows for the lines of a guide.
  static func all(in text: String, path: String) -> [Slip] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var isHeader = true
    return lines.enumerated().flatMap { index, line -> [Slip] in
      if line.hasPrefix("#") { isHeader = false }
      let changes = isHeader ? headerSlips(line) : bodySlips(line)
      return changes.compactMap { kind, after, isLocal in
        // A name that is used nowhere else can be any name.
        let isOwn = kind.hasPrefix("misspelt") && !isLocal && isOnlyHere(line, in: text)
        return after == line || isOwn
          ? nil
          : Slip(
            path: path,
            line: index + 1,
            before: line,
            after: after,
            kind: kind,
            isLocal: isLocal
          )
      }
    }
  }

  /// Whether the name that a heading or a question defines is used nowhere else in a guide.
  private static func isOnlyHere(_ line: String, in text: String) -> Bool {
    guard let name = line.split(separator: " ").dropFirst().first?.prefix(while: { $0 != ":" })
    else {
      return true
    }
    return !text.split(separator: "\n").contains { other in
      let words = other.split { !($0.isLetter || $0.isNumber || "-=>".contains($0)) }
      let isReader = ["->", "=>", "must", "never", "promise", "sees", "unless", "when"]
        .contains(words.first ?? "")
      return (isReader || words.dropFirst().first == "is") && words.contains(name)
    }
  }

  private typealias Change = (kind: String, after: String?, isLocal: Bool)

  private static func headerSlips(_ line: String) -> [Change] {
    guard let colon = line.firstIndex(of: ":"), !line.hasPrefix("//"), line.first != " " else {
      return []
    }
    let key = String(line[..<colon])
    var changes: [Change] = [
      ("header without colon", key + line[line.index(after: colon)...], true),
      ("header without value", key + ":", true),
    ]
    if key != "option", !key.hasPrefix("option ") {
      changes.append(("misspelt header", swapped(key) + line[colon...], true))
    }
    if !["next", "minutes"].contains(key), !key.hasPrefix("option ") {
      changes.append(("header left out", nil, false))
    }
    return changes
  }

  private static func bodySlips(_ line: String) -> [Change] {
    let indent = String(line.prefix { $0 == " " })
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.first, !line.hasPrefix("//") else { return [] }
    let rest = line.dropFirst(indent.count + first.count)
    var changes: [Change] = []
    func add(_ kind: String, _ after: String, isLocal: Bool = true) {
      changes.append((kind, after, isLocal))
    }
    let mark = first.hasSuffix(":") ? String(first.dropLast()) : first
    if marks.contains(mark), !rest.isEmpty {
      add("misspelt mark", indent + swapped(mark) + first.dropFirst(mark.count) + rest)
      add("capital mark", indent + mark.capitalizedFirst + first.dropFirst(mark.count) + rest)
      add("mark with a letter too many", indent + mark + "e" + first.dropFirst(mark.count) + rest)
    }
    switch first {
    case "when", "unless":
      add("condition without colon", String(line.dropLast()))
      if words.count > 1, words[1] != "seen" {
        add(
          "misspelt name",
          indent + first + " " + swapped(words[1]) + rest.dropFirst(words[1].count + 1)
        )
      }
      if let value = words.last?.dropLast(), line.contains(" is "), value != "known" {
        add(
          "misspelt answer",
          String(line.dropLast(value.count + 1)) + swapped(String(value)) + ":"
        )
      }
    case "->", "=>":
      if words.count > 1, words[1] != "end" {
        add(
          "misspelt target",
          indent + first + " " + swapped(words[1]) + rest.dropFirst(words[1].count + 1)
        )
      }
      add("arrow of an editor", indent + (first == "->" ? "→" : "⇒") + rest)
      add("arrow without target", indent + first)
    case "?":
      add("question without space", indent + "?" + rest.dropFirst())
      if words.count == 2 {
        add("misspelt shared question", indent + "? " + swapped(words[1]))
      } else {
        add("question without colon", line.replacingFirst(":", with: ""))
        add(
          "misspelt declaration",
          indent + "? " + swapped(words[1]) + rest.dropFirst(words[1].count + 1),
          isLocal: false
        )
      }
    case "(", "[", "(x)":
      let named = line.contains(":")
      if named { add("answer without colon", line.replacingFirst(":", with: "")) }
      add("answer without bracket", line.replacingFirst(first == "[" ? "]" : ")", with: ""))
      add(
        "answer without space",
        line.replacingFirst("( )", with: "()").replacingFirst("[ ]", with: "[]")
      )
      add("answer out of line", " " + line)
    case "#", "##":
      add("heading without colon", line.replacingFirst(":", with: ""))
      add("heading without name", first + " " + words.dropFirst(2).joined(separator: " "))
      add(
        "misspelt step",
        first + " " + swapped(words[1]) + rest.dropFirst(words[1].count + 1),
        isLocal: false
      )
      add("heading without title", first + " " + words[1])
    case "show": add("misspelt figure", indent + "show " + swapped(words[1]))
    case "promise:" where words.count > 2 && words[1] == "see" && words[3] == "before":
      add(
        "misspelt place",
        "promise: see " + swapped(words[2]) + rest.dropFirst(words[2].count + 5)
      )
    case "sees", "never":
      add(
        "misspelt sight",
        indent + words.dropLast().joined(separator: " ") + " " + swapped(words[words.count - 1])
      )
    default: break
    }
    if let open = line.firstRange(of: "[@"),
      let close = line[open.upperBound...].firstIndex(of: "]")
    {
      let names = String(line[open.upperBound..<close])
      add("misspelt claim", line[..<open.upperBound] + swapped(names) + line[close...])
      add("open citation", line[..<close] + String(line[line.index(after: close)...]))
    }
    if let open = line.firstIndex(of: "{"), let close = line.firstIndex(of: "}") {
      let name = String(line[line.index(after: open)..<close])
      add("misspelt value", line[...open] + swapped(name) + line[close...])
      add("open value", line.replacingFirst("}", with: ""))
    }
    if line.count(where: { $0 == "*" }) == 4 {
      add("open emphasis", line.replacingFirst("**", with: ""))
    }
    if line.hasPrefix("  ") { add("tab", "\t" + line.dropFirst(2)) }
    return changes
  }

  private static let marks: Set<String> = [
    "ask", "check", "example", "let", "promise", "show", "tell", "unless", "weigh", "when",
  ]
}

/// Returns a word with the first two neighbours exchanged that differ, from the second letter on.
private func swapped(_ word: String) -> String {
  var letters = Array(word)
  for index in letters.indices.dropFirst().dropLast()
  where letters[index] != letters[index + 1] && letters[index].isLetter
    && letters[index + 1].isLetter
  {
    letters.swapAt(index, index + 1)
    return String(letters)
  }
  return word + "x"
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  fileprivate func replacingFirst(_ text: String, with other: String) -> String {
    guard let place = firstRange(of: text) else { return self }
    var result = self
    result.replaceSubrange(place, with: other)
    return result
  }
}
