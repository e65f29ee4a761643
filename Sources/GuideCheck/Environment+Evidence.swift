import GuideSyntax
import SourceText

extension Environment {
  mutating func readEvidence() {
    for script in content.evidence {
      checkRecordFile(script, kind: "evidence")
      for record in script.records {
        switch record.keyword.text {
        case "claim": readClaim(record, in: script.source)
        case "figure": readFigure(record, in: script.source)
        default:
          report(.unknownRecord(script.source, record.keyword, among: ["claim", "figure"]))
        }
      }
    }
    checkConflicts()
  }

  private mutating func readClaim(_ record: Record, in source: SourceFile) {
    guard let name = name(of: record, in: source) else { return }
    checkFields(
      record,
      known: Self.claimFields,
      required: ["about", "source", "certainty"],
      in: source
    )
    checkVerified(record, name: name, in: source)
    if record.text.text.isEmpty { report(.recordWithoutText(source, record.keyword)) }
    if evidence.claimPlaces[name.text] != nil {
      report(.duplicateRecord(source, name, kind: "claim"))
    }
    evidence.claimPlaces[name.text] = evidence.claims.count
    evidence.claims.append(
      Claim(
        name: name.text,
        statement: record.text.text,
        about: subjects(of: record, in: source),
        sources: sources(of: record, in: source),
        certainty: certainty(of: record, in: source),
        verified: day("verified", of: record, in: source),
        checked: record.field("checked")?.value.text,
        conflicts: record.list("conflicts").map(\.text),
        reviewBy: day("review-by", of: record, in: source),
        ends: day("ends", of: record, in: source),
        sponsor: record.field("sponsor")?.value.text
      )
    )
  }

  private static let claimFields = [
    "about", "source", "certainty", "verified", "unverified", "checked", "conflicts", "review-by",
    "sponsor", "ends",
  ]

  mutating func checkVerified(_ record: Record, name: Name, in source: SourceFile) {
    if record.field("verified") == nil, record.field("unverified") == nil {
      report(.missingField(source, name, key: "verified"))
    }
  }

  mutating func subjects(of record: Record, in source: SourceFile) -> [String] {
    let named = record.list("about")
    for subject in named where subjects[subject.text] == nil {
      report(.unknownSubject(source, subject, among: diagnostics.candidates(Array(subjects.keys))))
    }
    return named.map(\.text)
  }

  mutating func sources(of record: Record, in source: SourceFile) -> [String] {
    let named = record.list("source")
    guard content.checksSources, let known = content.sources else { return named.map(\.text) }
    for name in named where !known.contains(where: { $0.name == name.text }) {
      report(.unknownSource(source, name, among: diagnostics.candidates(known.map(\.name))))
    }
    return named.map(\.text)
  }

  mutating func certainty(of record: Record, in source: SourceFile) -> String {
    guard let field = record.field("certainty") else { return "not graded" }
    let known = ["high", "moderate", "low", "very low", "not graded"]
    if !known.contains(field.value.text) {
      report(.unknownCertainty(source, field.value, among: known))
    }
    return field.value.text
  }

  private mutating func checkConflicts() {
    for script in content.evidence {
      for record in script.records where record.keyword.text == "claim" {
        for name in record.list("conflicts") where evidence.claimPlaces[name.text] == nil {
          report(
            .unknownClaim(script.source, name, among: diagnostics.candidates(evidence.claimNames))
          )
        }
      }
      for record in script.records where record.keyword.text == "figure" {
        for name in record.list("conflicts") where evidence.figurePlaces[name.text] == nil {
          report(
            .unknownFigure(script.source, name, among: diagnostics.candidates(evidence.figureNames))
          )
        }
      }
    }
  }
}
