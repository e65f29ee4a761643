import GuideSyntax
import SourceText

extension Checker {
  mutating func readGlossary() {
    guard let script = content.glossary else { return }
    checkRecordFile(script, kind: "glossary")
    var words: Set<String> = []
    for record in script.records {
      guard record.keyword.text == "term" else {
        report(.unknownRecord(script.source, record.keyword, among: ["term"]))
        continue
      }
      guard let name = record.name else {
        report(.recordWithoutName(script.source, record.keyword))
        continue
      }
      checkKeys(of: record, known: ["also", "exempt"], in: script.source)
      if record.text.text.isEmpty { report(.recordWithoutText(script.source, record.keyword)) }
      if !words.insert(name.text).inserted {
        report(.duplicateRecord(script.source, name, kind: "term"))
      }
      terms.append(
        Term(
          word: name.text.split(separator: "-").joined(separator: " "),
          also: list("also", of: record).map(\.text),
          meaning: record.text.text
        )
      )
    }
  }

  mutating func readLocality() {
    guard let script = content.locality else { return }
    checkRecordFile(
      script,
      kind: "place",
      required: ["country", "currency", "emergency", "reviewed", "review-by"],
      optional: ["crisis", "find-a-line"]
    )
    var helpContacts: [Locality.HelpContact] = []
    var phrases: [String] = []
    for record in script.records {
      switch record.keyword.text {
      case "phrase": phrases.append(record.text.text)
      case "door":
        guard let name = record.name else {
          report(.recordWithoutName(script.source, record.keyword))
          continue
        }
        checkKeys(
          of: record,
          known: ["kiosk", "say", "line", "source"],
          repeated: ["kiosk", "say", "line"],
          in: script.source
        )
        func values(_ key: String) -> [String] {
          record.fields.filter { $0.key.text == key }.map(\.value.text)
        }
        helpContacts.append(
          Locality.HelpContact(
            name: name.text,
            title: record.text.text,
            kiosk: values("kiosk"),
            say: values("say"),
            lines: values("line")
          )
        )
      default:
        report(.unknownRecord(script.source, record.keyword, among: ["door", "phrase"]))
      }
    }
    if helpContacts.isEmpty { report(.placeWithoutDoors(script.source)) }
    func header(_ key: String) -> String? { script.header(key)?.value.text }
    locality = Locality(
      title: header("title") ?? "",
      language: header("language") ?? "",
      country: header("country") ?? "",
      currency: header("currency") ?? "",
      emergency: header("emergency") ?? "",
      crisis: header("crisis"),
      findALine: header("find-a-line"),
      helpContacts: helpContacts,
      phrases: phrases,
      reviewed: header("reviewed").flatMap { Day($0) }
    )
  }

  /// Reports the visit that closes a ring of visits.
  mutating func findVisitCycles() {
    var following: [Menu.Entry: [Visit]] = [:]
    for visit in visits { following[visit.from, default: []].append(visit) }
    enum VisitColor { case open, done }
    var colors: [Menu.Entry: VisitColor] = [:]
    for start in following.keys.sorted(by: { order($0) < order($1) }) where colors[start] == nil {
      var stack: [(entry: Menu.Entry, next: Int)] = [(start, 0)]
      colors[start] = .open
      while let top = stack.last {
        let visits = following[top.entry] ?? []
        guard top.next < visits.count else {
          colors[top.entry] = .done
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let visit = visits[top.next]
        switch colors[visit.to] {
        case .open: report(.visitCycle(visit.source, visit.span))
        case .done: break
        case nil:
          colors[visit.to] = .open
          stack.append((visit.to, 0))
        }
      }
    }
  }

  private func order(_ entry: Menu.Entry) -> Int {
    switch entry {
    case .guide(let guide): -1 - guide.index
    case .topic(let step): step.index
    }
  }
}
