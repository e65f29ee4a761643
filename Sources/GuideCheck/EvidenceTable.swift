/// The claims and figures, by name.
struct EvidenceTable {
  var claims: [Claim] = []
  var claimPlaces: [String: Int] = [:]
  var figures: [Figure] = []
  var figurePlaces: [String: Int] = [:]

  /// The names of the claims, to look for a near one among.
  var claimNames: [String] { Array(claimPlaces.keys) }

  /// The names of the figures, to look for a near one among.
  var figureNames: [String] { Array(figurePlaces.keys) }
}
