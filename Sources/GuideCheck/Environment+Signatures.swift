import GuideSyntax
import SourceText

extension Environment {
  /// Reads who signed which guide; a signature counts as long as the text has not changed since.
  mutating func readSignatures() {
    guard let script = content.signatures else { return }
    checkRecordFile(script, kind: "signatures")
    for record in script.records {
      guard record.keyword.text == "signature" else {
        report(.unknownRecord(script.source, record.keyword, among: ["signature"]))
        continue
      }
      guard let name = name(of: record, in: script.source) else { continue }
      readSignature(record, of: name, in: script.source)
    }
  }

  private mutating func readSignature(_ record: Record, of name: Name, in source: SourceFile) {
    let keys = ["role", "date", "guide", "evidence", "house"]
    checkFields(record, known: keys, required: keys, in: source)
    if record.text.text.isEmpty { report(.recordWithoutText(source, record.keyword)) }
    guard let guide = guides[name.text], guide != .house else {
      let names = guides.filter { $0.value != .house }.keys
      report(.unknownGuide(source, name, among: diagnostics.candidates(Array(names))))
      return
    }
    func part(_ key: String) -> String { record.field(key)?.value.text ?? "" }
    guard let day = day("date", of: record, in: source), !part("role").isEmpty,
      let text = content.fingerprints[name.text]
    else { return }
    var changed: [String] = []
    if part("guide") != text.guide { changed.append("the guide itself") }
    if part("evidence") != text.evidence { changed.append("the evidence it uses") }
    if part("house") != text.house { changed.append("what it uses from the house or the glossary") }
    if changed.isEmpty {
      let signature = Signature(name: record.text.text, role: part("role"), day: day)
      signatures[name.text, default: []].append(signature)
    } else {
      let script = content.guides.first { $0.name == name.text }?.script
      report(.signatureIsOutdated(source, name, of: script, day: day, changed: changed))
    }
  }
}
