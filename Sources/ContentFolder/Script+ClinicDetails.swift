package import GuideSyntax
import Phrases
import SourceText

extension Script {
  /// What a clinic says about itself: lines of the header, and its prices, each with the day on which it was reported.
  package var clinicDetails: ClinicDetails {
    var words: [String: String] = [:]
    for key in ClinicDetails.headerKeys {
      if let value = header(key)?.value.text, !value.isEmpty { words[key] = value }
    }
    for record in records where !record.text.text.isEmpty {
      guard let name = record.name,
        let reported = record.field("reported").flatMap({ Day($0.value.text) })
      else { continue }
      words[name.text] = English().price(record.text.text, reported: reported)
    }
    return ClinicDetails(words)
  }
}
