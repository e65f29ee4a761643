import GuideSyntax
import SourceText

extension Environment {
  mutating func readGlossary() {
    guard let script = content.glossary else { return }
    checkRecordFile(script, kind: "glossary")
    var words: Set<String> = []
    for record in script.records {
      guard record.keyword.text == "term" else {
        report(.unknownRecord(script.source, record.keyword, among: ["term"]))
        continue
      }
      guard let name = name(of: record, in: script.source) else { continue }
      checkKeys(of: record, known: ["also", "exempt"], in: script.source)
      if record.text.text.isEmpty { report(.recordWithoutText(script.source, record.keyword)) }
      if !words.insert(name.text).inserted {
        report(.duplicateRecord(script.source, name, kind: "term"))
      }
      terms.append(
        Term(
          word: name.text.split(separator: "-").joined(separator: " "),
          also: record.list("also").map(\.text),
          meaning: record.text.text
        )
      )
    }
  }

  mutating func readClinic() {
    guard let script = content.clinic else { return }
    checkRecordFile(script, kind: "clinic", optional: ClinicDetails.headerKeys)
    var names: Set<String> = Set(ClinicDetails.headerKeys)
    for record in script.records {
      guard record.keyword.text == "price" else {
        report(.unknownRecord(script.source, record.keyword, among: ["price"]))
        continue
      }
      guard let name = name(of: record, in: script.source) else { continue }
      checkFields(record, known: ["reported"], required: ["reported"], in: script.source)
      if record.text.text.isEmpty { report(.recordWithoutText(script.source, record.keyword)) }
      if !names.insert(name.text).inserted {
        report(.duplicateRecord(script.source, name, kind: "price"))
      }
      _ = day("reported", of: record, in: script.source)
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
    for record in script.records {
      switch record.keyword.text {
      case "door":
        guard let name = name(of: record, in: script.source) else { continue }
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
        if Self.isAboutCalls(record) { continue }
        let known = ["door"] + Self.callKeywords
        report(.unknownRecord(script.source, record.keyword, among: known))
      }
    }
    if helpContacts.isEmpty { report(.placeWithoutDoors(script.source)) }
    let callRecords = callRecords(doors: helpContacts.map(\.name), script)
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
      callRecords: callRecords,
      reviewed: header("reviewed").flatMap { Day($0) }
    )
  }
}
