import Documents
import GuideCheck
import Phrases

/// The help screen: who to turn to now.
///
/// At a kiosk, the first choice is the staff; elsewhere, it is a number to call.
///
/// It comes from the place file. If that is missing or has errors, the place files that were part of
/// the program when it was built are used instead, without assuming a country.
struct HelpScreen {
  let locality: Locality?
  let isKiosk: Bool
  let phrases: any PatientPhrases

  var blocks: [Block] {
    guard let locality, !locality.helpContacts.isEmpty else { return builtIn }
    let elsewhere = locality.findALine.map {
      phrases.outside(locality.title, findALine: $0)
    }
    var blocks = opening(danger: phrases.inDanger(locality.emergency), elsewhere: elsewhere)
    for contact in locality.helpContacts {
      let lines = isKiosk ? contact.kiosk + contact.lines : contact.lines
      blocks += self.contact(contact.title, lines + contact.say)
    }
    return blocks + [closing]
  }

  /// The help when the country is not known.
  private var builtIn: [Block] {
    let places = Locality.builtIn
    guard let home = places.first, let elsewhere = places.last else { return [closing] }
    let danger = phrases.inDanger((home.emergency, home.title), elsewhere: elsewhere.emergency)
    var blocks = opening(danger: danger, elsewhere: nil)
    for contact in elsewhere.helpContacts {
      blocks += self.contact(contact.title, contact.lines + contact.say)
    }
    return blocks + [closing]
  }

  private func contact(_ title: String, _ lines: [String]) -> [Block] {
    [.paragraph(RichText(phrases.title(title)))] + lines.map { .item(RichText($0)) }
  }

  private func opening(danger: String, elsewhere: String?) -> [Block] {
    let words =
      isKiosk
      ? [phrases.tellStaffNow, phrases.notInTrouble]
      : [danger, phrases.tellSomeone, phrases.notInTrouble, elsewhere].compactMap(\.self)
    return [
      .heading(RichText(phrases.helpNow)), .paragraph(RichText(words.joined(separator: " "))),
    ]
  }

  private var closing: Block { .note(RichText(phrases.youCanGoOn)) }

  /// Where to turn later, in one or two sentences.
  static func later(_ locality: Locality?, _ phrases: any PatientPhrases) -> String {
    if let locality, let crisis = locality.crisis {
      return phrases.helpLater(crisis: crisis, emergency: locality.emergency)
    }
    let findALine = locality?.findALine ?? Locality.builtIn.last?.findALine ?? ""
    return phrases.helpLater(findALine: findALine)
  }
}
