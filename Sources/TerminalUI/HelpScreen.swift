import GuideCheck

/// The help screen: who to turn to, now.
///
/// At a kiosk that is the staff, first of all; elsewhere it is a number to call.
///
/// It comes from the place file; a compiled-in copy stands in when that is missing, and never takes the
/// country for granted.
struct HelpScreen {
  let locality: Locality?
  let isKiosk: Bool

  /// Phrases that open help even when the place file is missing.
  static let phrases = [
    "want to die", "kill me", "kill myself", "killing myself", "end my life", "end it all",
    "hurt myself",
    "harm myself", "suicidal", "do not want to live", "dont want to live", "better off dead",
  ]

  var blocks: [ScreenBlock] {
    guard let locality, !locality.helpContacts.isEmpty else { return compiledIn }
    let elsewhere =
      locality.country == "US" ? "Outside the United States" : "In any other country"
    var blocks = opening(
      danger: "In danger: call \(locality.emergency).",
      elsewhere: " \(elsewhere): your emergency number, or findahelpline.com."
    )
    for contact in locality.helpContacts {
      blocks.append(.paragraph("\(contact.title):"))
      let lines = isKiosk ? contact.kiosk + contact.lines : contact.lines
      blocks += (lines + contact.say).map { .item($0) }
    }
    return blocks + [closing]
  }

  /// The copy that needs no file.
  private var compiledIn: [ScreenBlock] {
    opening(danger: "In danger: call 911 in the United States, 112 in many other countries.")
      + [
        .paragraph("Thoughts of suicide, or of hurting yourself or someone else:"),
        .item("In the United States: call or text 988, day or night. In danger now: call 911."),
        .item("Anywhere else: call your emergency number (112 in many countries)."),
        .item("You can also find a line near you at findahelpline.com."),
        .item("You do not need the right words."),
        .paragraph("Something is wrong with your body:"),
        .item("Call your emergency number now: 911 in the United States, 112 in many others."),
        .item(
          "If it is someone else, stay with them. Say if you or they took ketamine or esketamine."
        ),
        .item(
          "Signs: hard to wake, faints, slow or hard breathing, blue lips, took too much, chest pain, "
            + "suddenly weak or confused, suddenly sees badly, cannot speak, a sudden very bad headache."
        ),
        .paragraph("Very high mood and no sleep:"),
        .item(
          "Call your team or doctor today, before any treatment. No answer? Call a line above."
        ),
        closing,
      ]
  }

  private func opening(danger: String, elsewhere: String = "") -> [ScreenBlock] {
    let calm = "You are not in trouble."
    let first =
      isKiosk
      ? "Tell a staff member now. \(calm)"
      : "\(danger) Tell staff or someone near you. \(calm)\(elsewhere)"
    return [.heading("Help now"), .paragraph(first)]
  }

  private var closing: ScreenBlock {
    .note("You can go on with the guide after this. Type help at any time.")
  }
}
