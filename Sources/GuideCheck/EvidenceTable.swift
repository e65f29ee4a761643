/// The claims and figures, by name.
struct EvidenceTable {
  var claims: [Claim] = []
  var claimPlaces: [String: Int] = [:]
  var figures: [Figure] = []
  var figurePlaces: [String: Int] = [:]

  /// The names of the claims, to search for similar ones.
  var claimNames: [String] { Array(claimPlaces.keys) }

  /// The names of the figures, to search for similar ones.
  var figureNames: [String] { Array(figurePlaces.keys) }
}
