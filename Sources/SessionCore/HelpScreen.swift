import Documents
import GuideCheck
import Phrases

/// The help screen: who to turn to now.
///
/// At a kiosk, the first choice is the staff, and right after it a number to call; elsewhere, it is the
/// number.
///
/// It comes from the place file. If that is missing or has errors, the place files that were part of
/// the program when it was built are used instead, without assuming a country.
struct HelpScreen {
  let locality: Locality?
  let isKiosk: Bool
  let phrases: any PatientPhrases
  /// The door that a call for help was about; nil if that is not known.
  var door: String?

  var blocks: [Block] {
    guard let locality, !locality.helpContacts.isEmpty else { return builtIn }
    let elsewhere = locality.findALine.map {
      phrases.outside(locality.title, findALine: $0)
    }
    let number = phrases.whomToCall(crisis: locality.crisis, emergency: locality.emergency)
    var blocks = opening(number: number, elsewhere: elsewhere)
    for contact in inOrder(locality.helpContacts) {
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
    var blocks = opening(number: danger, elsewhere: nil)
    for contact in inOrder(elsewhere.helpContacts) {
      blocks += self.contact(contact.title, contact.lines + contact.say)
    }
    return blocks + [closing]
  }

  private func contact(_ title: String, _ lines: [String]) -> [Block] {
    [.paragraph(RichText(phrases.title(title)))] + lines.map { .item(RichText($0)) }
  }

  /// The doors, first the one that the call was about.
  private func inOrder(_ contacts: [Locality.HelpContact]) -> [Locality.HelpContact] {
    contacts.filter { $0.name == door } + contacts.filter { $0.name != door }
  }

  /// Who to turn to, in lines that the smallest screen shows first.
  private func opening(number: String, elsewhere: String?) -> [Block] {
    let first = isKiosk ? [phrases.tellStaffNow, number] : [number]
    let more =
      isKiosk
      ? [phrases.notInTrouble]
      : [phrases.tellSomeone, phrases.notInTrouble, elsewhere].compactMap(\.self)
    return [.heading(RichText(phrases.helpNow))] + first.map { .paragraph(RichText($0)) }
      + [.paragraph(RichText(more.joined(separator: " ")))]
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
